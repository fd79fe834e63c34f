// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.train;

import dev.nn4j.core.Provenance;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.training.Training;
import dev.nn4j.io.CheckpointFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Keeps the last checkpoint of a training in a file, which is replaced whole; of an ensemble each member's in one of its own.
 *
 * @param file where
 * @param every epochs between two writings
 */
record CheckpointWriter(Path file, int every) {
    /** The training with its checkpoints kept. */
    Training keep(Training training, Provenance provenance, ComponentRegistry registry) {
        return training.withCheckpoints(every, checkpoint -> {
            try {
                CheckpointFile.write(
                        checkpoint.withProvenance(provenance), new MemberFiles(file).of(checkpoint.member()), registry);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
