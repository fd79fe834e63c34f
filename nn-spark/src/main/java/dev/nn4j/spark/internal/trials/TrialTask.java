// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.trials;

import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.io.ModelFile;
import dev.nn4j.spark.internal.rows.RowPlan;
import dev.nn4j.spark.internal.rows.SharedTable;
import java.io.Serializable;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/** Trains one of several experiments on a table, on one thread. */
public final class TrialTask implements Function<Integer, TrialTask.Outcome> {
    private static final long serialVersionUID = 1;

    private final Broadcast<SharedTable> table;
    private final IntFunction<Experiment> experiments;

    /**
     * What a trial came to.
     *
     * @param number which it is, from 0
     * @param model the bytes of its file
     * @param bestEpoch whose weights it has
     * @param validationLosses of all epochs; empty where there is nothing to validate on
     */
    public record Outcome(int number, byte[] model, int bestEpoch, double[] validationLosses) implements Serializable {}

    /**
     * Of experiments.
     *
     * @param experiments serializable
     */
    public TrialTask(Broadcast<SharedTable> table, IntFunction<Experiment> experiments) {
        this.table = table;
        this.experiments = experiments;
    }

    @Override
    public Outcome call(Integer number) {
        Experiment experiment = experiments.apply(number);
        RowPlan plan = RowPlan.of(experiment, table.value().plan().columns());
        if (!plan.readsAs(table.value().plan())) {
            throw new IllegalArgumentException("trials: experiment " + number + " reads columns in another way than"
                    + " experiment 0; let all read the same columns as the same kinds");
        }
        TrainingResult result = Training.of(experiment)
                .withExecution(new Execution(1, Execution.defaults().kernels()))
                .run(table.value().table());
        List<EpochRecord> history = result.history();
        double[] losses = history.stream()
                .flatMapToDouble(epoch -> epoch.validationLoss().stream())
                .toArray();
        return new Outcome(number, ModelFile.toBytes(result.model()), result.bestEpoch(), losses);
    }
}
