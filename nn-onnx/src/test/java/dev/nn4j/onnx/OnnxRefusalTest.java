// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import static dev.nn4j.onnx.OnnxBuilder.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.api.ModelFormatException.Reason;
import dev.nn4j.io.ModelFile;
import dev.nn4j.io.internal.protobuf.ByteString;
import dev.nn4j.onnx.internal.proto.FunctionProto;
import dev.nn4j.onnx.internal.proto.ModelProto;
import dev.nn4j.onnx.internal.proto.TensorProto;
import dev.nn4j.onnx.internal.proto.TensorProto.DataLocation;
import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an ONNX file must not have is refused by name, whoever wrote it. */
class OnnxRefusalTest {
    @TempDir
    private Path folder;

    /** {@code x·w} with w [3, 2], named z, and no output yet. */
    private static OnnxBuilder dense() {
        return new OnnxBuilder(8, 17).input("x", 3).weights("w", 3, 2).node("MatMul", "z", "x", "w");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../etc/passwd", "/etc/passwd", "link"})
    void case048_externalDataIsNeverRead(String location) throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), Path.of("/etc/passwd"));
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName("secret")
                .setDataType(DataType.FLOAT)
                .addDims(3)
                .addDims(2)
                .setDataLocation(DataLocation.EXTERNAL);
        tensor.addExternalDataBuilder().setKey("location").setValue(location);
        OnnxBuilder graph = new OnnxBuilder(8, 17)
                .input("x", 3)
                .initializer(tensor.build())
                .node("MatMul", "z", "x", "secret")
                .output("z", 2);

        refused(graph.build(), Reason.UNSUPPORTED, "tensor 'secret' lies outside the file (external data)");
    }

    @Test
    void case048_externalDataIsRefusedEvenWhereNothingUsesIt() throws IOException {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName("unused");
        tensor.addExternalDataBuilder().setKey("location").setValue("weights.bin");

        refused(
                dense().output("z", 2).initializer(tensor.build()).build(),
                Reason.UNSUPPORTED,
                "tensor 'unused' lies outside the file");
    }

    @Test
    void case049_aCycleIsRefused() throws IOException {
        OnnxBuilder graph =
                dense().node("Add", "a", "z", "b").node("Relu", "b", "a").output("b", 2);

        refused(graph.build(), Reason.CORRUPT, "node 'a_node' (operator 'Add') depends on its own output");
    }

    @Test
    void case049_anUndefinedInputIsRefused() throws IOException {
        refused(
                dense().node("Add", "a", "z", "nowhere").output("a", 2).build(),
                Reason.CORRUPT,
                "its input 'nowhere' is defined nowhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Loop", "If", "Scan", "Conv", "LSTM", "com.acme.Relu"})
    void case049_otherOperatorsAreRefusedByName(String operator) throws IOException {
        refused(
                dense().node(operator, "a", "z").output("a", 2).build(),
                Reason.UNSUPPORTED,
                "node 'a_node' (operator '" + operator + "')");
    }

    @Test
    void anActivationWithOtherNumbersIsRefusedWithThem() throws IOException {
        OnnxBuilder graph = dense().node(OnnxBuilder.node(
                        "HardSigmoid", "a", new String[] {"z"}, attribute("alpha", 0.25f), attribute("beta", 0.5f)))
                .output("a", 2);

        refused(graph.build(), Reason.UNSUPPORTED, "(operator 'HardSigmoid') with 'alpha' 0.25, 'beta' 0.5");
    }

    @Test
    void branchesAreRefused() throws IOException {
        OnnxBuilder graph = new OnnxBuilder(8, 17)
                .input("x", 3)
                .weights("w", 3, 3)
                .weights("v", 3, 3)
                .node("MatMul", "z", "x", "w")
                .node("MatMul", "y", "x", "v")
                .node("Relu", "r", "z")
                .node("Add", "sum", "y", "r")
                .output("sum", 3);

        refused(graph.build(), Reason.UNSUPPORTED, "(operator 'Add') joins two branches");
    }

    @Test
    void blocksDeeperThanANetworkHasThemAreRefused() throws IOException {
        OnnxBuilder graph = dense().node("Relu", "sum0", "z");
        for (int level = 1; level <= 9; level++) {
            graph.node("Add", "sum" + level, "z", "sum" + (level - 1));
        }

        refused(graph.output("sum9", 2).build(), Reason.UNSUPPORTED, "lies more than 8 deep in others");
    }

    @Test
    void aBlockOfMoreLayersThanANetworkHasIsRefused() throws IOException {
        OnnxBuilder graph = dense();
        String before = "z";
        for (int i = 0; i < 10_000; i++) {
            graph.node("Relu", "r" + i, before);
            before = "r" + i;
        }
        graph.node("Add", "sum", before, "z").output("sum", 2);

        refused(graph.build(), Reason.UNSUPPORTED, "a residual block of 10000 layers; a network has at most 10000");
    }

    /** Branches that do not meet are searched once and no more. */
    @Test
    void longBranchesAreRefusedSoon() throws IOException {
        OnnxBuilder graph = new OnnxBuilder(8, 17).input("x", 3).weights("w", 3, 3);
        String one = "x";
        String other = "x";
        for (int i = 0; i < 5_000; i++) {
            graph.node("Relu", "a" + i, one).node("Tanh", "b" + i, other).node("Add", "s" + i, "a" + i, "b" + i);
            one = "s" + i;
            other = "a" + i;
        }
        graph.node("MatMul", "z", one, "w");

        refused(graph.output("z", 3).build(), Reason.UNSUPPORTED, "joins two branches");
    }

    @Test
    void aBranchThatIsAddedToItselfIsTwice() throws IOException {
        Path file = dense().node("Add", "sum", "z", "z").output("sum", 2).writeTo(folder.resolve("twice.onnx"));

        assertThat(OnnxFile.read(file).model().network().spec().layers()).hasSize(4);
    }

    @Test
    void duplicateNamesAreRefused() throws IOException {
        refused(dense().weights("w", 3, 2).output("z", 2).build(), Reason.CORRUPT, "'w': the name is there twice");
        refused(dense().node("Relu", "z", "x").output("z", 2).build(), Reason.CORRUPT, "'z': the name is there twice");
        refused(dense().input("x", 3).output("z", 2).build(), Reason.CORRUPT, "input 'x' is there twice");
    }

    @Test
    void functionsAreRefused() throws IOException {
        ModelProto model = dense().output("z", 2).build().toBuilder()
                .addFunctions(FunctionProto.newBuilder().setName("f"))
                .build();

        refused(model, Reason.UNSUPPORTED, "defines functions of its own");
    }

    @Test
    void dimensionsThatLieAreRefusedBeforeMemoryIsTaken() throws IOException {
        refusedTensor("(dims) 2^31 × 2^31", 1L << 31, 1L << 31);
        refusedTensor("overflows to 0", 1L << 32, 1L << 32);
        refusedTensor("one too many", 3, 3);
        refusedTensor("none", 0, 2);
        refusedTensor("negative", -3, -2);
    }

    private void refusedTensor(String why, long... dims) throws IOException {
        OnnxBuilder graph = new OnnxBuilder(8, 17)
                .input("x", 3)
                .tensor("w", new double[6], dims)
                .node("MatMul", "z", "x", "w")
                .output("z", 2);

        assertThat(refusal(graph.build(), Optional.empty()).reason()).as(why).isEqualTo(Reason.CORRUPT);
    }

    @Test
    void rawBytesThatAreNoWholeNumberOfValuesAreRefused() throws IOException {
        TensorProto tensor = TensorProto.newBuilder()
                .setName("w")
                .setDataType(DataType.FLOAT)
                .addDims(3)
                .addDims(2)
                .setRawData(ByteString.copyFrom(new byte[25]))
                .build();
        OnnxBuilder graph = new OnnxBuilder(8, 17)
                .input("x", 3)
                .initializer(tensor)
                .node("MatMul", "z", "x", "w")
                .output("z", 2);

        refused(graph.build(), Reason.CORRUPT, "25 bytes are no whole number of values");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void numbersThatAreNotFiniteAreRefused(double value) throws IOException {
        OnnxBuilder graph = new OnnxBuilder(8, 17)
                .input("x", 1)
                .tensor("w", new double[] {1, value}, 1, 2)
                .node("MatMul", "z", "x", "w")
                .output("z", 2);

        refused(graph.build(), Reason.CORRUPT, "tensor 'w': value 1 is " + value + "; every number must be finite");
    }

    @Test
    void widthsThatDoNotChainAreRefused() throws IOException {
        OnnxBuilder graph =
                dense().weights("v", 4, 2).node("MatMul", "y", "z", "v").output("y", 2);

        refused(graph.build(), Reason.UNSUPPORTED, "takes 4 values to a row, it is given 2");
    }

    @Test
    void inputsThatAreNoRowsOfFloatsAreRefused() throws IOException {
        OnnxBuilder deep = new OnnxBuilder(8, 17).input("x", 2, 3).weights("w", 3, 2);
        refused(
                deep.node("MatMul", "z", "x", "w").output("z", 2, 2).build(),
                Reason.UNSUPPORTED,
                "input 'x' has 3 axes; rows of numbers have 2");
        OnnxBuilder narrow = new OnnxBuilder(8, 17).input("x", 2).weights("w", 3, 2);
        refused(
                narrow.node("MatMul", "z", "x", "w").output("z", 2).build(),
                Reason.UNSUPPORTED,
                "input 'x' has 2 values to a row, the first layer takes 3");
    }

    @Test
    void trainingModeIsRefused() throws IOException {
        OnnxBuilder graph = dense().weights("g", 2)
                .weights("h", 2)
                .weights("m", 2)
                .positive("v", 2)
                .node(OnnxBuilder.node(
                        "BatchNormalization",
                        "n",
                        new String[] {"z", "g", "h", "m", "v"},
                        attribute("training_mode", 1)))
                .output("n", 2);

        refused(graph.build(), Reason.UNSUPPORTED, "(operator 'BatchNormalization') is in training mode");
    }

    @Test
    void aNetworkWithoutADenseLayerIsRefused() throws IOException {
        refused(
                new OnnxBuilder(8, 17)
                        .input("x", 3)
                        .node("Identity", "y", "x")
                        .output("y", 3)
                        .build(),
                Reason.UNSUPPORTED,
                "there is no dense layer");
    }

    @Test
    void anOutputThatIsNoTensorOfFloatsIsRefusedWithARemedy() throws IOException {
        OnnxBuilder graph = dense().node("ai.onnx.ml.ZipMap", "maps", "z").output("maps", DataType.UNDEFINED);
        refused(graph.build(), Reason.UNSUPPORTED, "no output of floats among ['maps']; name 'z', which its ZipMap");
        assertThat(refusal(dense().output("z", 2).build(), Optional.of("zz")))
                .hasMessageContaining("there is no output 'zz'; did you mean 'z'");
    }

    @Test
    void oldAndUnknownOperatorSetsAreRefused() throws IOException {
        for (long opset : new long[] {6, 27}) {
            OnnxBuilder graph = new OnnxBuilder(8, opset)
                    .input("x", 3)
                    .weights("w", 3, 2)
                    .node("MatMul", "z", "x", "w")
                    .output("z", 2);
            refused(graph.build(), Reason.UNSUPPORTED, "uses operator set " + opset + "; 7 to 26 are read");
        }
    }

    @Test
    void namesWithControlCharactersAreEscapedInMessagesAndRefusedInMetadata() throws IOException {
        refused(
                dense().node("Loop", "\u001b[31m", "z").output("\u001b[31m", 2).build(),
                Reason.UNSUPPORTED,
                "node '\\u001b[31m_node'");
        refused(
                dense().output("z", 2)
                        .metadata("features", "[\"a\\u0000\",\"b\",\"c\"]")
                        .build(),
                Reason.CORRUPT,
                "control characters are not allowed");
    }

    @Test
    void filesOfOtherKindsAreNamed() throws IOException {
        assertThat(refusal("".getBytes(StandardCharsets.UTF_8))).hasMessageContaining("is empty, not an ONNX model");
        assertThat(refusal("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))).hasMessageContaining("looks like text");
        Path model = folder.resolve("model.onnx");
        ModelFile.write(GoldenModels.binary(), model);
        assertThat(refusal(Files.readAllBytes(model))).hasMessageContaining("it is an nn4j model already");
    }

    @Test
    void millionsOfEmptyMessagesAreRefusedBeforeObjectsAreMadeOfThem() {
        byte[] nodes = new byte[1 << 22];
        for (int i = 0; i < nodes.length; i += 2) {
            nodes[i] = 0x0A; // graph.node, empty
        }
        ByteString graph = ByteString.copyFrom(new byte[] {0x3A, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0x02});

        assertThat(refusal(graph.concat(ByteString.copyFrom(nodes)).toByteArray()))
                .hasMessageContaining("fields, the most allowed");
    }

    @Test
    void aTruncatedOrDamagedFileGivesTheDocumentedExceptionAndNoOther() throws IOException {
        Path file = folder.resolve("whole.onnx");
        OnnxFile.write(GoldenModels.multiClass(), file);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            readOrRefuse(Arrays.copyOf(whole, length), "cut to " + length);
        }
        SplittableRandom random = new SplittableRandom(48);
        for (int trial = 0; trial < 1500; trial++) {
            byte[] damaged = whole.clone();
            for (int flips = 0; flips <= trial % 3; flips++) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            readOrRefuse(damaged, "trial " + trial + " of seed 48");
        }
    }

    private void readOrRefuse(byte[] bytes, String what) throws IOException {
        Path file = Files.write(folder.resolve("damaged.onnx"), bytes);
        try {
            OnnxFile.read(file, GoldenModels.REGISTRY, Optional.empty());
        } catch (ModelFormatException e) {
            assertThat(e.getMessage()).as(what).startsWith(file + ": ");
        }
    }

    @Test
    void longChainsAndDeepGraphsAreReadWithoutRecursion() throws IOException {
        OnnxBuilder graph = dense();
        String before = "z";
        for (int i = 0; i < 20_000; i++) {
            graph.node("Identity", "i" + i, before);
            before = "i" + i;
        }
        Path file = graph.output(before, 2).writeTo(folder.resolve("long.onnx"));

        assertThat(OnnxFile.read(file).model().schema().outputs()).isEqualTo(2);
    }

    @Test
    void aFunctionThatDoublesWithEveryNodeIsRefusedSoon() throws IOException {
        OnnxBuilder graph = dense();
        String before = "z";
        for (int i = 0; i < 200; i++) {
            graph.node("Sin", "s" + i, before).node("Mul", "m" + i, before, "s" + i);
            before = "m" + i;
        }

        refused(graph.output(before, 2).build(), Reason.UNSUPPORTED, "joins two branches");
    }

    private void refused(ModelProto model, Reason reason, String words) throws IOException {
        ModelFormatException refusal = refusal(model, Optional.empty());
        assertThat(refusal).hasMessageContaining(words);
        assertThat(refusal.reason()).isEqualTo(reason);
    }

    private ModelFormatException refusal(ModelProto model, Optional<String> output) throws IOException {
        Path file = Files.write(folder.resolve("refused.onnx"), model.toByteArray());
        try {
            OnnxFile.read(file, GoldenModels.REGISTRY, output);
        } catch (ModelFormatException e) {
            assertThat(e.getMessage()).startsWith(file + ": ");
            return e;
        }
        throw new AssertionError("was read");
    }

    private ModelFormatException refusal(byte[] bytes) {
        Path file = folder.resolve("refused.onnx");
        ModelFormatException[] caught = new ModelFormatException[1];
        assertThatThrownBy(() -> OnnxFile.read(Files.write(file, bytes)))
                .isInstanceOfSatisfying(ModelFormatException.class, e -> caught[0] = e);
        return caught[0];
    }
}
