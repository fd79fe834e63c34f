// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import static dev.nn4j.onnx.OnnxBuilder.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import dev.nn4j.core.Model;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.network.ActivationSpec;
import dev.nn4j.core.network.BatchNormalizationSpec;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.LayerNormalizationSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.Task;
import dev.nn4j.onnx.internal.proto.AttributeProto;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks as other programs export them read as models that agree with ONNX Runtime. */
class OnnxImportTest {
    private static final int ROWS = 20;

    @TempDir
    private Path folder;

    private static String[] inputs(String... names) {
        return names;
    }

    private static OnnxBuilder torchLinear(OnnxBuilder graph, String name, String in, String out, int from, int to) {
        return graph.weights(name + ".weight", to, from)
                .weights(name + ".bias", to)
                .node(OnnxBuilder.node(
                        "Gemm",
                        out,
                        inputs(in, name + ".weight", name + ".bias"),
                        attribute("alpha", 1f),
                        attribute("beta", 1f),
                        attribute("transB", 1)));
    }

    /** How PyTorch's exporter writes activations, around {@code z} and {@code a}. */
    static Stream<Arguments> torchActivations() {
        return Stream.of(
                torch("relu", 17, graph -> graph.node("Relu", "a", "z")),
                torch("tanh", 17, graph -> graph.node("Tanh", "a", "z")),
                torch("sigmoid", 17, graph -> graph.node("Sigmoid", "a", "z")),
                torch("softplus", 17, graph -> graph.node("Softplus", "a", "z")),
                torch("selu", 17, graph -> graph.node("Selu", "a", "z")),
                torch("elu", 17, graph -> graph.node(one("Elu", attribute("alpha", 0.7f)))),
                torch("leaky-relu", 17, graph -> graph.node(one("LeakyRelu", attribute("alpha", 0.2f)))),
                torch("hard-sigmoid", 17, graph -> graph.node(one("HardSigmoid", attribute("alpha", 1 / 6f)))),
                torch("softmax", 17, graph -> graph.node(one("Softmax", attribute("axis", 1)))),
                torch(
                        "hard-tanh",
                        17,
                        graph -> graph.constant("low", -1).constant("high", 1).node("Clip", "a", "z", "low", "high")),
                torch("hard-tanh", 8, graph -> graph.node(one("Clip", attribute("min", -1f), attribute("max", 1f)))),
                torch("silu", 17, graph -> graph.node("Sigmoid", "s", "z").node("Mul", "a", "z", "s")),
                torch(
                        "mish",
                        17,
                        graph -> graph.node("Softplus", "p", "z")
                                .node("Tanh", "t", "p")
                                .node("Mul", "a", "z", "t")),
                torch(
                        "softsign",
                        17,
                        graph -> graph.constant("one", 1)
                                .node("Abs", "m", "z")
                                .node("Add", "d", "one", "m")
                                .node("Div", "a", "z", "d")),
                torch(
                        "gelu",
                        17,
                        graph -> graph.constant("root", 1.4142135381698608)
                                .constant("one", 1)
                                .constant("half", 0.5)
                                .node("Div", "d", "z", "root")
                                .node("Erf", "e", "d")
                                .node("Add", "o", "e", "one")
                                .node("Mul", "m", "z", "o")
                                .node("Mul", "a", "m", "half")),
                torch(
                        "gelu-tanh",
                        17,
                        graph -> graph.constant("half", 0.5)
                                .constant("one", 1)
                                .constant("c", 0.044715)
                                .constant("k", 0.7978845608028654)
                                .node("Mul", "q", "z", "z")
                                .node("Mul", "q3", "z", "q")
                                .node("Mul", "cq", "c", "q3")
                                .node("Add", "in", "z", "cq")
                                .node("Mul", "u", "k", "in")
                                .node("Tanh", "t", "u")
                                .node("Add", "o", "one", "t")
                                .node("Mul", "m", "z", "o")
                                .node("Mul", "a", "half", "m")),
                // as tf2onnx writes Keras's
                torch(
                        "gelu",
                        13,
                        graph -> graph.constant("half", 0.5)
                                .constant("r", 0.70710677)
                                .constant("one", 1)
                                .node("Mul", "h", "half", "z")
                                .node("Mul", "d", "z", "r")
                                .node("Erf", "e", "d")
                                .node("Add", "o", "one", "e")
                                .node("Mul", "a", "h", "o")),
                torch(
                        "gelu-tanh",
                        17,
                        graph -> graph.constant("half", 0.5)
                                .constant("three", 3)
                                .constant("one", 1)
                                .constant("c", 0.044715)
                                .constant("k", 0.7978846)
                                .node("Pow", "q3", "z", "three")
                                .node("Mul", "cq", "q3", "c")
                                .node("Add", "in", "cq", "z")
                                .node("Mul", "u", "in", "k")
                                .node("Tanh", "t", "u")
                                .node("Add", "o", "t", "one")
                                .node("Mul", "h", "o", "half")
                                .node("Mul", "a", "h", "z")));
    }

