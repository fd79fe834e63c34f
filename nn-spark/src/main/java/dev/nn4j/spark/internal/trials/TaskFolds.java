// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.trials;

import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.validation.FoldTrainer;
import dev.nn4j.core.validation.TrainedFold;
import dev.nn4j.spark.internal.rows.SentTable;
import java.util.List;
import java.util.function.Supplier;

/**
 * Has folds trained by executors: a job of one task each, as many at once as there are cores.
 *
 * @param experiment serializable
 * @param repeats of all folds
 */
public record TaskFolds(SentTable rows, Supplier<Experiment> experiment, int repeats) implements FoldTrainer {
    @Override
    public int atOnce() {
        return rows.context().defaultParallelism();
    }

    @Override
    public TrainedFold train(int folds, int number) {
        return rows.context()
                .parallelize(List.of(number), 1)
                .map(new FoldTask(rows.table(), experiment, repeats, folds))
                .collect()
                .get(0)
                .fold();
    }
}
