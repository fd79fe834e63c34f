// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model;

import dev.nn4j.io.internal.file.Content;
import dev.nn4j.io.internal.model.codec.HeaderCodec;
import dev.nn4j.io.internal.model.codec.Metadata;
import dev.nn4j.io.internal.model.container.BodyReader;
import dev.nn4j.io.internal.model.container.Digest;
import dev.nn4j.io.internal.model.container.FileFooter;
import dev.nn4j.io.internal.model.container.SectionWalk;
import dev.nn4j.io.internal.model.container.Sections;
import dev.nn4j.io.internal.model.container.TensorReader;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.model.format.FileKind;
import dev.nn4j.io.internal.model.format.Format;
import dev.nn4j.io.internal.model.stored.FileHeader;
import dev.nn4j.io.internal.model.stored.StoredFile;
import dev.nn4j.io.internal.model.stored.StoredModel;
import dev.nn4j.io.internal.model.stored.TensorTable;
import dev.nn4j.io.internal.model.stored.Tensors;
import dev.nn4j.io.internal.proto.Envelope;
import dev.nn4j.io.internal.proto.ModelFile;
import java.io.IOException;

/**
 * Reads a model file in the order that docs/model-format.md sets: cheap checks first, memory for tensors only when
 * every size is known to fit the file, components not at all.
 */
public final class ModelReader {
    private static final int MAGIC_BYTES = 9;

    private final Content content;
    private final long fileBytes;
    private final BodyReader body;
    private final SectionWalk walk;
    private final Digest digest = new Digest();
    private final Sections budget = new Sections();

    private ModelReader(Content content, long fileBytes) {
        this.content = content;
        this.fileBytes = fileBytes;
        this.body = new BodyReader(content, fileBytes - Format.FOOTER_BYTES, digest.messageDigest());
        this.walk = new SectionWalk(body);
    }

    /**
     * Reads and checks a whole file, which stays open.
     *
     * @throws IOException if it cannot be read
     * @throws dev.nn4j.api.ModelFormatException if it is no sound model file; the message does not name the file
     */
    public static StoredFile read(Content content) throws IOException {
        long bytes = content.size();
        FileKind.requireModel(content.first(FileKind.PREFIX_BYTES));
        Faults.require(
                bytes <= Format.MOST_FILE_BYTES,
                "has " + bytes + " bytes; a model file has at most " + Format.MOST_FILE_BYTES);
        if (bytes <= MAGIC_BYTES + Format.FOOTER_BYTES) {
            throw Faults.truncated(bytes, "at least " + (MAGIC_BYTES + Format.FOOTER_BYTES + 1));
        }
        return new ModelReader(content, bytes).read();
    }

    private StoredFile read() throws IOException {
        body.skip(MAGIC_BYTES);
        FileHeader header = header();
        FileFooter footer = footer(header);
        StoredModel model = metadata().decode(budget);
        header.requireCovers(model);
        Tensors tensors = tensors(header, TensorTable.of(model));
        walk.skipToEnd();
        String sha256 = digest.hex();
        Faults.require(
                sha256.equals(footer.sha256()),
                "is damaged: the SHA-256 of its bytes is " + sha256 + ", recorded is " + footer.sha256());
        return new StoredFile(header, model, tensors, fileBytes, sha256);
    }

    /** Before any check of sums, so that a newer file is called newer and not damaged. */
    private FileHeader header() throws IOException {
        Faults.require(
                walk.next() && walk.field() == ModelFile.ENVELOPE_FIELD_NUMBER, "there is no envelope after the magic");
        return HeaderCodec.decode(budget.parse(section(), Envelope.getDefaultInstance()));
    }

    private FileFooter footer(FileHeader header) throws IOException {
        long expected = header.bodyBytes() + Format.FOOTER_BYTES;
        if (fileBytes < expected) {
            throw Faults.truncated(fileBytes, Long.toString(expected));
        }
        Faults.require(
                fileBytes == expected,
                "has " + (fileBytes - expected) + " bytes behind its end, which is at " + expected
                        + "; something was appended");
        FileFooter footer = FileFooter.read(content, fileBytes);
        Faults.require(
                footer.bodyBytes() == header.bodyBytes(),
                "its footer says " + footer.bodyBytes() + " bytes, its envelope " + header.bodyBytes());
        return footer;
    }

    private Metadata metadata() throws IOException {
        Metadata metadata = new Metadata();
        while (walk.next() && walk.field() <= ModelFile.PROVENANCE_FIELD_NUMBER) {
            metadata.put(walk.field(), section());
        }
        return metadata;
    }

    private byte[] section() throws IOException {
        return body.readBytes(budget.claim(walk.length()));
    }

    private Tensors tensors(FileHeader header, TensorTable table) throws IOException {
        long bytes;
        try {
            bytes = table.bytes();
        } catch (ArithmeticException e) {
            throw Faults.corrupt("its network is larger than any file");
        }
        Faults.require(
                header.tensorCount() == table.specs().size() && header.tensorBytes() == bytes,
                "its network calls for " + table.specs().size() + " tensors of " + bytes
                        + " bytes in all, its envelope says " + header.tensorCount() + " of " + header.tensorBytes());
        Faults.require(
                bytes <= body.remaining(),
                "its tensors need " + bytes + " bytes, " + body.remaining() + " are left in the file");
        TensorReader reader = new TensorReader(body, new Tensors(table));
        for (; walk.field() == ModelFile.TENSORS_FIELD_NUMBER; walk.next()) {
            reader.read();
        }
        reader.requireComplete();
        return reader.tensors();
    }
}
