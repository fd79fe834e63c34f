// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.spark.internal.rows.SentTable;
import dev.nn4j.spark.internal.trials.ContentExperiment;
import dev.nn4j.spark.internal.trials.TaskMembers;
import java.util.function.IntFunction;
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
        Experiment known = ContentExperiment.of(experiment.get());
        try (SentTable rows = SentTable.of(frame, known)) {
            Training training =
                    Training.of(known).withListener(watching.apply(0)).withMembers(watching, ended -> {});
            return (known.ensemble().isEmpty()
                            ? training
                            : training.withMemberTrainer(new TaskMembers(rows.context(), rows.table(), experiment)))
                    .run(rows.here());
        }
    }
}
