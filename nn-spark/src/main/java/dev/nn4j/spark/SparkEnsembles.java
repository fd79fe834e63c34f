// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.spark.internal.rows.ContentRows;
import dev.nn4j.spark.internal.rows.RowPlan;
import dev.nn4j.spark.internal.rows.SharedTable;
import dev.nn4j.spark.internal.trials.ContentExperiment;
import dev.nn4j.spark.internal.trials.TaskMembers;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;

/**
 * Trains ensembles, recipes and whatever else one machine does, on rows that fit one machine: each member of an ensemble, and
 * so each fold of one of folds, is an ordinary training on one thread of an executor. The driver trains what is one network,
 * and what is trained again on all rows. The result is that of a training on one machine with the order {@code content}, bit
 * for bit.
 *
 * <pre>{@code
 * TrainingResult result = SparkEnsembles.train(customers, () -> experiment(), member -> TrainingListener.none());
 * }</pre>
 *
 * @since 0.1.0
 */
public final class SparkEnsembles {
    private SparkEnsembles() {}

    /**
     * Trains.
     *
     * @param frame whose rows, five million at most, come to the driver once, and to every executor
     * @param experiment whose order of rows is by content whatever it says
     * @param watching gives who is told of the epochs of a member, counted from 1, when they are over; 0 is what the driver
     *     trains
     * @throws dev.nn4j.api.DataException if a column is missing, a row cannot be used, or there are too many
     * @throws dev.nn4j.api.ConfigurationException if the experiment does not fit the data
     */
    public static TrainingResult train(
            Dataset<?> frame, SparkFolds.Described experiment, IntFunction<TrainingListener> watching) {
        JavaSparkContext context =
                JavaSparkContext.fromSparkContext(frame.sparkSession().sparkContext());
        Experiment known = ContentExperiment.of(experiment.get());
        RowPlan plan = RowPlan.of(known, List.of(frame.columns()));
        SharedTable rows = ContentRows.of(frame, plan, context.defaultParallelism())
                .requireFew()
                .all();
        Training training = Training.of(known).withListener(watching.apply(0)).withMembers(watching, ended -> {});
        if (known.ensemble().isEmpty()) {
            return training.run(rows.table());
        }
        Broadcast<SharedTable> table = context.broadcast(rows);
        try {
            return training.withMemberTrainer(new TaskMembers(context, table, experiment))
                    .run(rows.table());
        } finally {
            table.destroy();
        }
    }
}
