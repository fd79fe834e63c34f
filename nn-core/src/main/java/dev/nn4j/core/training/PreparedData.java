// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.DataException;
import dev.nn4j.core.data.DataSet;
import dev.nn4j.core.data.InputEncoder;
import dev.nn4j.core.data.Scaler;
import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Splits;
import dev.nn4j.core.data.Table;
import dev.nn4j.core.data.TargetEncoder;
import java.util.Arrays;
import java.util.Optional;
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
                    () -> schema.task().hasLabels() ? new TargetEncoder(schema).classes(table) : new int[table.rows()],
                    table,
                    given);
        }

        /** Classes are asked for only where rows are set aside. */
        static Division of(Experiment experiment, Supplier<int[]> classes, Table table, Optional<Table> given) {
            double fraction = experiment.options().validationFraction();
            if (given.isPresent() || fraction == 0) {
                return new Division(table, given);
            }
            boolean[] aside = Splits.setAside(
                    classes.get(), fraction, experiment.options().seed());
            int[] training = Splits.rowsWhere(aside, false);
            int[] validation = Splits.rowsWhere(aside, true);
            if (training.length == 0 || validation.length == 0) {
                throw new ConfigurationException(
                        "training.validationFraction",
                        "of " + fraction + " leaves no row " + (training.length == 0 ? "to train on" : "for validation")
                                + " out of " + table.rows() + "; change it or give validation data");
            }
            return new Division(table.select(training), Optional.of(table.select(validation)));
        }
    }

    static PreparedData of(
            Experiment experiment, Schema schema, Division division, Scaler inputScaler, Scaler targetScaler) {
        InputEncoder inputs = new InputEncoder(schema.features(), inputScaler);
        Encoder encoder = new Encoder(experiment, schema, inputs, targetScaler);
        return new PreparedData(
                encoder.encode(division.training(), true),
                division.validation().map(table -> encoder.encode(table, false)),
                division.training());
    }

    /** Turns raw tables into what the network sees. */
    private record Encoder(Experiment experiment, Schema schema, InputEncoder inputEncoder, Scaler targetScaler) {
        DataSet encode(Table table, boolean training) {
            float[] inputs = inputEncoder.encodeAll(schema.rawRows(table));
            float[] targets = new TargetEncoder(schema).encode(table);
            targetScaler.apply(targets, 0, targets, 0, table.rows(), schema.outputs());
            DataSet data = DataSet.of(inputs, inputEncoder.width(), targets, schema.outputs());
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

        private float[] weights(Table table, boolean training) {
            float[] weights = new float[table.rows()];
            Arrays.fill(weights, 1);
            experiment.data().weight().ifPresent(column -> multiplyBySampleWeights(weights, table, column));
            if (training && hasClassWeights()) {
                multiplyByClassWeights(weights, new TargetEncoder(schema).classes(table));
            }
            return weights;
        }

        private static void multiplyBySampleWeights(float[] weights, Table table, String column) {
            float[] given = table.numbers(column);
            double sum = 0;
            for (int row = 0; row < given.length; row++) {
                if (given[row] < 0) {
                    throw new DataException(
                            table.location(row, column),
                            "weight '" + column + "' must be at least 0, got " + given[row]);
                }
                weights[row] *= given[row];
                sum += given[row];
            }
            if (sum == 0) {
                throw new DataException(table.headerOf(column), "all weights in '" + column + "' are 0");
            }
        }

        private void multiplyByClassWeights(float[] weights, int[] classes) {
            int[] counts = new int[schema.labels().size()];
            for (int c : classes) {
                counts[c]++;
            }
            float[] byClass = experiment.options().classWeights().of(schema.labels(), counts);
            float greatest = 0;
            for (int row = 0; row < weights.length; row++) {
                weights[row] *= byClass[classes[row]];
                greatest = Math.max(greatest, weights[row]);
            }
            if (greatest == 0 || Float.isInfinite(greatest)) {
                throw new ConfigurationException(
                        "training.classWeights",
                        "leave every row with weight 0 or one with an infinite one; choose weights near 1");
            }
        }
    }
}
