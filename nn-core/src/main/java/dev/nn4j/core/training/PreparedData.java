// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.TargetEncoder;
import dev.nn4j.core.experiment.ClassWeights;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.internal.flight.Flight;
import dev.nn4j.core.internal.flight.Span;
import dev.nn4j.core.internal.inference.RowDivision;
import dev.nn4j.core.internal.inference.RowWeights;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The rows that train and validate a network, scaled and weighted.
 *
 * @param training rows to learn from
 * @param validation rows to check on
 */
record PreparedData(DataSet training, Optional<DataSet> validation) {
    /** The training table and, if there is one, the validation table: given, or set aside from the training data. */
    record Division(Table training, Optional<Table> validation) {
        static Division of(Experiment experiment, Schema schema, Table table, Optional<Table> given) {
            return of(
                    experiment,
                    () -> schema.task().hasLabels()
                            ? new TargetEncoder(schema).classWords(table)
                            : table.newWords(table.rows(), 0),
                    table,
                    given);
        }

        /** Classes are asked for only where rows are set aside. */
        static Division of(Experiment experiment, Supplier<WordArray> classes, Table table, Optional<Table> given) {
            double fraction = experiment.options().validationFraction();
            if (given.isPresent() || fraction == 0) {
                return new Division(table, given);
            }
            Span division = Flight.preparation("division", table.rows());
            BitSet aside = RowDivision.aside(experiment, classes, table);
            int validation = aside.cardinality();
            int training = table.rows() - validation;
            if (validation == 0) {
                throw new ConfigurationException(
                        "training.validationFraction",
                        "of " + fraction + " leaves no row for validation out of " + table.rows()
                                + (Math.round(fraction * table.rows()) == 0
                                                || experiment.data().group().isPresent()
                                        ? ""
                                        : ", as each label keeps one to learn from")
                                + experiment
                                        .data()
                                        .group()
                                        .map(column -> ", as the groups of '" + column + "' stay whole and each label"
                                                + " keeps a row to learn from")
                                        .orElse("")
                                + "; change it or give validation data");
            }
            Table learnt = table.view(rows(table, training, row -> !aside.get(row)));
            Table checked = table.view(rows(table, validation, aside::get));
            division.ended();
            return new Division(learnt, Optional.of(checked));
        }

        private static WordArray rows(Table table, int count, IntPredicate wanted) {
            WordArray rows = table.newWords(count);
            int next = 0;
            Cancellation.Walk walk = table.cancellation().newWalk();
            for (int row = 0; row < table.rows(); row++) {
                walk.step();
                if (wanted.test(row)) {
                    rows.set(next++, row);
                }
            }
            return rows;
        }
    }

    static PreparedData of(
            Experiment experiment, Schema schema, Division division, Scaler inputScaler, Scaler targetScaler) {
        Weigher weigher = new Weigher(experiment, schema);
        Encoder encoder = new Encoder(schema, inputScaler, targetScaler);
        return new PreparedData(
                encoder.encode(division.training(), data -> weigher.weighed(data, division.training(), true)),
                division.validation().map(table -> encoder.encode(table, data -> weigher.weighed(data, table, false))));
    }

    /** The same rows, of which each weighs 1 so far. */
    static PreparedData unweighed(Schema schema, Division division, Scaler inputScaler, Scaler targetScaler) {
        Encoder encoder = new Encoder(schema, inputScaler, targetScaler);
        return new PreparedData(
                encoder.encode(division.training(), UnaryOperator.identity()),
                division.validation().map(table -> encoder.encode(table, UnaryOperator.identity())));
    }

    /** What validates a network of these rows alone. */
    static DataSet validation(
            Experiment experiment, Schema schema, Table rows, Scaler inputScaler, Scaler targetScaler) {
        Weigher weigher = new Weigher(experiment, schema);
        return new Encoder(schema, inputScaler, targetScaler).encode(rows, data -> weigher.weighed(data, rows, false));
    }

    /** Turns raw tables into what the network sees. */
    private record Encoder(Schema schema, Scaler inputScaler, Scaler targetScaler) {
        DataSet encode(Table table, UnaryOperator<DataSet> weighing) {
            Span encoding = Flight.preparation("encoding", table.rows());
            DataSet data = weighing.apply(DataSet.of(table, schema, inputScaler, targetScaler));
            encoding.ended();
            return data;
        }
    }

    /** Gives rows the weights that an experiment wants. */
    record Weigher(Experiment experiment, Schema schema) {
        /** The rows of a table, encoded. */
        DataSet weighed(DataSet data, Table table, boolean training) {
            return isAsked(table, training) ? data.withWeights(weights(table, training)) : data;
        }

        /** Some rows of a table, of which all are encoded. */
        DataSet weighed(DataSet all, Table table, WordArray rows, boolean training) {
            DataSet data = all.view(rows);
            if (!isAsked(table, training)) {
                return data;
            }
            Set<String> columns = new LinkedHashSet<>(schema.targets());
            weightColumn(table, training).ifPresent(columns::add);
            return data.withWeights(weights(table.selectOf(columns, rows), training));
        }

        private boolean isAsked(Table table, boolean training) {
            return weightColumn(table, training).isPresent() || (training && hasClassWeights());
        }

        /** Rows to validate on may come without weights: each weighs 1 then. */
        private Optional<String> weightColumn(Table table, boolean training) {
            return experiment
                    .data()
                    .weight()
                    .filter(column -> training || table.columns().contains(column));
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

        private WordArray weights(Table table, boolean training) {
            RowWeights weights = new RowWeights(table);
            weightColumn(table, training).ifPresent(weights::multiplyBySamples);
            if (training && hasClassWeights()) {
                weights.multiplyByClasses(schema, experiment.options().classWeights());
            }
            return weights.words();
        }
    }
}
