// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.internal.inference.FoldRows;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import dev.nn4j.core.training.PreparedData.Division;
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

    /** What one member learns from and is validated on, of this table, which is that of {@link #training}. */
    Division of(int member, Table training);

    /** The folds, if it is of folds. */
    Optional<FoldRows> folds();

    /** Each member leaves its own fold out. */
    record Folds(Table training, FoldRows rows) implements MemberRows {
        @Override
        public Optional<Table> validation() {
            return Optional.empty();
        }

        @Override
        public Division of(int member, Table table) {
            WordArray others = rows.of(table, member, false);
            return new Division(table.select(others), Optional.of(table.select(rows.of(table, member, true))));
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
        public Division of(int member, Table table) {
            return new Division(
                    table, division.validation().map(validation -> validation.withCancellation(table.cancellation())));
        }

        @Override
        public Optional<FoldRows> folds() {
            return Optional.empty();
        }
    }
}
