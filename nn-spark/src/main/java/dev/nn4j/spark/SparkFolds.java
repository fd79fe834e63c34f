// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.validation.CrossValidation;
import dev.nn4j.io.ModelFile;
import dev.nn4j.spark.internal.rows.ContentRows;
import dev.nn4j.spark.internal.rows.RowPlan;
import dev.nn4j.spark.internal.rows.SharedTable;
import dev.nn4j.spark.internal.trials.FoldTask;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;

/**
 * Cross-validation whose folds are trained by executors, an ordinary training on one thread each, on rows that fit one machine.
 *
 * @since 0.1.0
 */
public final class SparkFolds {
    private SparkFolds() {}

    /** Makes the experiment, wherever a fold runs. */
    @FunctionalInterface
    public interface Described extends Supplier<Experiment>, Serializable {}

    /**
     * Validates. The evaluations are those of a {@link CrossValidation} of the rows in the order of their content.
     *
     * @param frame whose rows come to the driver once, and to every executor
     * @param folds at least 2
     * @return that of each fold, in order
     * @throws dev.nn4j.api.DataException if a column is missing, or a row cannot be used
     */
    public static List<Evaluation> run(Dataset<?> frame, Described experiment, int folds) {
        JavaSparkContext context =
                JavaSparkContext.fromSparkContext(frame.sparkSession().sparkContext());
        RowPlan plan = RowPlan.of(experiment.get(), List.of(frame.columns()));
        SharedTable rows =
                ContentRows.of(frame, plan, context.defaultParallelism()).all();
        Broadcast<SharedTable> shared = context.broadcast(rows);
        try {
            List<Integer> numbers = IntStream.rangeClosed(1, folds).boxed().toList();
            List<byte[]> models = context.parallelize(numbers, folds)
                    .map(new FoldTask(shared, experiment, folds))
                    .collect();
            CrossValidation validation = new CrossValidation(experiment.get(), Execution.defaults());
            List<Evaluation> evaluations = new ArrayList<>();
            for (int number : numbers) {
                evaluations.add(Evaluation.of(
                        ModelFile.read(models.get(number - 1)), validation.rows(rows.table(), folds, number)));
            }
            return evaluations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            shared.destroy();
        }
    }
}
