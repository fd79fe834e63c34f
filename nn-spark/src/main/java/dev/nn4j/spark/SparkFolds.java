// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import dev.nn4j.api.DataException;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.validation.CrossValidation;
import dev.nn4j.core.validation.Fold;
import dev.nn4j.spark.internal.rows.SentTable;
import dev.nn4j.spark.internal.trials.ContentExperiment;
import dev.nn4j.spark.internal.trials.TaskFolds;
import java.io.Serializable;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;

/**
 * Cross-validation whose folds are trained by executors, an ordinary training on one thread each, on rows that fit one machine.
 * The result is that of a {@link CrossValidation} on one machine with the order {@code content}, bit for bit.
 *
 * <pre>{@code
 * List<Fold> folds = SparkFolds.folds(customers, () -> experiment(), 10, 1, fold -> {});
 * }</pre>
 *
 * @since 0.1.0
 */
public final class SparkFolds {
    private SparkFolds() {}

    /** Makes the experiment, wherever a fold runs. */
    @FunctionalInterface
    public interface Described extends Supplier<Experiment>, Serializable {}

    /**
     * How good the model of each fold is, in order; see {@link #folds}.
     *
     * @param folds at least 2
     */
    public static List<Evaluation> run(Dataset<?> frame, Described experiment, int folds) {
        return folds(frame, experiment, folds, 1, fold -> {}).stream()
                .map(Fold::evaluation)
                .toList();
    }

    /**
     * Validates. Rows of folds are numbered in the order of their content.
     *
     * @param frame whose rows, five million at most, come to the driver once, and to every executor
     * @param experiment whose order of rows is by content whatever it says
     * @param folds at least 2
     * @param repeats how many times over, each time with another seed; at least 1, and 1 for folds by time
     * @param listener is told of every fold, in order, on the thread that calls
     * @return the folds of all repeats, in order
     * @throws DataException if a column is missing, a row cannot be used, there are too many or fewer than folds
     * @throws dev.nn4j.api.ConfigurationException if the experiment does not fit the data
     * @since 0.1.0
     */
    public static List<Fold> folds(
            Dataset<?> frame, Described experiment, int folds, int repeats, Consumer<Fold> listener) {
        if (folds < 2) {
            throw new IllegalArgumentException("folds: there must be at least 2, got " + folds);
        }
        Experiment known = ContentExperiment.of(experiment.get());
        CrossValidation validation =
                new CrossValidation(known, Execution.defaults(), listener, () -> false).withRepeats(repeats);
        try (SentTable rows = SentTable.of(frame, known)) {
            if (folds > rows.here().rows()) {
                throw new DataException("DataFrame: " + folds + " folds need as many rows, and there are "
                        + rows.here().rows() + "; take fewer folds");
            }
            return validation
                    .withTrainer(new TaskFolds(rows, experiment, repeats))
                    .folds(rows.here(), folds);
        }
    }
}