    private static NodeProto one(String operator, AttributeProto... attributes) {
        return OnnxBuilder.node(operator, "a", inputs("z"), attributes);
    }

    private static Arguments torch(String activation, int opset, UnaryOperator<OnnxBuilder> nodes) {
        return Arguments.of(activation, opset, nodes);
    }

    @ParameterizedTest(name = "{0}, opset {1}")
    @MethodSource("torchActivations")
    void activationsOfOtherExportersAreFound(String name, int opset, UnaryOperator<OnnxBuilder> nodes)
            throws IOException, OrtException {
        OnnxBuilder graph = torchLinear(new OnnxBuilder(8, opset).input("input", 4), "0", "input", "z", 4, 6);
        torchLinear(nodes.apply(graph), "2", "a", "output", 6, 2).output("output", 2);
        Model model = agreeing(graph, "output", 4).model();

        assertThat(layers(model)).containsExactly(name, "identity");
        assertThat(model.schema().task()).isEqualTo(Task.REGRESSION);
    }

    @Test
    void aPyTorchNetworkWithFlattenBatchNormalisationAndDropout() throws IOException, OrtException {
        OnnxBuilder graph = new OnnxBuilder(8, 17).input("input", 2, 3);
        graph.node(OnnxBuilder.node("Flatten", "flat", inputs("input"), attribute("axis", 1)));
        torchLinear(graph, "1", "flat", "z", 6, 5);
        batchNormalisation(graph, "2", "z", "n", 5).node("Relu", "r", "n").node("Dropout", "d", "r");
        batchNormalisation(graph, "4", "d", "n2", 5);
        torchLinear(graph, "5", "n2", "logits", 5, 3)
                .node(OnnxBuilder.node("Softmax", "output", inputs("logits"), attribute("axis", -1)))
                .output("output", 3);
        Model model = agreeing(graph, "output", 2, 3).model();

        assertThat(layers(model))
                .containsExactly("identity", "batch-normalization", "activation", "batch-normalization", "softmax");
        assertThat(model.schema().task()).isEqualTo(Task.MULTICLASS);
        assertThat(model.schema().labels()).containsExactly("y0", "y1", "y2");
        assertThat(model.schema().featureNames()).containsExactly("x0", "x1", "x2", "x3", "x4", "x5");
        assertThat(model.schema().inventedNames()).isTrue();
    }

    private static OnnxBuilder batchNormalisation(OnnxBuilder graph, String name, String in, String out, int width) {
        return graph.weights(name + ".weight", width)
                .weights(name + ".bias", width)
                .weights(name + ".running_mean", width)
                .positive(name + ".running_var", width)
                .node(OnnxBuilder.node(
                        "BatchNormalization",
                        out,
                        inputs(in, name + ".weight", name + ".bias", name + ".running_mean", name + ".running_var"),
                        attribute("epsilon", 1e-3f),
                        attribute("momentum", 0.9f)));
    }

