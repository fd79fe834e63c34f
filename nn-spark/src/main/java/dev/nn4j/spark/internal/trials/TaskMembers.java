// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.trials;

import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.training.Checkpoint;
import dev.nn4j.core.training.MemberTrainer;
import dev.nn4j.io.CheckpointFile;
import dev.nn4j.spark.internal.rows.SharedTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/** Has the members of an ensemble trained by executors: a job of one task each, as many at once as there are cores. */
public final class TaskMembers implements MemberTrainer {
    private final JavaSparkContext context;
    private final Broadcast<SharedTable> table;
    private final Supplier<Experiment> experiment;

    /**
     * Of an experiment.
     *
     * @param experiment serializable
     */
    public TaskMembers(JavaSparkContext context, Broadcast<SharedTable> table, Supplier<Experiment> experiment) {
        this.context = context;
        this.table = table;
        this.experiment = experiment;
    }

    @Override
    public int atOnce() {
        return context.defaultParallelism();
    }

    @Override
    public Optional<Checkpoint> train(int member, int epochs, Optional<Checkpoint> from) {
        return one(context, member, new MemberTask(table, experiment, epochs, from));
    }

    /**
     * Runs a task that answers with the bytes of a checkpoint.
     *
     * @return nothing where it answers with none
     */
    public static Optional<Checkpoint> one(JavaSparkContext context, int number, Function<Integer, byte[]> task) {
        byte[] reached =
                context.parallelize(List.of(number), 1).map(task).collect().get(0);
        try {
            return reached.length == 0 ? Optional.empty() : Optional.of(CheckpointFile.read(reached));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
