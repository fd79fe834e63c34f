// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.data.DataSet;
import dev.nn4j.core.data.Scaler;
import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Splits;
import dev.nn4j.core.data.Table;
import dev.nn4j.core.data.TargetEncoder;
import dev.nn4j.core.data.Words;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * The rows that train and validate a network, scaled and weighted.
 *
 * @param training rows to learn from
 * @param validation rows to check on
 * @param trainingTable the raw training rows
 */
record PreparedData(DataSet training, Optional<DataSet> validation, Table trainingTable) {
    /** The training table and, if there is one, the validation table: given, or set aside from the training data. */
    record Division(Table training, Optional<Table> validation) {
        static Division of(Experiment experiment, Schema schema, Table table, Optional<Table> given) {
            return of(
                    experiment,
                    () -> schema.task().hasLabels()
                            ? new TargetEncoder(schema).classWords(table)
                            : table.newWords(table.rows()),
                    table,
                    given);
        }

        /** Classes are asked for only where rows are set aside. */
        static Division of(Experiment experiment, Supplier<Words> classes, Table table, Optional<Table> given) {
            double fraction = experiment.options().validationFraction();
            if (given.isPresent() || fraction == 0) {
                return new Division(table, given);
            }
            BitSet aside = Splits.setAside(
                    classes.get(),
                    table.newWords(table.rows()),
                    fraction,
                    experiment.options().seed());
            int validation = aside.cardinality();
            int training = table.rows() - validation;
            if (training == 0 || validation == 0) {
                throw new ConfigurationException(
                        "training.validationFraction",
                        "of " + fraction + " leaves no row " + (training == 0 ? "to train on" : "for validation")
                                + " out of " + table.rows() + "; change it or give validation data");
            }
            return new Division(
                    table.select(rows(table, training, row -> !aside.get(row))),
                    Optional.of(table.select(rows(table, validation, aside::get))));
        }

        private static Words rows(Table table, int count, IntPredicate wanted) {
            Words rows = table.newWords(count);
            int next = 0;
            for (int row = 0; row < table.rows(); row++) {
                if (wanted.test(row)) {
                    rows.set(next++, row);
                }
            }
            return rows;
        }
    }

    static PreparedData of(
            Experiment experiment, Schema schema, Division division, Scaler inputScaler, Scaler targetScaler) {
        Encoder encoder = new Encoder(experiment, schema, inputScaler, targetScaler);
        return new PreparedData(
                encoder.encode(division.training(), true),
                division.validation().map(table -> encoder.encode(table, false)),
                division.training());
    }

    /** Turns raw tables into what the network sees. */
    private record Encoder(Experiment experiment, Schema schema, Scaler inputScaler, Scaler targetScaler) {
        DataSet encode(Table table, boolean training) {
            DataSet data = DataSet.of(table, schema, inputScaler, targetScaler);
            boolean weighted = experiment.data().weight().isPresent() || (training && hasClassWeights());
            return weighted ? data.withWeights(weights(table, training)) : data;
        }

        private boolean hasClassWeights() {
            boolean some = !(experiment.options().classWeights() instanceof ClassWeights.None);
            if (some && !schema.task().hasLabels()) {
                throw new ConfigurationException(
                        "training.classWeights",
                        "are for tasks with labels; this is a " + schema.task().word() + " task; leave them out");
            }
            return some;
        }

        private Words weights(Table table, boolean training) {
            RowWeights weights = new RowWeights(table);
            experiment.data().weight().ifPresent(weights::multiplyBySamples);
            if (training && hasClassWeights()) {
                weights.multiplyByClasses(schema, experiment.options().classWeights());
            }
            return weights.words();
        }
    }
}
