// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.internal.inference.FoldRows;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import dev.nn4j.core.training.PreparedData.Division;
import dev.nn4j.core.training.PreparedData.Weigher;
import java.util.Optional;
import java.util.function.Supplier;

/** Which rows the members of an ensemble learn from and are validated on. */
sealed interface MemberRows {
    /** Those of an experiment's ensemble. */
    static MemberRows of(
            Experiment experiment,
            Ensemble ensemble,
            Supplier<WordArray> classes,
            Table table,
            Optional<Table> validation) {
        return switch (ensemble.kind()) {
            case FOLDS -> new Folds(table, FoldRows.of(experiment, table, ensemble.members()));
            case SEEDS, PACK -> new Shared(Division.of(experiment, classes, table, validation));
        };
    }

    /** The rows that some member learns from. */
    Table training();

    /** The rows that no member learns from, if there are any. */
    Optional<Table> validation();

    /** All rows, as the members come by them. */
    Division whole();

    /**
     * What one member learns from and is validated on.
     *
     * @param training the table of {@link #training}
     * @param all the rows of {@link #whole}, which stay where they are
     */
    PreparedData of(int member, Table training, PreparedData all, Weigher weigher);

    /** The folds, if it is of folds. */
    Optional<FoldRows> folds();

    /** Each member leaves its own fold out. */
    record Folds(Table training, FoldRows rows) implements MemberRows {
        @Override
        public Optional<Table> validation() {
            return Optional.empty();
        }

        @Override
        public Division whole() {
            return new Division(training, Optional.empty());
        }

        @Override
        public PreparedData of(int member, Table table, PreparedData all, Weigher weigher) {
            DataSet each = all.training();
            return new PreparedData(
                    weigher.weighed(each, table, rows.of(table, member, false), true),
                    Optional.of(weigher.weighed(each, table, rows.of(table, member, true), false)));
        }

        @Override
        public Optional<FoldRows> folds() {
            return Optional.of(rows);
        }
    }

    /** All learn from the same. */
    record Shared(Division division) implements MemberRows {
        @Override
        public Table training() {
            return division.training();
        }

        @Override
        public Optional<Table> validation() {
            return division.validation();
        }

        @Override
        public Division whole() {
            return division;
        }

        @Override
        public PreparedData of(int member, Table table, PreparedData all, Weigher weigher) {
            Optional<Table> validation = division.validation().map(one -> one.withCancellation(table.cancellation()));
            return new PreparedData(
                    weigher.weighed(all.training(), table, true),
                    validation.map(one -> weigher.weighed(all.validation().orElseThrow(), one, false)));
        }

        @Override
        public Optional<FoldRows> folds() {
            return Optional.empty();
        }
    }
}
