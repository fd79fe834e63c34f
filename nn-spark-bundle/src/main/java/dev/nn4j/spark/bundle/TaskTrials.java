// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.bundle;

import dev.nn4j.config.Configuration;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.training.Checkpoint;
import dev.nn4j.core.training.MemberTrainer;
import dev.nn4j.spark.internal.rows.SharedTable;
import dev.nn4j.spark.internal.trials.TaskMembers;
import dev.nn4j.tune.TrialCall;
import dev.nn4j.tune.TrialTrainer;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Has trials trained by executors: a job of one task each, as many at once as there are cores. */
record TaskTrials(JavaSparkContext context, Broadcast<SharedTable> table, TrialStep.Shape search)
        implements TrialTrainer {
    @Override
    public int atOnce() {
        return context.defaultParallelism();
    }

    @Override
    public Optional<Checkpoint> train(TrialCall call) {
        return TaskMembers.one(context, call.part(), new TrialStep(table, search, call));
    }

    @Override
    public Optional<MemberTrainer> members(Experiment experiment) {
        return Optional.of(new TaskMembers(context, table, ShippedExperiment.of(Configuration.of(experiment))));
    }
}
