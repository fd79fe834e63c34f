// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.training.Checkpoint;
import dev.nn4j.io.internal.model.CheckpointAssembler;
import dev.nn4j.io.internal.model.ModelAssembler;
import dev.nn4j.io.internal.model.ModelWriter;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads and writes checkpoints. A checkpoint's file is a model's that also holds the state of the training, so {@link
 * ModelFile} reads, describes and verifies it too.
 *
 * <pre>{@code
 * Training.of(experiment).withCheckpoints(1, keeper).run(table); // keeper calls CheckpointFile.write
 * Training.resume(CheckpointFile.read(file)).run(table);
 * }</pre>
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
     * Reads a checkpoint with the standard components.
     *
     * @see #read(Path, ComponentRegistry)
     */
    public static Checkpoint read(Path file) throws IOException {
        return read(file, ComponentRegistry.standard());
    }

    /**
     * Reads a checkpoint.
     *
     * @param registry holds the components that the file may name
     * @throws IOException if the file cannot be read, or is no regular file
     * @throws dev.nn4j.api.ModelFormatException if it is no checkpoint, damaged, too new or too old
     * @throws dev.nn4j.api.ComponentException if a component that it names is not registered
     */
    public static Checkpoint read(Path file, ComponentRegistry registry) throws IOException {
        return ModelFile.readAs(file, new CheckpointAssembler(new ModelAssembler(registry))::assemble);
    }
}
