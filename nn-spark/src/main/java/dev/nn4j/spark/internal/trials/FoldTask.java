// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.trials;

import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.validation.CrossValidation;
import dev.nn4j.core.validation.TrainedFold;
import dev.nn4j.io.ModelFile;
import dev.nn4j.spark.internal.rows.SharedTable;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/** Trains what one fold learns from the others, on one thread. */
final class FoldTask implements Function<Integer, FoldTask.Outcome> {
    private static final long serialVersionUID = 1;

    private final Broadcast<SharedTable> table;
    private final Supplier<Experiment> experiment;
    private final int repeats;
    private final int folds;

    /**
     * What came of a fold, on its way to the driver.
     *
     * @param model the bytes of its file
     */
    record Outcome(byte[] model, int epochs, int bestEpoch) implements Serializable {
        TrainedFold fold() {
            try {
                return new TrainedFold(ModelFile.read(model), epochs, bestEpoch);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Of an experiment.
     *
     * @param experiment serializable
     */
    FoldTask(Broadcast<SharedTable> table, Supplier<Experiment> experiment, int repeats, int folds) {
        this.table = table;
        this.experiment = experiment;
        this.repeats = repeats;
        this.folds = folds;
    }

    /** That of a fold, counted from 1 and on through repeats. */
    @Override
    public Outcome call(Integer number) {
        Execution alone = new Execution(1, Execution.defaults().kernels());
        TrainedFold fold = TrainedFold.of(new CrossValidation(ContentExperiment.of(experiment.get()), alone)
                .withRepeats(repeats)
                .training(table.value().table(), folds, number));
        return new Outcome(ModelFile.toBytes(fold.model()), fold.epochs(), fold.bestEpoch());
    }
}
