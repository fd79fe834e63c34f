// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.model;

import dev.nn4j.io.internal.proto.Envelope;
import dev.nn4j.io.internal.proto.Footer;
import dev.nn4j.io.internal.proto.Golden;
import dev.nn4j.io.internal.proto.Layer;
import dev.nn4j.io.internal.proto.ModelFile;
import dev.nn4j.io.internal.proto.Network;
import dev.nn4j.io.internal.proto.Preprocessing;
import dev.nn4j.io.internal.proto.Tensor;
import dev.nn4j.io.internal.protobuf.ByteString;
import dev.nn4j.io.internal.protobuf.CodedInputStream;
import dev.nn4j.io.internal.protobuf.CodedOutputStream;
import dev.nn4j.io.internal.protobuf.MessageLite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/** A model file taken apart and put together wrongly, with lengths and checksums that are right all the same. */
public final class Forgery {
    private static final int FOOTER_BYTES = 55;
    private static final long MAGIC = 0x1A4C45444F4D4E4EL;

    private record Section(int field, ByteString content) {
        Section(int field, byte[] bytes) {
            this(field, ByteString.copyFrom(bytes));
        }

        byte[] bytes() {
            return content.toByteArray();
        }
    }

    private final Envelope.Builder envelope;
    private final List<Section> sections = new ArrayList<>();
    private byte[] tail = {};

    public Forgery(byte[] file) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(file, 0, file.length - FOOTER_BYTES);
        in.readTag();
        in.readFixed64();
        in.readTag();
        envelope = Envelope.parseFrom(in.readByteArray()).toBuilder();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            sections.add(new Section(tag >>> 3, in.readByteArray()));
        }
    }

    public Forgery envelope(Consumer<Envelope.Builder> change) {
        change.accept(envelope);
        return this;
    }

    public Forgery network(Consumer<Network.Builder> change) throws IOException {
        Network.Builder network = Network.parseFrom(section(ModelFile.NETWORK_FIELD_NUMBER)).toBuilder();
        change.accept(network);
        return set(ModelFile.NETWORK_FIELD_NUMBER, network.build());
    }

    public Forgery layer(int index, Consumer<Layer.Builder> change) throws IOException {
        return network(network -> change.accept(network.getLayersBuilder(index)));
    }

    public Forgery preprocessing(Consumer<Preprocessing.Builder> change) throws IOException {
        Preprocessing.Builder preprocessing =
                Preprocessing.parseFrom(section(ModelFile.PREPROCESSING_FIELD_NUMBER)).toBuilder();
        change.accept(preprocessing);
        return set(ModelFile.PREPROCESSING_FIELD_NUMBER, preprocessing.build());
    }

    public Forgery golden(Consumer<Golden.Builder> change) throws IOException {
        Golden.Builder golden = Golden.parseFrom(section(ModelFile.GOLDEN_FIELD_NUMBER)).toBuilder();
        change.accept(golden);
        return set(ModelFile.GOLDEN_FIELD_NUMBER, golden.build());
    }

    /** Changes a tensor; its CRC is made right. */
    public Forgery tensor(int index, Consumer<Tensor.Builder> change) throws IOException {
        int at = firstTensor() + index;
        Tensor.Builder tensor = Tensor.parseFrom(sections.get(at).bytes()).toBuilder();
        change.accept(tensor);
        CRC32 crc = new CRC32();
        crc.update(tensor.getData().toByteArray());
        tensor.setCrc32((int) crc.getValue());
        sections.set(
                at, new Section(ModelFile.TENSORS_FIELD_NUMBER, tensor.build().toByteArray()));
        return this;
    }

    public Tensor tensor(int index) throws IOException {
        return Tensor.parseFrom(sections.get(firstTensor() + index).bytes());
    }

    /** Changes one value of a tensor. */
    public Forgery value(int index, int value, float to) throws IOException {
        return tensor(index, tensor -> {
            byte[] data = tensor.getData().toByteArray();
            int bits = Float.floatToRawIntBits(to);
            for (int i = 0; i < Float.BYTES; i++) {
                data[value * Float.BYTES + i] = (byte) (bits >>> (8 * i));
            }
            tensor.setData(ByteString.copyFrom(data));
        });
    }

    public Forgery removeTensor(int index) {
        sections.remove(firstTensor() + index);
        return this;
    }

    public Forgery set(int field, MessageLite message) {
        return set(field, message.toByteArray());
    }

    public Forgery set(int field, byte[] bytes) {
        sections.replaceAll(section -> section.field() == field ? new Section(field, bytes) : section);
        return this;
    }

    public Forgery remove(int field) {
        sections.removeIf(section -> section.field() == field);
        return this;
    }

    /** Adds a section behind those of the same or a lower field. */
    public Forgery add(int field, byte[] bytes) {
        int at = 0;
        while (at < sections.size() && sections.get(at).field() <= field) {
            at++;
        }
        sections.add(at, new Section(field, bytes));
        return this;
    }

    public Forgery append(int field, byte[] bytes) {
        sections.add(new Section(field, bytes));
        return this;
    }

    /** Bytes right before the footer. */
    public Forgery raw(byte[] bytes) {
        tail = bytes;
        return this;
    }

    public byte[] section(int field) {
        return sections.stream()
                .filter(section -> section.field() == field)
                .findFirst()
                .orElseThrow()
                .bytes();
    }

    /** The file, with body length and digest made right. */
    public byte[] bytes() throws IOException {
        envelope.setBodyLength(1);
        envelope.setBodyLength(body().length);
        byte[] body = body();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(body);
        Footer footer = Footer.newBuilder()
                .setBodyLength(body.length)
                .setSha256(ByteString.copyFrom(sha256(body)))
                .setEndMagic(~MAGIC)
                .build();
        ModelFile.newBuilder().setFooter(footer).build().writeTo(file);
        return file.toByteArray();
    }

    private byte[] body() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.writeFixed64(ModelFile.MAGIC_FIELD_NUMBER, MAGIC);
        out.writeByteArray(ModelFile.ENVELOPE_FIELD_NUMBER, envelope.build().toByteArray());
        for (Section section : sections) {
            out.writeByteArray(section.field(), section.bytes());
        }
        out.writeRawBytes(tail);
        out.flush();
        return bytes.toByteArray();
    }

    private int firstTensor() {
        int at = 0;
        while (sections.get(at).field() != ModelFile.TENSORS_FIELD_NUMBER) {
            at++;
        }
        return at;
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
