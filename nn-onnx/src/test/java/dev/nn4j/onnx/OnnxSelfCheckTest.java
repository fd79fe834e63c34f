// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import static dev.nn4j.onnx.OnnxBuilder.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import dev.nn4j.api.ModelFormatException;
import dev.nn4j.core.Model;
import dev.nn4j.onnx.internal.proto.AttributeProto;
import dev.nn4j.onnx.internal.proto.AttributeProto.AttributeType;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What looks like a network that is read but is another gives that other's numbers, or is refused by name. */
class OnnxSelfCheckTest {
    @TempDir
    private Path folder;

    private Path fixture(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = OnnxSelfCheckTest.class.getResourceAsStream(name)) {
            Files.copy(in, file);
        }
        return file;
    }

    @Test
    void constantsOfSeveralValuesDoNotCancel() throws IOException, OrtException {
        Path file = fixture("constant-nodes-cancel.onnx");
        Model model = OnnxFile.read(file).model();
        float[] rows = {1, 2, 3, -4, 0.5f, 0.25f, 0, 0, 0};

        try (OnnxRun run = OnnxRun.of(file)) {
            OnnxAgreement.requireNear(OnnxAgreement.outputs(model, rows), run.floats("y", rows, 3, 3));
        }
    }

    @Test
    void aClipWithoutBoundsIsNoHardTanh() throws IOException {
        Path file = fixture("clip-infinite.onnx");

        assertThatThrownBy(() -> OnnxFile.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("(operator 'Clip') with 'max' Infinity, 'min' -Infinity");
    }

    private static final float INFINITE = Float.POSITIVE_INFINITY;

    /** Between {@code z [N, 4]} and {@code a}, with the words of the refusal. */
    static Stream<Arguments> impostors() {
        return Stream.of(
                named(
                        "hard-sigmoid of infinite slope",
                        "HardSigmoid",
                        graph -> graph.node(one("HardSigmoid", attribute("alpha", INFINITE), attribute("beta", 0.5f)))),
                named(
                        "hard-sigmoid of infinite offset",
                        "HardSigmoid",
                        graph -> graph.node(
                                one("HardSigmoid", attribute("alpha", 1 / 6f), attribute("beta", INFINITE)))),
                named("elu of infinite alpha", "Elu", graph -> graph.node(one("Elu", attribute("alpha", INFINITE)))),
                named("selu of NaN", "Selu", graph -> graph.node(one("Selu", attribute("gamma", Float.NaN)))),
                named("clip with only a maximum", "Clip", graph -> graph.node(one("Clip", attribute("max", 0f)))),
                named(
                        "clip upside down",
                        "Clip",
                        graph -> graph.node(one("Clip", attribute("min", 1f), attribute("max", -1f)))),
                named("gelu that divides by zero", "Mul", graph -> gelu(graph.constant("root", 0))),
                named(
                        "gelu with another half",
                        "Mul",
                        graph -> gelu(graph.constant("root", 1.4142135381698608).constant("half2", 0.75), "half2")),
                named(
                        "noise less other noise",
                        "Add",
                        graph -> graph.node("RandomNormalLike", "n1", "z")
                                .node("RandomNormalLike", "n2", "z")
                                .node("Sub", "n", "n1", "n2")
                                .node("Relu", "r", "z")
                                .node("Add", "a", "r", "n")),
                named(
                        "a logarithm less itself",
                        "Add",
                        graph -> graph.node("Log", "l", "z")
                                .node("Sub", "n", "l", "l")
                                .node("Relu", "r", "z")
                                .node("Add", "a", "r", "n")),
                named(
                        "no times an exponential",
                        "Add",
                        graph -> graph.constant("no", 0)
                                .node("Exp", "e", "z")
                                .node("Mul", "n", "no", "e")
                                .node("Relu", "r", "z")
                                .node("Add", "a", "r", "n")),
                named(
                        "operators with different lists",
                        "Add",
                        graph -> graph.node(listed("f1", 1))
                                .node(listed("f2", 2))
                                .node("Sub", "n", "f1", "f2")
                                .node("Relu", "r", "z")
                                .node("Add", "a", "r", "n")),
                named(
                        "softmax over the rows of one",
                        "does not give its numbers",
                        graph -> graph.tensor("deep", new double[] {1, 2, 3, 4}, 1, 1, 4)
                                .node("Add", "d", "z", "deep")
                                .node(OnnxBuilder.node("Softmax", "a", new String[] {"d"}, attribute("axis", 1)))),
                named("softmax over rows", "Softmax", graph -> graph.node(one("Softmax", attribute("axis", 0)))));
    }

    private static Arguments named(String what, String words, UnaryOperator<OnnxBuilder> nodes) {
        return Arguments.of(what, words, nodes);
    }

    private static NodeProto one(String operator, AttributeProto... attributes) {
        return OnnxBuilder.node(operator, "a", new String[] {"z"}, attributes);
    }

    private static NodeProto listed(String output, long value) {
        AttributeProto list = AttributeProto.newBuilder()
                .setName("values")
                .setType(AttributeType.INTS)
                .addInts(value)
                .build();
        return OnnxBuilder.node("Relu", output, new String[] {"z"}, list);
    }

    private static OnnxBuilder gelu(OnnxBuilder graph) {
        return gelu(graph.constant("half", 0.5), "half");
    }

    private static OnnxBuilder gelu(OnnxBuilder graph, String half) {
        return graph.constant("one", 1)
                .node("Div", "d", "z", "root")
                .node("Erf", "e", "d")
                .node("Add", "o", "e", "one")
                .node("Mul", "m", "z", "o")
                .node("Mul", "a", "m", half);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("impostors")
    void whatOnlyLooksLikeAnActivationIsRefused(String what, String words, UnaryOperator<OnnxBuilder> nodes)
            throws IOException {
        OnnxBuilder graph =
                new OnnxBuilder(8, 10).input("x", 3).weights("w", 3, 4).node("MatMul", "z", "x", "w");
        Path file = nodes.apply(graph).output("a", 4).writeTo(folder.resolve("impostor.onnx"));

        assertThatThrownBy(() -> OnnxFile.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(words);
    }

    @Test
    void theRestOfOneIsOnlyTakenForTwoClassesWhereThereIsOneOutput() throws IOException {
        Path file = new OnnxBuilder(8, 17)
                .input("x", 3)
                .weights("w", 3, 2)
                .node("MatMul", "z", "x", "w")
                .node("Sigmoid", "p", "z")
                .scalar("one", 1)
                .node("Sub", "q", "one", "p")
                .node(OnnxBuilder.node("Concat", "y", new String[] {"q", "p"}, attribute("axis", 1)))
                .output("y", 4)
                .writeTo(folder.resolve("four.onnx"));

        assertThatThrownBy(() -> OnnxFile.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("(operator 'Concat')");
    }

    @Test
    void aGraphThatGivesNoNumbersIsNoNetworkThatDoes() throws IOException {
        Path file = new OnnxBuilder(8, 17)
                .input("x", 3)
                .weights("w", 3, 2)
                .node("MatMul", "z", "x", "w")
                .tensor("huge", new double[] {1e38, 1e38}, 2)
                .node("Mul", "b", "z", "huge")
                .node("Mul", "c", "b", "huge")
                .node("Div", "d", "c", "huge")
                .node("Div", "y", "d", "huge")
                .output("y", DataType.FLOAT, 2)
                .writeTo(folder.resolve("overflowing.onnx"));

        // What overflows on the way may be taken for what it is without rounding, but must not be another network.
        assertThat(OnnxFile.read(file).model().schema().outputs()).isEqualTo(2);
    }
}