    @Test
    void aNormalisationInFrontOfADenseLayerIsALayerAndTrainsOn() throws IOException, OrtException {
        OnnxBuilder graph = new OnnxBuilder(8, 17).input("x", 3);
        batchNormalisation(graph, "0", "x", "n0", 3);
        batchNormalisation(graph, "1", "n0", "n1", 3);
        torchLinear(graph, "2", "n1", "z", 3, 4);
        layerNormalisation(graph, "3", "z", "n3", 4).weights("f", 4).node("Mul", "s", "n3", "f");
        torchLinear(graph, "4", "s", "y", 4, 2).output("y", 2);
        Model model = agreeing(graph, "y", 3).model();

        assertThat(layers(model))
                .containsExactly(
                        "batch-normalization", "batch-normalization", "identity", "layer-normalization", "identity");
        assertThat(model.network().spec().layers())
                .contains(new BatchNormalizationSpec(1e-3, 0.1), new LayerNormalizationSpec(1e-6));
    }

    @Test
    void aNormalisationIsFoldedWhereArithmeticOrTheLastActivationFollows() throws IOException, OrtException {
        OnnxBuilder graph =
                new OnnxBuilder(8, 17).input("x", 3).positive("g", 3).node("Mul", "s", "x", "g");
        batchNormalisation(graph, "0", "s", "n0", 3).scalar("one", 1).node("Add", "m", "n0", "one");
        torchLinear(graph, "1", "m", "z", 3, 4);
        batchNormalisation(graph, "2", "z", "n2", 4).node("Sigmoid", "y", "n2").output("y", 4);
        Model model = agreeing(graph, "y", 3).model();

        assertThat(layers(model)).containsExactly("sigmoid");
        assertThat(model.inputScaler().scaling()).isEqualTo(Scaling.STANDARD);
    }

    @Test
    void anActivationBehindAnythingButADenseLayerIsALayer() throws IOException, OrtException {
        OnnxBuilder graph = new OnnxBuilder(8, 17).input("x", 3).node("Tanh", "t", "x");
        torchLinear(graph, "1", "t", "z", 3, 4);
        batchNormalisation(graph, "2", "z", "n", 4).node("Relu", "r", "n").node("Tanh", "u", "r");
        layerNormalisation(graph, "3", "u", "l", 4).node("Sigmoid", "s", "l");
        torchLinear(graph, "4", "s", "v", 4, 2).node("Relu", "w", "v").node("Tanh", "y", "w");
        Model model = agreeing(graph.output("y", 2), "y", 3).model();

        assertThat(layers(model))
                .containsExactly(
                        "activation",
                        "identity",
                        "batch-normalization",
                        "activation",
                        "activation",
                        "layer-normalization",
                        "activation",
                        "relu",
                        "tanh");
        assertThat(model.network().spec().layers())
                .filteredOn(ActivationSpec.class::isInstance)
                .extracting(layer -> ((ActivationSpec) layer).activation().name())
                .containsExactly("tanh", "relu", "tanh", "sigmoid");
    }

    @Test
    void anActivationInFrontOfAScaledNetworkIsALayer() throws IOException, OrtException {
        OnnxBuilder graph =
                new OnnxBuilder(8, 17).input("x", 3).positive("g", 3).node("Mul", "s", "x", "g");
        graph.node("Softsign", "t", "s").weights("h", 3).node("Add", "a", "t", "h");
        torchLinear(graph, "1", "a", "y", 3, 2).output("y", 2);
        Model model = agreeing(graph, "y", 3).model();

        assertThat(layers(model)).containsExactly("activation", "identity");
        assertThat(model.inputScaler().scaling()).isEqualTo(Scaling.STANDARD);
    }

    /** As PyTorch writes it before operator set 17, Keras's with axes as an input. */
    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void aLayerNormalisationInStepsIsALayer(int opset) throws IOException, OrtException {
        OnnxBuilder graph = torchLinear(new OnnxBuilder(8, opset).input("x", 3), "0", "x", "z", 3, 4)
                .integers("axes", -1)
                .constant("two", 2)
                .constant("epsilon", 1e-5)
                .weights("scale", 4)
                .weights("shift", 4);
        mean(graph, "m", "z", opset).node("Sub", "c", "z", "m").node("Pow", "q", "c", "two");
        mean(graph, "v", "q", opset)
                .node("Add", "e", "v", "epsilon")
                .node("Sqrt", "d", "e")
                .node("Div", "n", "c", "d")
                .node("Mul", "s", "n", "scale")
                .node("Add", "l", "s", "shift");
        torchLinear(graph, "1", "l", "y", 4, 2).output("y", 2);
        Model model = agreeing(graph, "y", 3).model();

        assertThat(layers(model)).containsExactly("identity", "layer-normalization", "identity");
        assertThat(model.network().spec().layers()).contains(new LayerNormalizationSpec(1e-5));
    }

