// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.internal.inference.FoldRows;
import dev.nn4j.core.internal.inference.RowDivision;
import dev.nn4j.core.internal.inference.SchemaInference;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Which rows a search sees.
 *
 * @param all of them
 * @param searched those that trials learn from and are judged on
 * @param heldOut those that nothing of the search sees; empty if there are none
 * @param parts one training of a trial each: one, or one for each fold
 */
record SearchRows(Table all, Table searched, Optional<Table> heldOut, List<Part> parts) {
    /**
     * What one training learns from.
     *
     * @param training from which it may set rows aside
     * @param validation the fold that it is judged on, if there are folds
     */
    record Part(Table training, Optional<Table> validation) {}

    /**
     * Divides a table.
     *
     * @param share of the rows to hold out
     * @param folds 0 for none
     */
    static SearchRows of(Experiment experiment, Table data, double share, int folds) {
        Table all = experiment.data().targetGaps().in(data, experiment.data().targets(), List.of());
        BitSet aside = share == 0 ? new BitSet() : aside(experiment, all, share);
        if (aside.isEmpty()) {
            return new SearchRows(all, all, Optional.empty(), parts(experiment, all, folds));
        }
        Table searched = all.select(rows(all, aside, false));
        return new SearchRows(
                all, searched, Optional.of(all.select(rows(all, aside, true))), parts(experiment, searched, folds));
    }

    /** As validation rows are set aside: at random with classes in proportion, by whole groups, or the latest. */
    private static BitSet aside(Experiment experiment, Table all, double share) {
        Experiment dividing = experiment.withOptions(
                experiment.options().toBuilder().validationFraction(share).build());
        return RowDivision.aside(dividing, new SchemaInference(dividing, all)::classes, all);
    }

    private static WordArray rows(Table table, BitSet aside, boolean wanted) {
        int count = wanted ? aside.cardinality() : table.rows() - aside.cardinality();
        WordArray rows = table.newWords(count);
        int next = 0;
        for (int row = 0; row < table.rows(); row++) {
            if (aside.get(row) == wanted) {
                rows.set(next++, row);
            }
        }
        return rows;
    }

    private static List<Part> parts(Experiment experiment, Table searched, int folds) {
        if (folds == 0) {
            return List.of(new Part(searched, Optional.empty()));
        }
        FoldRows rows = FoldRows.of(experiment, searched, folds);
        List<Part> parts = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            parts.add(new Part(
                    searched.select(rows.of(searched, fold, false)),
                    Optional.of(searched.select(rows.of(searched, fold, true)))));
        }
        return parts;
    }
}
