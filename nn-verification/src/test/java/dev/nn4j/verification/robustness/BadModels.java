// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.robustness;

import dev.nn4j.io.internal.proto.DType;
import dev.nn4j.io.internal.proto.Layer;
import dev.nn4j.io.internal.proto.ModelFile;
import dev.nn4j.io.internal.proto.Param;
import dev.nn4j.io.internal.proto.Tensor;
import dev.nn4j.io.internal.protobuf.ByteString;
import dev.nn4j.io.internal.protobuf.UnknownFieldSet;
import dev.nn4j.verification.fuzz.GoldenModels;
import dev.nn4j.verification.fuzz.Resealed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/** Files that are no sound models, by the numbers of docs/model-format.md; checksums are right where they can be. */
final class BadModels {
    private static final byte[] SOUND = GoldenModels.bytes("binary");
    private static final int FOOTER_BYTES = 55;

    /**
     * A file, and how it is refused.
     *
     * @param number in docs/model-format.md
     * @param bytes the file
     * @param exit of a command that needs the model
     * @param words behind the file's name
     */
    record BadModel(int number, byte[] bytes, int exit, String words) {
        @Override
        public String toString() {
            return String.format("case%03d: %s", number, words);
        }
    }

    private BadModels() {}

    static List<BadModel> all() {
        return List.of(
                bad(1, new byte[0], "is empty, not an nn4j model"),
                bad(2, new byte[] {9}, "truncated: has 1 of at least 65 bytes"),
                bad(3, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), "is not an nn4j model; it looks like text"),
                bad(4, hex("504b030414000000"), "is not an nn4j model; it looks like a zip archive"),
                bad(4, hex("1f8b0800"), "is not an nn4j model; it looks like"),
                bad(4, hex("80027d7100"), "is not an nn4j model; it looks like"),
                bad(4, hex("080712077079746f726368"), "is not an nn4j model; it looks like an ONNX"),
                bad(7, Arrays.copyOf(SOUND, 400), "truncated: has 400 of " + SOUND.length + " bytes"),
                bad(8, flipped(300), ""),
                bad(9, Arrays.copyOf(SOUND, SOUND.length + 1), "has 1 bytes behind its end"),
                bad(10, joined(SOUND, SOUND), "has " + SOUND.length + " bytes behind its end"),
                bad(11, zeroed(), "tensor 'l0/weight' is damaged: its CRC-32 differs"),
                forged(12, file -> file.getEnvelopeBuilder().setMinReaderVersion(8), "is newer than this version"),
                forged(13, file -> file.getEnvelopeBuilder().setFormatVersion(0), "has format version 0, the oldest"),
                forged(14, file -> file.getEnvelopeBuilder().addRequiredFeatures("x"), "needs the feature 'x'"),
                forged(16, file -> file.setUnknownFields(field(20, new byte[3])), "its section 20 is unknown"),
                forged(17, BadModels::secondNetwork, "its section network comes after tensors"),
                forged(18, tensor(1, tensor -> tensor.setName("l0/weight")), "tensor 'l0/bias' is expected"),
                forged(
                        19,
                        layer(layer -> layer.getActivationBuilder().addParams(param("alpha", 1))),
                        "layer 'l0': activation 'leaky-relu': parameter 'alpha' is there twice"),
                forged(20, file -> file.removeTensors(6), "its network calls for 7 tensors"),
                forged(21, file -> file.addTensors(file.getTensors(6)), "its network calls for 7 tensors"),
                forged(22, dims(1L << 40, 1L << 40), "tensor 'l0/weight' is expected as F32 [3, 4]"),
                forged(23, dims(1L << 32, 1L << 32), "tensor 'l0/weight' is expected as F32 [3, 4]"),
                forged(24, dims(3, 0), "tensor 'l0/weight' is expected as F32 [3, 4]"),
                forged(
                        25,
                        tensor(0, tensor -> tensor.addAllDims(Collections.nCopies(1000, 1L))),
                        "tensor 'l0/weight' has too many dimensions"),
                forged(26, layer(layer -> layer.setOut(1_000_000_000)), "layer 'l0': output width must be in"),
                bad(27, provenance(hex("0affffffff07")), "its section Provenance is damaged"),
                bad(28, provenance(groups()), "it holds a group"),
                forged(29, BadModels::emptyMessages, "its metadata has more than 524288 fields"),
                forged(30, value(0, Float.NaN), "tensor 'l0/weight': value 0 must be finite, got NaN"),
                forged(31, value(1, Float.POSITIVE_INFINITY), "tensor 'l0/bias': value 0 must be finite"),
                forged(32, value(5, -1), "tensor 'pre/scale': value 0 must be finite and above 0, got -1.0"),
                forged(33, value(5, 0), "tensor 'pre/scale': value 0 must be finite and above 0, got 0.0"),
                forged(34, layer(layer -> layer.setIn(5)), "layer 'l0': takes 5 inputs, what is before it gives 3"),
                forged(35, tensor(0, tensor -> tensor.setDtype(DType.F64)), "tensor 'l0/weight' is expected as F32"),
                bad(36, shortened(), "tensor 'l0/weight' must have 48 bytes of data, has 47"),
                forged(37, file -> file.getPreprocessingBuilder().addClassLabels("third"), "preprocessing: schema: "),
                forged(38, layer(layer -> layer.setKindValue(77)), "layer 'l0': layer kind 77 is unknown"),
                forged(
                        39,
                        layer(layer -> layer.getActivationBuilder()
                                .setParams(0, Param.newBuilder().setName("alpha"))),
                        "layer 'l0': activation 'leaky-relu': parameter 'alpha' has no value"),
                forged(40, layer(layer -> layer.setName("\u001b[31m\0")), "a layer '\\u001b[31m\\u0000': control"),
                bad(40, provenance(hex("0a01c0")), "its section Provenance is damaged"),
                forged(
                        42,
                        layer(layer -> layer.getActivationBuilder()
                                .setId("java.lang.Runtime")
                                .clearParams()),
                        "needs layer 'l0': activation 'java.lang.Runtime' from 'nn4j'"),
                forged(
                        43,
                        layer(layer ->
                                layer.getActivationBuilder().setId("swoosh").clearParams()),
                        "needs layer 'l0': activation 'swoosh' from 'nn4j'"),
                new BadModel(
                        43,
                        forge(layer(layer -> layer.getActivationBuilder()
                                .setId("acme:swish")
                                .setProvider("acme-nn")
                                .setProviderVersion("2.1"))),
                        6,
                        "needs layer 'l0': activation 'acme:swish' from 'acme-nn' 2.1"),
                forged(
                        44,
                        layer(layer -> layer.getActivationBuilder().setParams(0, param("alpha", 2))),
                        "layer 'l0': activation: leaky-relu: alpha must be in [0, 1], got 2.0"),
                forged(
                        44,
                        layer(layer -> layer.getActivationBuilder().clearParams()),
                        "layer 'l0': activation 'leaky-relu': parameter 'alpha' is missing"));
    }

    /** Files that look odd and are read. */
    static List<byte[]> sound() {
        return List.of(
                SOUND,
                forge(file -> file.getNetworkBuilder().setUnknownFields(field(200, new byte[3]))),
                forge(file -> file.setUnknownFields(field(150, new byte[100_000]))),
                forge(layer(layer -> layer.setName("../../x"))
                        .andThen(tensor(0, tensor -> tensor.setName("../../x/weight")))
                        .andThen(tensor(1, tensor -> tensor.setName("../../x/bias")))));
    }

    /** A small file whose network would need as much memory as fits the format. */
    static List<byte[]> huge() {
        Consumer<ModelFile.Builder> wide = file -> {
            file.getNetworkBuilder().getLayersBuilder(0).setOut(1 << 24);
            file.getNetworkBuilder().getLayersBuilder(1).setIn(1 << 24).setOut(1 << 24);
            file.getNetworkBuilder().getLayersBuilder(2).setIn(1 << 24);
        };
        ModelFile.Builder liar = golden();
        wide.accept(liar);
        liar.getEnvelopeBuilder().setTensorBytes(335544360);
        return List.of(forge(layer(layer -> layer.setOut(1_000_000_000))), forge(wide), Resealed.bytes(liar, false));
    }

    private static BadModel bad(int number, byte[] bytes, String words) {
        return new BadModel(number, bytes, 4, words);
    }

    private static BadModel forged(int number, Consumer<ModelFile.Builder> change, String words) {
        return bad(number, forge(change), words);
    }

    private static byte[] forge(Consumer<ModelFile.Builder> change) {
        ModelFile.Builder file = golden();
        change.accept(file);
        return Resealed.bytes(file, true);
    }

    private static ModelFile.Builder golden() {
        try {
            return ModelFile.parseFrom(SOUND).toBuilder();
        } catch (dev.nn4j.io.internal.protobuf.InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Consumer<ModelFile.Builder> layer(Consumer<Layer.Builder> change) {
        return file -> change.accept(file.getNetworkBuilder().getLayersBuilder(0));
    }

    private static Consumer<ModelFile.Builder> tensor(int index, Consumer<Tensor.Builder> change) {
        return file -> change.accept(file.getTensorsBuilder(index));
    }

    private static Consumer<ModelFile.Builder> dims(long... dims) {
        return tensor(0, tensor -> {
            tensor.clearDims();
            for (long dim : dims) {
                tensor.addDims(dim);
            }
        });
    }

    /** Changes a tensor's first value. */
    private static Consumer<ModelFile.Builder> value(int index, float value) {
        return tensor(index, tensor -> {
            ByteBuffer data = ByteBuffer.wrap(tensor.getData().toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
            tensor.setData(ByteString.copyFrom(data.putFloat(0, value).array()));
        });
    }

    private static void secondNetwork(ModelFile.Builder file) {
        file.setUnknownFields(
                field(ModelFile.NETWORK_FIELD_NUMBER, file.getNetwork().toByteArray()));
    }

    private static void emptyMessages(ModelFile.Builder file) {
        UnknownFieldSet.Field.Builder empty = UnknownFieldSet.Field.newBuilder();
        for (int i = 0; i < 2_000_000; i++) {
            empty.addLengthDelimited(ByteString.EMPTY);
        }
        file.getNetworkBuilder()
                .setUnknownFields(
                        UnknownFieldSet.newBuilder().addField(2, empty.build()).build());
    }

    private static UnknownFieldSet field(int number, byte[] bytes) {
        return UnknownFieldSet.newBuilder()
                .addField(
                        number,
                        UnknownFieldSet.Field.newBuilder()
                                .addLengthDelimited(ByteString.copyFrom(bytes))
                                .build())
                .build();
    }

    private static Param param(String name, double value) {
        return Param.newBuilder().setName(name).setF64(value).build();
    }

    /** Puts bytes that are no message where the provenance stands: a text of their length is overwritten. */
    private static byte[] provenance(byte[] bytes) {
        byte[] filling = new byte[bytes.length];
        Arrays.fill(filling, (byte) '~');
        UnknownFieldSet text = field(15, Arrays.copyOf(filling, bytes.length - 1 - sizeOfLength(bytes.length)));
        byte[] file = forge(forged -> forged.getProvenanceBuilder().clear().setUnknownFields(text));
        byte[] section = text.toByteArray();
        System.arraycopy(bytes, 0, file, indexOf(file, section), section.length);
        return Resealed.withFooter(Arrays.copyOf(file, file.length - FOOTER_BYTES));
    }

    /** Of a message of this many bytes that holds one text. */
    private static int sizeOfLength(int bytes) {
        return bytes - 2 < 0x80 ? 1 : 2;
    }

    private static byte[] groups() {
        byte[] groups = new byte[2000];
        for (int i = 0; i < groups.length; i += 2) {
            groups[i] = (byte) 0xF3; // field 30, start of a group
            groups[i + 1] = 0x01;
        }
        return groups;
    }

    /** The envelope still counts the bytes that are missing. */
    private static byte[] shortened() {
        ModelFile.Builder file = golden();
        file.getTensorsBuilder(0).setData(ByteString.copyFrom(new byte[47]));
        return Resealed.bytes(file, false);
    }

    private static byte[] flipped(int at) {
        byte[] bytes = SOUND.clone();
        bytes[at] ^= 4;
        return bytes;
    }

    private static byte[] zeroed() {
        byte[] bytes = SOUND.clone();
        byte[] weights = golden().getTensors(0).getData().toByteArray();
        int at = indexOf(bytes, weights);
        Arrays.fill(bytes, at, at + weights.length, (byte) 0);
        return bytes;
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        int at = 0;
        while (!Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
            at++;
        }
        return at;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteString.copyFrom(first).concat(ByteString.copyFrom(second)).toByteArray();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