    private static OnnxBuilder mean(OnnxBuilder graph, String out, String in, int opset) {
        return opset < 18
                ? graph.node(OnnxBuilder.node("ReduceMean", out, inputs(in), OnnxBuilder.axes(-1)))
                : graph.node("ReduceMean", out, in, "axes");
    }

    private static OnnxBuilder layerNormalisation(OnnxBuilder graph, String name, String in, String out, int width) {
        return graph.weights(name + ".weight", width)
                .weights(name + ".bias", width)
                .node(OnnxBuilder.node(
                        "LayerNormalization",
                        out,
                        inputs(in, name + ".weight", name + ".bias"),
                        attribute("epsilon", 1e-6f)));
    }

    @Test
    void aKerasNetworkWithReshapeNormalisationAndMatMulAdd() throws IOException, OrtException {
        OnnxBuilder graph = new OnnxBuilder(7, 13)
                .input("args_0", 2, 2)
                .integers("shape", -1, 4)
                .node("Reshape", "flat", "args_0", "shape")
                .weights("mean", 1, 4)
                .positive("deviation", 1, 4)
                .node("Sub", "centred", "flat", "mean")
                .node("Div", "scaled", "centred", "deviation")
                .weights("w0", 4, 3)
                .weights("b0", 3)
                .node("MatMul", "m0", "scaled", "w0")
                .node("Add", "z0", "m0", "b0")
                .node("Elu", "a0", "z0")
                .weights("g", 3)
                .weights("h", 3)
                .node("Mul", "n0", "a0", "g")
                .node("Add", "n1", "h", "n0")
                .weights("w1", 3, 1)
                .weights("b1", 1)
                .node("MatMul", "m1", "n1", "w1")
                .node("Add", "z1", "m1", "b1")
                .node("Sigmoid", "dense", "z1")
                .output("dense", 1);
        Model model = agreeing(graph, "dense", 2, 2).model();

        assertThat(layers(model)).containsExactly("elu", "sigmoid");
        assertThat(model.inputScaler().scaling()).isEqualTo(Scaling.STANDARD);
        assertThat(model.schema().task()).isEqualTo(Task.BINARY);
        assertThat(model.schema().labels()).containsExactly("0", "1");
        assertThat(model.schema().positiveClass()).isEqualTo(1);
    }

