// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.training.Checkpoint;
import dev.nn4j.io.internal.file.WrittenBytes;
import dev.nn4j.io.internal.model.ModelWriter;
import dev.nn4j.io.internal.model.assembly.CheckpointAssembler;
import dev.nn4j.io.internal.model.assembly.ModelAssembler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Reads and writes checkpoints. A checkpoint's file is a model's that also holds the state of the training, so {@link
 * ModelFile} reads, describes and verifies it too.
 *
 * <pre>{@code
 * Training.of(experiment).withCheckpoints(1, keeper).run(table); // keeper calls CheckpointFile.write
 * Training.resume(CheckpointFile.read(file)).run(table);
 * }</pre>
 *
 * @since 0.1.0
 */
public final class CheckpointFile {
    private CheckpointFile() {}

    /**
     * Writes a checkpoint; an old file is replaced by the complete new one or stays.
     *
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if the checkpoint is one that no reader would take
     */
    public static void write(Checkpoint checkpoint, Path file) throws IOException {
        write(checkpoint, file, ComponentRegistry.builder().build());
    }

    /**
     * Writes a checkpoint whose components may come from plugins; the registry tells which.
     *
     * @see #write(Checkpoint, Path)
     */
    public static void write(Checkpoint checkpoint, Path file, ComponentRegistry registry) throws IOException {
        ModelFile.write(ModelWriter.of(checkpoint, registry), file);
    }

    /**
     * Writes a checkpoint's bytes to a stream, which is flushed and left open; the registry tells which components come
     * from plugins.
     *
     * @throws IOException if the stream refuses them
     * @throws IllegalArgumentException if the checkpoint is one that no reader would take
     */
    public static void write(Checkpoint checkpoint, OutputStream out, ComponentRegistry registry) throws IOException {
        ModelFile.write(ModelWriter.of(checkpoint, registry), out);
    }

    /**
     * A checkpoint's bytes: those of its file.
     *
     * @throws IllegalArgumentException if the checkpoint is one that no reader would take
     */
    public static byte[] toBytes(Checkpoint checkpoint) {
        return WrittenBytes.of(
                out -> write(checkpoint, out, ComponentRegistry.builder().build()));
    }

    /**
     * Reads a checkpoint with the standard components.
     *
     * @see #read(ByteSource, ComponentRegistry)
     */
    public static Checkpoint read(Path file) throws IOException {
        return read(file, ComponentRegistry.standard());
    }

    /**
     * Reads a checkpoint from a stream, with the standard components. The stream is read to its end and left open.
     *
     * @see #read(ByteSource, ComponentRegistry)
     */
    public static Checkpoint read(InputStream in) throws IOException {
        return read(ByteSource.of(in), ComponentRegistry.standard());
    }

    /**
     * Reads a checkpoint from the bytes of its file, with the standard components.
     *
     * @see #read(ByteSource, ComponentRegistry)
     */
    public static Checkpoint read(byte[] bytes) throws IOException {
        return read(ByteSource.of(bytes), ComponentRegistry.standard());
    }

    /**
     * Reads a checkpoint.
     *
     * @see #read(ByteSource, ComponentRegistry)
     */
    public static Checkpoint read(Path file, ComponentRegistry registry) throws IOException {
        return read(ByteSource.of(file), registry);
    }

    /**
     * Reads a checkpoint, from wherever its bytes come.
     *
     * @param registry holds the components that the file may name
     * @throws IOException if it cannot be read, is no regular file, or has more bytes than the source allows
     * @throws dev.nn4j.api.ModelFormatException if it is no checkpoint, damaged, too new or too old
     * @throws dev.nn4j.api.ComponentException if a component that it names is not registered
     */
    public static Checkpoint read(ByteSource source, ComponentRegistry registry) throws IOException {
        return ModelFile.readAs(source, new CheckpointAssembler(new ModelAssembler(registry))::assemble);
    }
}
