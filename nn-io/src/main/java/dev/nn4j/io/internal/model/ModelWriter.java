// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.core.Model;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.training.Checkpoint;
import dev.nn4j.io.internal.model.assembly.CheckpointEncoder;
import dev.nn4j.io.internal.model.assembly.ModelEncoder;
import dev.nn4j.io.internal.model.codec.HeaderCodec;
import dev.nn4j.io.internal.model.codec.Metadata;
import dev.nn4j.io.internal.model.container.Digest;
import dev.nn4j.io.internal.model.container.FileFooter;
import dev.nn4j.io.internal.model.container.Sections;
import dev.nn4j.io.internal.model.container.TensorField;
import dev.nn4j.io.internal.model.format.Format;
import dev.nn4j.io.internal.model.stored.FileHeader;
import dev.nn4j.io.internal.model.stored.StoredModel;
import dev.nn4j.io.internal.model.stored.TensorSpec;
import dev.nn4j.io.internal.model.stored.TensorTable;
import dev.nn4j.io.internal.model.stored.Tensors;
import dev.nn4j.io.internal.proto.Envelope;
import dev.nn4j.io.internal.proto.ModelFile;
import dev.nn4j.io.internal.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.module.ModuleDescriptor;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A model as the bytes of a file, all sizes known before the first is written. */
public final class ModelWriter {
    /** The most bytes a model file may have. */
    public static final long MOST_BYTES = Format.MOST_FILE_BYTES;

    private final List<String> requiredFeatures;
    private final byte[] envelope;
    private final Map<Integer, byte[]> sections;
    private final List<TensorField> tensors;
    private final long bodyBytes;

    private ModelWriter(
            List<String> requiredFeatures, Map<Integer, byte[]> sections, List<TensorField> tensors, long tensorBytes) {
        this.requiredFeatures = requiredFeatures;
        this.sections = sections;
        this.tensors = tensors;
        // its size does not depend on the length it states: that takes eight bytes, and is never zero
        byte[] draft = envelope(tensorBytes, 1);
        long bytes = CodedOutputStream.computeFixed64Size(ModelFile.MAGIC_FIELD_NUMBER, Format.MAGIC);
        bytes += CodedOutputStream.computeByteArraySize(ModelFile.ENVELOPE_FIELD_NUMBER, draft);
        for (Map.Entry<Integer, byte[]> section : sections.entrySet()) {
            bytes += CodedOutputStream.computeByteArraySize(section.getKey(), section.getValue());
        }
        for (TensorField tensor : tensors) {
            bytes += tensor.bytes();
        }
        this.bodyBytes = bytes;
        this.envelope = envelope(tensorBytes, bodyBytes);
    }

    /**
     * Prepares the writing of a model.
     *
     * @param registry tells where the model's components come from
     * @throws IllegalArgumentException if the model is one that no reader would take: a weight that is no finite
     *     number, a name that is too long
     */
    public static ModelWriter of(Model model, ComponentRegistry registry) throws IOException {
        StoredModel description = new ModelEncoder(registry).describe(model);
        return of(description, () -> ModelEncoder.tensors(model, description));
    }

    /**
     * Prepares the writing of a checkpoint.
     *
     * @see #of(Model, ComponentRegistry)
     */
    public static ModelWriter of(Checkpoint checkpoint, ComponentRegistry registry) throws IOException {
        StoredModel description = new CheckpointEncoder(new ModelEncoder(registry)).describe(checkpoint);
        return of(description, () -> CheckpointEncoder.tensors(checkpoint, description));
    }

    private static ModelWriter of(StoredModel description, Supplier<Tensors> numbers) throws IOException {
        Metadata metadata = Metadata.of(description);
        Tensors tensors = readable(metadata, numbers);
        List<TensorField> fields = new ArrayList<>();
        for (TensorSpec spec : tensors.specs()) {
            fields.add(new TensorField(tensors, spec));
        }
        return new ModelWriter(
                description.requiredFeatures(),
                metadata.sections(),
                fields,
                TensorTable.of(description).bytes());
    }

    /** Size of the whole file. */
    public long bytes() {
        return bodyBytes + Format.FOOTER_BYTES;
    }

    /** The SHA-256 of the file's body, in lower-case hexadecimal. */
    public String sha256() throws IOException {
        Digest digest = new Digest();
        writeBody(new DigestOutputStream(OutputStream.nullOutputStream(), digest.messageDigest()));
        return digest.hex();
    }

    /** Writes the whole file. */
    public void writeTo(OutputStream file) throws IOException {
        Digest digest = new Digest();
        writeBody(new DigestOutputStream(file, digest.messageDigest()));
        file.write(new FileFooter(bodyBytes, digest.hex()).encode());
    }

    private void writeBody(OutputStream body) throws IOException {
        CodedOutputStream out = CodedOutputStream.newInstance(body);
        out.writeFixed64(ModelFile.MAGIC_FIELD_NUMBER, Format.MAGIC);
        out.writeByteArray(ModelFile.ENVELOPE_FIELD_NUMBER, envelope);
        for (Map.Entry<Integer, byte[]> section : sections.entrySet()) {
            out.writeByteArray(section.getKey(), section.getValue());
        }
        out.flush();
        for (TensorField tensor : tensors) {
            tensor.writeTo(body);
        }
    }

    /** The numbers, after the reader's own checks, so that nothing is written that could not be read. */
    private static Tensors readable(Metadata metadata, Supplier<Tensors> numbers) throws IOException {
        try {
            Sections budget = new Sections();
            for (byte[] section : metadata.sections().values()) {
                budget.claim(section.length);
            }
            metadata.decode(budget);
            Tensors tensors = numbers.get();
            tensors.specs().forEach(tensors::requireAllowed);
            return tensors;
        } catch (ModelFormatException e) {
            throw new IllegalArgumentException("the model cannot be stored: " + e.getMessage(), e);
        }
    }

    private byte[] envelope(long tensorBytes, long statedBodyBytes) {
        FileHeader header = new FileHeader(
                Format.VERSION,
                Format.OLDEST_VERSION,
                requiredFeatures,
                Format.PRODUCER,
                producerVersion(),
                tensors.size(),
                tensorBytes,
                statedBodyBytes);
        Envelope encoded = HeaderCodec.encode(header);
        return encoded.toByteArray();
    }

    /** Of this module or jar; empty where neither says one, as in a development build. */
    public static String producerVersion() {
        Class<?> type = ModelWriter.class;
        return Optional.ofNullable(type.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .or(() -> Optional.ofNullable(type.getPackage().getImplementationVersion()))
                .orElse("");
    }
}