    @Test
    void aScikitLearnPipelineOfTwoClasses() throws IOException, OrtException {
        OnnxBuilder graph = scikitLearn("Relu", 3, 1)
                .node("Sigmoid", "p", "z1")
                .scalar("unity", 1)
                .node("Sub", "negative", "unity", "p")
                .node(OnnxBuilder.node("Concat", "probabilities", inputs("negative", "p"), attribute("axis", 1)))
                .node(OnnxBuilder.node("ArgMax", "label", inputs("probabilities"), attribute("axis", 1)))
                .output("label", DataType.INT64, 1)
                .output("probabilities", 2);
        Path file = graph.writeTo(folder.resolve("network.onnx"));
        Model model = OnnxFile.read(file).model();
        float[] rows = rows(3);
        float[] both;
        try (OnnxRun run = OnnxRun.of(file)) {
            both = run.floats("probabilities", rows, ROWS, 3);
        }
        float[] positive = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            positive[row] = both[2 * row + 1];
        }
        OnnxAgreement.requireNear(OnnxAgreement.outputs(model, rows), positive);
        assertThat(model.schema().task()).isEqualTo(Task.BINARY);
        assertThat(model.inputScaler().scaling()).isEqualTo(Scaling.STANDARD);
    }

    @Test
    void aScikitLearnRegression() throws IOException, OrtException {
        OnnxBuilder graph = scikitLearn("Tanh", 3, 1)
                .node("Identity", "out_activations_result", "z1")
                .integers("shape", -1, 1)
                .node("Reshape", "variable", "out_activations_result", "shape")
                .output("variable", 1);
        Model model = agreeing(graph, "variable", 3).model();

        assertThat(layers(model)).containsExactly("tanh", "identity");
        assertThat(model.schema().targets()).containsExactly("y0");
    }

    private static OnnxBuilder scikitLearn(String activation, int features, int outputs) {
        return new OnnxBuilder(8, 17)
                .domain("ai.onnx.ml", 1)
                .input("X", features)
                .node(OnnxBuilder.node(
                        "ai.onnx.ml.Scaler",
                        "scaled",
                        inputs("X"),
                        attribute("offset", 0.5f, -1f, 0.25f),
                        attribute("scale", 2f, 0.3f, 1.7f)))
                .node(OnnxBuilder.node("Cast", "cast_input", inputs("scaled"), attribute("to", 1)))
                .weights("coefficient", features, 4)
                .weights("intercepts", 1, 4)
                .node("MatMul", "m0", "cast_input", "coefficient")
                .node("Add", "z0", "m0", "intercepts")
                .node(activation, "a0", "z0")
                .weights("coefficient1", 4, outputs)
                .weights("intercepts1", 1, outputs)
                .node("MatMul", "m1", "a0", "coefficient1")
                .node("Add", "z1", "m1", "intercepts1");
    }

    @Test
    void initializersThatAreListedAsInputsAndFloatData() throws IOException, OrtException {
        OnnxBuilder graph = new OnnxBuilder(3, 8)
                .input("data", 3)
                .listed("w", 3, 2)
                .listed("b", 2)
                .listedFloats("w", 3, 2)
                .listedFloats("b", 2)
                .node("Gemm", "z", "data", "w", "b")
                .node("Sigmoid", "out", "z")
                .output("out", 2);
        Model model = agreeing(graph, "out", 3).model();

        assertThat(model.schema().task()).isEqualTo(Task.MULTILABEL);
        assertThat(model.schema().targets()).containsExactly("y0", "y1");
    }

    @ParameterizedTest
    @MethodSource("gemms")
    void gemmWithAlphaBetaAndBroadcastC(int transB, long[] dimsOfC) throws IOException, OrtException {
        OnnxBuilder graph = new OnnxBuilder(8, 17).input("x", 3);
        if (transB == 1) {
            graph.weights("w", 2, 3);
        } else {
            graph.weights("w", 3, 2);
        }
        graph.weights("c", dimsOfC)
                .node(OnnxBuilder.node(
                        "Gemm",
                        "y",
                        inputs("x", "w", "c"),
                        attribute("alpha", 0.5f),
                        attribute("beta", -2f),
                        attribute("transB", transB)))
                .output("y", 2);
        agreeing(graph, "y", 3);
    }

    static Stream<Arguments> gemms() {
        return Stream.of(
                Arguments.of(0, new long[] {2}),
                Arguments.of(1, new long[] {1, 2}),
                Arguments.of(1, new long[] {}),
                Arguments.of(0, new long[] {1}),
                Arguments.of(0, new long[] {1, 1}));
    }

    @Test
    void rowsTransposedTwiceAndWeightsTransposedByANode() throws IOException, OrtException {
        OnnxBuilder graph = new OnnxBuilder(8, 17)
                .input("x", 3)
                .weights("w", 3, 4)
                .weights("v", 2, 4)
                .node("Transpose", "xt", "x")
                .node(OnnxBuilder.node("Gemm", "h", inputs("xt", "w"), attribute("transA", 1)))
                .node("Transpose", "vt", "v")
                .node("MatMul", "y", "h", "vt")
                .output("y", 2);
        Model model = agreeing(graph, "y", 3).model();

        assertThat(model.network().spec().layers())
                .allMatch(layer -> layer instanceof DenseSpec dense && !dense.bias());
    }

    @Test
    void doublesAreRoundedWithANote() throws IOException, OrtException {
        OnnxBuilder graph = new OnnxBuilder(8, 17)
                .doubles()
                .input("x", 3)
                .weights("w", 3, 2)
                .weights("b", 2)
                .node("MatMul", "m", "x", "w")
                .node("Add", "y", "m", "b")
                .output("y", 2);

        assertThat(agreeing(graph, "y", 3).notes())
                .singleElement()
                .asString()
                .contains("2 tensors of 64-bit numbers were rounded to the 32 bits");
    }

    @Test
    void scalingThatNoScalerCanSayGoesIntoTheFirstLayer() throws IOException, OrtException {
        OnnxBuilder graph = new OnnxBuilder(8, 17)
                .input("x", 3)
                .tensor("factor", new double[] {0, -2, 0.5}, 3)
                .scalar("offset", 0.75)
                .node("Mul", "s", "x", "factor")
                .node("Sub", "t", "offset", "s")
                .weights("w", 3, 2)
                .node("MatMul", "y", "t", "w")
                .output("y", 2);
        Model model = agreeing(graph, "y", 3).model();

        assertThat(model.inputScaler().scaling()).isEqualTo(Scaling.NONE);
    }

    @Test
    void outputsThatAreScaledBackHaveATargetScaler() throws IOException, OrtException {
        OnnxBuilder graph = torchLinear(new OnnxBuilder(8, 17).input("x", 3), "0", "x", "z", 3, 2)
                .positive("scale", 2)
                .weights("shift", 2)
                .node("Mul", "s", "z", "scale")
                .node("Add", "y", "s", "shift")
                .output("y", 2);
        Model model = agreeing(graph, "y", 3).model();

        assertThat(model.targetScaler().scaling()).isEqualTo(Scaling.STANDARD);
    }

    @Test
    void anotherValueCanBeNamedAsTheOutput() throws IOException {
        OnnxBuilder graph = torchLinear(new OnnxBuilder(8, 17).input("x", 3), "0", "x", "z", 3, 2)
                .node("Softmax", "p", "z")
                .output("p", 2);
        Path file = graph.writeTo(folder.resolve("named.onnx"));
        Model model = OnnxFile.read(file, ComponentRegistry.standard(), Optional.of("z"))
                .model();

        assertThat(layers(model)).containsExactly("identity");
        assertThat(model.schema().task()).isEqualTo(Task.REGRESSION);
    }

    @Test
    void metadataOfAnotherKindIsNotReadAndSaidSo() throws IOException {
        OnnxBuilder graph = torchLinear(new OnnxBuilder(8, 17).input("x", 3), "0", "x", "z", 3, 2)
                .output("z", 2)
                .metadata("task", "detect")
                .metadata("features", "[\"a\", \"b\"]");
        OnnxImport read = OnnxFile.read(graph.writeTo(folder.resolve("notes.onnx")));

        assertThat(read.notes())
                .hasSize(2)
                .anyMatch(note -> note.contains("'task' is not read: 'detect'"))
                .anyMatch(note -> note.contains("'features' is not read: it must be a JSON array of 3"));
        assertThat(read.model().schema().featureNames()).containsExactly("x0", "x1", "x2");
    }

    private OnnxImport agreeing(OnnxBuilder graph, String output, long... columns) throws IOException, OrtException {
        Path file = graph.writeTo(folder.resolve("network.onnx"));
        OnnxImport read = OnnxFile.read(file);
        int width = 1;
        long[] shape = new long[columns.length + 1];
        shape[0] = ROWS;
        for (int i = 0; i < columns.length; i++) {
            width *= (int) columns[i];
            shape[i + 1] = columns[i];
        }
        float[] rows = rows(width);
        try (OnnxRun run = OnnxRun.of(file)) {
            OnnxAgreement.requireNear(OnnxAgreement.outputs(read.model(), rows), run.floats(output, rows, shape));
        }
        return read;
    }

    private static float[] rows(int width) {
        SplittableRandom random = new SplittableRandom(9);
        float[] rows = new float[ROWS * width];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) (random.nextDouble() * 4 - 2);
        }
        return rows;
    }

    private static List<String> layers(Model model) {
        return model.network().spec().layers().stream()
                .map(layer ->
                        layer instanceof DenseSpec dense ? dense.activation().name() : layer.kind())
                .toList();
    }
}
