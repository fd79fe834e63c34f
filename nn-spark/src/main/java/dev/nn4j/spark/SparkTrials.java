// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import dev.nn4j.core.Model;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.io.ModelFile;
import dev.nn4j.spark.internal.rows.SentTable;
import dev.nn4j.spark.internal.trials.TrialTask;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;

/**
 * Trains several experiments at once on rows that fit one machine: each is an ordinary training on one thread of an executor. For
 * searches, repeats with other seeds and members of ensembles. The rows go to every executor, in the order of their content.
 *
 * <pre>{@code
 * double[] rates = {0.001, 0.003, 0.01};
 * List<SparkTrials.Trial> trials = SparkTrials.run(customers, rates.length, trial -> experiment(rates[trial]));
 * }</pre>
 *
 * @since 0.1.0
 */
public final class SparkTrials {
    private SparkTrials() {}

    /** Makes the experiment of a trial, counted from 0, wherever the trial runs. */
    @FunctionalInterface
    public interface Experiments extends IntFunction<Experiment>, Serializable {}

    /**
     * What a trial came to.
     *
     * @param number which it is, from 0
     * @param model that was trained
     * @param bestEpoch whose weights it has, counted from 1
     * @param validationLosses of the epochs; empty where the experiment sets no rows aside
     */
    public record Trial(int number, Model model, int bestEpoch, List<Double> validationLosses) {
        /** The loss of the best epoch, if rows were set aside. */
        public OptionalDouble validationLoss() {
            return validationLosses.isEmpty() || bestEpoch == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(validationLosses.get(bestEpoch - 1));
        }
    }

    /**
     * Trains. What a trial comes to depends on the rows and its experiment alone.
     *
     * @param frame whose rows, five million at most, come to the driver once, and to every executor
     * @param count of trials, at least 1
     * @param experiments that read the same columns as the same kinds
     * @return the trials in their order
     * @throws dev.nn4j.api.DataException if a column is missing, a row cannot be used, or there are too many
     */
    public static List<Trial> run(Dataset<?> frame, int count, Experiments experiments) {
        if (count < 1) {
            throw new IllegalArgumentException("trials: there must be at least 1, got " + count);
        }
        try (SentTable rows = SentTable.of(frame, experiments.apply(0))) {
            List<Integer> numbers = IntStream.range(0, count).boxed().toList();
            return rows
                    .context()
                    .parallelize(numbers, count)
                    .map(new TrialTask(rows.table(), experiments))
                    .collect()
                    .stream()
                    .map(SparkTrials::trial)
                    .toList();
        }
    }

    private static Trial trial(TrialTask.Outcome outcome) {
        try {
            return new Trial(
                    outcome.number(),
                    ModelFile.read(outcome.model()),
                    outcome.bestEpoch(),
                    Arrays.stream(outcome.validationLosses()).boxed().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
