// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.trials;

import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.training.Checkpoint;
import dev.nn4j.core.training.Training;
import dev.nn4j.io.CheckpointFile;
import dev.nn4j.spark.internal.rows.SharedTable;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/** Trains a member of an ensemble up to an epoch, on one thread; checkpoints go to and fro as the bytes of their files. */
public final class MemberTask implements Function<Integer, byte[]> {
    private static final long serialVersionUID = 1;
    private static final byte[] NONE = {};

    private final Broadcast<SharedTable> table;
    private final Supplier<Experiment> experiment;
    private final int epochs;
    private final byte[] from;

    /**
     * Of an experiment.
     *
     * @param experiment serializable
     * @param from where the member stands, if it has begun
     */
    public MemberTask(
            Broadcast<SharedTable> table, Supplier<Experiment> experiment, int epochs, Optional<Checkpoint> from) {
        this.table = table;
        this.experiment = experiment;
        this.epochs = epochs;
        this.from = from.map(CheckpointFile::toBytes).orElse(NONE);
    }

    /** Where a member stands then; no bytes if it diverges. */
    @Override
    public byte[] call(Integer member) throws IOException {
        Training training = from.length == 0
                ? Training.of(ContentExperiment.of(experiment.get()))
                : Training.resume(CheckpointFile.read(from));
        return training.withExecution(new Execution(1, Execution.defaults().kernels()))
                .trainMember(table.value().table(), member, epochs)
                .map(CheckpointFile::toBytes)
                .orElse(NONE);
    }
}
