// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ModelFormatException;
import dev.nn4j.api.ModelFormatException.Reason;
import dev.nn4j.core.Model;
import dev.nn4j.io.ModelFile;
import dev.nn4j.io.ModelVerification;
import dev.nn4j.io.TestModels;
import dev.nn4j.io.internal.proto.DType;
import dev.nn4j.io.internal.proto.Layer;
import dev.nn4j.io.internal.proto.LayerKind;
import dev.nn4j.io.internal.proto.Param;
import dev.nn4j.io.internal.proto.Task;
import dev.nn4j.io.internal.protobuf.ByteString;
import dev.nn4j.io.internal.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose lengths and checksums are right and whose content is not; cases are numbered in docs/model-format.md. */
class ModelRefusalTest {
    private static final int NETWORK = 3;
    private static final int PROVENANCE = 7;
    private static final int LENGTH_DELIMITED = 2;

    @TempDir
    Path folder;

    private Path file;
    private byte[] sound;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("model.nn");
        ModelFile.write(TestModels.binary(), file);
        sound = Files.readAllBytes(file);
    }

    @Test
    void aForgeryThatChangesNothingIsTheFileItself() throws IOException {
        assertThat(forgery().bytes()).isEqualTo(sound);
    }

    @Test
    void case012_aNewerFileSaysWhatItNeedsEvenWhenItsSumsDoNotFit() throws IOException {
        byte[] newer = forgery()
                .envelope(envelope ->
                        envelope.setFormatVersion(9).setMinReaderVersion(8).setProducerVersion("9.1"))
                .bytes();
        newer[newer.length - 60] ^= 1;

        assertThat(refusal(newer).reason()).isEqualTo(Reason.TOO_NEW);
        assertThat(refusal(newer))
                .hasMessage(file + ": is newer than this version of nn4j: it needs a reader of format version 8,"
                        + " this one reads up to 1; it was written by nn4j 9.1");
    }

    @Test
    void aNewerFileThatOldReadersMayReadIsRead() throws IOException {
        assertRead(forgery().envelope(envelope -> envelope.setFormatVersion(9)));
    }

    @Test
    void case013_version0IsTooOld() throws IOException {
        ModelFormatException refusal = refusal(
                forgery().envelope(envelope -> envelope.setFormatVersion(0)).bytes());
        assertThat(refusal.reason()).isEqualTo(Reason.TOO_OLD);
        assertThat(refusal).hasMessageContaining("has format version 0, the oldest that is read is 1");
    }

    @Test
    void case014_anUnknownRequiredFeatureIsTooNew() throws IOException {
        ModelFormatException refusal = refusal(forgery()
                .envelope(envelope -> envelope.addRequiredFeatures("quantised"))
                .bytes());
        assertThat(refusal.reason()).isEqualTo(Reason.TOO_NEW);
        assertThat(refusal).hasMessageContaining("needs the feature 'quantised'");
    }

    @Test
    void case015_anUnknownOptionalFieldIsReadOver() throws IOException {
        Forgery forgery = forgery();
        assertRead(forgery.set(NETWORK, joined(forgery.section(NETWORK), field(200, new byte[] {1, 2, 3}))));
    }

    @Test
    void case016_anUnknownSectionIsRefusedBelow100AndSkippedFromThere() throws IOException {
        assertRefused(forgery().append(20, new byte[3]), "its section 20 is unknown to this version");
        assertRefused(forgery().append(1000, new byte[3]), "its section 1000 is unknown to this version");
        assertRead(forgery().append(150, new byte[100_000]));
        assertRead(forgery().raw(new byte[] {(byte) 0xB0, 0x09, 0x2A})); // 150, the number 42
        assertRefused(forgery().raw(new byte[] {(byte) 0xB3, 0x09}), "its section 150 has the unknown wire type 3");
        assertRead(forgery().append(100, new byte[0]).append(999, new byte[3]));
    }

    @Test
    void case017_aSectionThatIsThereTwiceIsRefused() throws IOException {
        Forgery forgery = forgery();
        byte[] network = forgery.section(NETWORK);
        assertRefused(forgery.add(NETWORK, network), "its section network is there twice");
        assertRefused(
                forgery().append(NETWORK, network), "its section network comes after tensors; sections must ascend");
        assertRefused(forgery().remove(NETWORK), "there is no network");
    }

    @Test
    void aSingularFieldThatIsThereTwiceIsRefusedAtAnyDepth() throws IOException {
        Forgery forgery = forgery();
        byte[] twice = joined(forgery.section(NETWORK), forgery.section(NETWORK));
        assertRefused(forgery.set(NETWORK, twice), "Network: input_width is there twice");

        Forgery nested = forgery();
        byte[] layer = Layer.newBuilder().setName("x").build().toByteArray();
        byte[] network = joined(nested.section(NETWORK), field(2, joined(layer, layer)));
        assertRefused(nested.set(NETWORK, network), "Layer: name is there twice");
    }

    @Test
    void case018_aTensorThatIsThereTwiceIsRefused() throws IOException {
        assertRefused(
                forgery().tensor(1, tensor -> tensor.setName("l0/weight")),
                "tensor 'l0/bias' is expected as F32 [4], found 'l0/weight' as F32 [4]");
    }

    @Test
    void case020_aTensorThatIsMissingIsNamed() throws IOException {
        assertRefused(
                forgery().removeTensor(6).envelope(envelope -> envelope.setTensorCount(6)),
                "its network calls for 7 tensors of ");
        assertRefused(forgery().removeTensor(6), "tensor 'golden/y' is missing");
    }

    @Test
    void case021_aTensorThatNothingCallsForIsRefused() throws IOException {
        assertRefused(
                forgery().add(10, forgery().tensor(6).toByteArray()),
                "it has more tensors than the 7 that its network calls for");
    }

    @Test
    void case019_aParameterThatIsThereTwiceOrOutOfOrderIsRefused() throws IOException {
        assertRefused(
                forgery()
                        .layer(
                                0,
                                layer -> layer.getActivationBuilder()
                                        .addParams(Param.newBuilder()
                                                .setName("alpha")
                                                .setF64(1))),
                "layer 'l0': activation 'leaky-relu': parameter 'alpha' is there twice or out of order");
    }

    @Test
    void case022_dimensionsAreThoseOfTheNetwork() throws IOException {
        assertRefused(dims(1L << 40, 1L << 40), "found 'l0/weight' as F32 [1099511627776, 1099511627776]");
    }

    @Test
    void case023_dimensionsWhoseProductWrapsToZeroAreRefused() throws IOException {
        assertRefused(dims(1L << 32, 1L << 32), "found 'l0/weight' as F32 [4294967296, 4294967296]");
    }

    @Test
    void case024_aDimensionOfZeroIsRefused() throws IOException {
        assertRefused(dims(3, 0), "found 'l0/weight' as F32 [3, 0]");
    }

    @Test
    void case025_aThousandDimensionsAreRefused() throws IOException {
        assertRefused(
                forgery().tensor(0, tensor -> tensor.addAllDims(Collections.nCopies(1000, 1L))),
                "tensor 'l0/weight' has too many dimensions");
    }

    @Test
    void case026_aHugeLayerInASmallFileTakesNoMemory() throws IOException {
        assertRefused(
                forgery().layer(0, layer -> layer.setOut(1_000_000_000)),
                "layer 'l0': output width must be in [1, 16777216], got 1000000000");
        assertRefused(
                forgery()
                        .layer(0, layer -> layer.setOut(1 << 24))
                        .layer(1, layer -> layer.setIn(1 << 24).setOut(1 << 24))
                        .layer(2, layer -> layer.setIn(1 << 24)),
                "its network calls for 7 tensors of 335544360 bytes in all");
        assertRefused(
                forgery()
                        .layer(0, layer -> layer.setOut(1 << 24))
                        .layer(1, layer -> layer.setIn(1 << 24).setOut(1 << 24))
                        .layer(2, layer -> layer.setIn(1 << 24))
                        .envelope(envelope -> envelope.setTensorBytes(335544360)),
                "its tensors need 335544360 bytes");
    }

    @Test
    void case027_aStringLongerThanTheFileIsRefused() throws IOException {
        byte[] lie = {0x0A, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x07};
        assertRefused(forgery().set(PROVENANCE, lie), "its section Provenance is damaged");
    }

    @Test
    void case028_deepNestingIsRefused() throws IOException {
        byte[] groups = new byte[2000];
        for (int i = 0; i < 1000; i++) {
            groups[2 * i] = (byte) 0xF3; // field 30, start of a group
            groups[2 * i + 1] = 0x01;
        }
        assertRefused(forgery().set(PROVENANCE, groups), "it holds a group, which the format does not have");
    }

    @Test
    void case029_millionsOfEmptyMessagesAreRefusedBeforeTheyAreMade() throws IOException {
        byte[] layers = new byte[4_000_000];
        for (int i = 0; i < layers.length; i += 2) {
            layers[i] = 0x12;
        }
        assertRefused(forgery().set(NETWORK, layers), "its metadata has more than 524288 fields, the most allowed");
        assertRefused(
                forgery().set(NETWORK, new byte[5_000_000]),
                "its metadata has more than 4194304 bytes, the most allowed");
    }

    @Test
    void case030_aWeightIsANumber() throws IOException {
        assertRefused(forgery().value(0, 5, Float.NaN), "tensor 'l0/weight': value 5 must be finite, got NaN");
    }

    @Test
    void case031_aBiasIsFinite() throws IOException {
        assertRefused(
                forgery().value(1, 0, Float.NEGATIVE_INFINITY),
                "tensor 'l0/bias': value 0 must be finite, got -Infinity");
    }

    @Test
    void case032_aNegativeDeviationIsRefused() throws IOException {
        assertRefused(forgery().value(5, 0, -1), "tensor 'pre/scale': value 0 must be finite and above 0, got -1.0");
    }

    @Test
    void case033_aDeviationOfZeroIsRefused() throws IOException {
        assertRefused(forgery().value(5, 2, 0), "tensor 'pre/scale': value 2 must be finite and above 0, got 0.0");
    }

    @Test
    void case032_variancesAreNotBelowZero() throws IOException {
        // l0 of the normalised model: scale, shift, mean, variance
        assertRefused(
                normalized().value(3, 1, -1e-9f),
                "tensor 'l0/variance': value 1 must be finite and at least 0, got -1.0E-9");
        assertRefused(
                normalized().value(3, 0, Float.POSITIVE_INFINITY),
                "tensor 'l0/variance': value 0 must be finite and at least 0, got Infinity");
        assertRefused(normalized().value(2, 2, Float.NaN), "tensor 'l0/mean': value 2 must be finite, got NaN");
        assertRefused(normalized().value(0, 0, Float.NaN), "tensor 'l0/scale': value 0 must be finite, got NaN");
    }

    @Test
    void normalisationLayersHaveTheirParametersAndNothingElse() throws IOException {
        assertRefused(
                normalized().layer(0, layer -> layer.removeParams(1)),
                "layer 'l0': a batch normalization layer has the parameters epsilon (a number), momentum (a number);"
                        + " found '{epsilon=0.001}'");
        assertRefused(
                normalized().layer(2, layer -> layer.getParamsBuilder(0).setF64(0)),
                "layer 'l2': layer-normalization: epsilon must be in (0, 1], got 0.0");
        assertRefused(
                normalized().layer(0, layer -> layer.getParamsBuilder(1).setF64(1.5)),
                "layer 'l0': batch-normalization: momentum must be in (0, 1], got 1.5");
        assertRefused(
                normalized().layer(2, layer -> layer.setUseBias(true)),
                "layer 'l2': a layer normalization layer has no activation, initializer or bias");
    }

    @Test
    void case034_widthsChain() throws IOException {
        assertRefused(
                forgery().layer(2, layer -> layer.setIn(5)), "layer 'l2': takes 5 inputs, what is before it gives 4");
        assertRefused(
                forgery().layer(1, layer -> layer.setOut(5)),
                "layer 'l1': a dropout layer keeps the width, this one makes 5 of 4");
        assertRefused(
                forgery().preprocessing(preprocessing -> preprocessing.removeFeatures(2)),
                "preprocessing: describes 2 inputs by its features, the network has 3 inputs");
        assertRefused(
                forgery().golden(golden -> golden.setRows(1 << 30)), "golden rows: 1073741824 rows of 3 features");
    }

    @Test
    void case035_dataIsOfTheRightType() throws IOException {
        assertRefused(
                forgery().tensor(0, tensor -> tensor.setDtype(DType.F64)),
                "tensor 'l0/weight' is expected as F32 [3, 4], found 'l0/weight' as F64 [3, 4]");
    }

    @Test
    void case036_dataIsOfTheRightLength() throws IOException {
        for (int length : new int[] {47, 49, 0x7FFF}) {
            assertRefused(
                    forgery().tensor(0, tensor -> tensor.setData(ByteString.copyFrom(new byte[length]))),
                    "tensor 'l0/weight' must have 48 bytes of data, has " + length);
        }
        assertRefused(forgery().tensor(0, tensor -> tensor.clearData()), "tensor 'l0/weight' has no data");
    }

    @Test
    void case037_labelsFitTheOutputs() throws IOException {
        assertRefused(
                forgery().preprocessing(preprocessing -> preprocessing.addClassLabels("third")),
                "preprocessing: schema: binary takes two labels, got [malignant, benign, third]");
        assertRefused(
                forgery().preprocessing(preprocessing -> preprocessing.setTask(Task.MULTICLASS)),
                "preprocessing: describes 2 outputs by its labels and targets, the network has 1 outputs");
    }

    @Test
    void case038_unknownEnumsAreRefused() throws IOException {
        assertRefused(
                forgery().layer(0, layer -> layer.setKindValue(77)),
                "layer 'l0': layer kind 77 is unknown to this version");
        assertRefused(
                forgery().layer(0, layer -> layer.setKind(LayerKind.LAYER_KIND_UNSPECIFIED)),
                "layer 'l0': layer kind 0 is unknown to this version");
        assertRefused(
                forgery().preprocessing(preprocessing -> preprocessing.setTaskValue(9)),
                "preprocessing: task 9 is unknown to this version");
        assertRefused(forgery().tensor(0, tensor -> tensor.setDtypeValue(99)), "found 'l0/weight' as type 99 [3, 4]");
        assertRefused(
                forgery()
                        .preprocessing(preprocessing ->
                                preprocessing.getFeaturesBuilder(1).setKindValue(5)),
                "feature 'b': kind 5 is unknown to this version");
    }

    @Test
    void case039_aParameterWithoutAValueIsRefused() throws IOException {
        assertRefused(
                forgery()
                        .layer(
                                0,
                                layer -> layer.getActivationBuilder()
                                        .setParams(0, Param.newBuilder().setName("alpha"))),
                "layer 'l0': activation 'leaky-relu': parameter 'alpha' has no value");
    }

    @Test
    void case040_namesAreCleanTextAndEscapedInMessages() throws IOException {
        assertRefused(
                forgery().layer(0, layer -> layer.setName("\u001b[31m\0")),
                "a layer '\\u001b[31m\\u0000': control characters are not allowed");
        assertRefused(
                forgery().preprocessing(preprocessing -> preprocessing.setClassLabels(0, "\u009b2J")),
                "label '\\u009b2J': control characters are not allowed");
        byte[] invalid = {0x0A, 1, (byte) 0xC0};
        assertRefused(forgery().set(PROVENANCE, invalid), "its section Provenance is damaged: ");
    }

    @Test
    void case041_aNameIsNoPath() throws IOException {
        Forgery forgery = forgery().layer(0, layer -> layer.setName("../../x"));
        assertRead(forgery.tensor(0, tensor -> tensor.setName("../../x/weight"))
                .tensor(1, tensor -> tensor.setName("../../x/bias")));
        assertThat(folder).isDirectoryNotContaining("glob:**/x*");
    }

    @Test
    void case042_aClassNameIsAnUnknownComponent() throws IOException {
        ComponentException missing = missing(forgery()
                .layer(
                        0,
                        layer -> layer.getActivationBuilder()
                                .setId("java.lang.Runtime")
                                .clearParams()));
        assertThat(missing.component()).isEqualTo("java.lang.Runtime");
    }

    @Test
    void case043_aMissingPluginIsNamedWithItsProviderAndVersion() throws IOException {
        ComponentException missing = missing(forgery()
                .layer(
                        0,
                        layer -> layer.getActivationBuilder()
                                .setId("acme:swish")
                                .setProvider("acme-nn")
                                .setProviderVersion("2.1")));
        assertThat(missing.component()).isEqualTo("acme:swish");
        assertThat(missing)
                .hasMessageStartingWith(
                        file + ": needs layer 'l0': activation 'acme:swish' from 'acme-nn' 2.1: unknown activation");
    }

    @Test
    void case043_aMissingInitializerIsKeptAndNotNeeded() throws IOException {
        Forgery forgery = forgery()
                .layer(
                        0,
                        layer -> layer.getInitializerBuilder()
                                .setId("acme:start")
                                .setProvider("acme-nn")
                                .addParams(Param.newBuilder().setName("scale").setI64(3)));
        Model read = assertRead(forgery);
        ModelFile.write(read, file);

        assertThat(Files.readAllBytes(file)).isEqualTo(forgery.bytes());
    }

    @Test
    void case044_parametersAreThereAndInRange() throws IOException {
        assertRefused(
                forgery()
                        .layer(
                                0,
                                layer -> layer.getActivationBuilder()
                                        .setParams(
                                                0,
                                                Param.newBuilder()
                                                        .setName("alpha")
                                                        .setF64(2))),
                "layer 'l0': activation: leaky-relu: alpha must be in [0, 1], got 2.0");
        assertRefused(
                forgery().layer(0, layer -> layer.getActivationBuilder().clearParams()),
                "layer 'l0': activation 'leaky-relu': parameter 'alpha' is missing");
        assertRefused(
                forgery()
                        .layer(
                                1,
                                layer -> layer.setParams(
                                        0, Param.newBuilder().setName("rate").setF64(1))),
                "layer 'l1': dropout: rate must be in [0, 1), got 1.0");
    }

    @Test
    void anEmptyTrainingStateIsNone() throws IOException {
        assertRefused(forgery().add(5, new byte[0]), "training: there is no optimizer");
    }

    @Test
    void aGoldenRowThatComesOutOtherwiseIsFound() throws IOException {
        Files.write(file, forgery().value(6, 1, 0.125f).bytes());
        ModelVerification verification = ModelFile.verify(file, TestModels.REGISTRY);

        assertThat(verification.passed()).isFalse();
        assertThat(verification.differences())
                .singleElement()
                .asString()
                .startsWith("golden row 2, output 1: must be 0.125, got 0.");
    }

    private Forgery forgery() throws IOException {
        return new Forgery(sound);
    }

    private Forgery normalized() throws IOException {
        Path file = folder.resolve("normalized.nn");
        ModelFile.write(TestModels.normalized(), file);
        return new Forgery(Files.readAllBytes(file));
    }

    private Forgery dims(long... dims) throws IOException {
        return forgery().tensor(0, tensor -> {
            tensor.clearDims();
            for (long dim : dims) {
                tensor.addDims(dim);
            }
        });
    }

    private Model assertRead(Forgery forgery) throws IOException {
        Files.write(file, forgery.bytes());
        return ModelFile.read(file, TestModels.REGISTRY);
    }

    private void assertRefused(Forgery forgery, String words) throws IOException {
        assertThat(refusal(forgery.bytes()))
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(words)
                .extracting(ModelFormatException::reason)
                .isIn(Reason.CORRUPT, Reason.TOO_NEW);
    }

    private ModelFormatException refusal(byte[] bytes) throws IOException {
        return (ModelFormatException) thrown(bytes, ModelFormatException.class);
    }

    private ComponentException missing(Forgery forgery) throws IOException {
        ComponentException missing = (ComponentException) thrown(forgery.bytes(), ComponentException.class);
        assertThat(missing.reason()).isEqualTo(ComponentException.Reason.MISSING);
        assertThat(ModelFile.describe(file).layers()).hasSize(3);
        return missing;
    }

    private Throwable thrown(byte[] bytes, Class<? extends Throwable> expected) throws IOException {
        Files.write(file, bytes);
        Throwable thrown = catchThrowable(() -> ModelFile.read(file, TestModels.REGISTRY));
        assertThat(thrown).isInstanceOf(expected);
        return thrown;
    }

    private static byte[] field(int number, byte[] value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.writeTag(number, LENGTH_DELIMITED);
        out.writeByteArrayNoTag(value);
        out.flush();
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(first);
        bytes.writeBytes(second);
        return bytes.toByteArray();
    }
}
