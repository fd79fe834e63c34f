// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.inference;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.Labels;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fitting.Splits;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which rows each fold of a cross-validation holds out, noted where the table is: of a file in none of the heap. */
public final class FoldRows {
    private final WordArray foldOf;

    private FoldRows(WordArray foldOf) {
        this.foldOf = foldOf;
    }

    /**
     * Divides the rows of a table, classes in proportion.
     *
     * @throws DataException if a label stands in one row only
     */
    public static FoldRows of(Experiment experiment, Table table, int folds) {
        WordArray foldOf = table.newWords(table.rows());
        Splits.folds(
                classes(experiment, table).walked(table.cancellation()),
                table.newWords(table.rows()).walked(table.cancellation()),
                foldOf,
                folds,
                experiment.options().seed());
        return new FoldRows(foldOf);
    }

    /** The rows that a fold holds out, or those of the others; ascending. */
    public WordArray of(Table table, int fold, boolean heldOut) {
        WordArray all = foldOf.walked(table.cancellation());
        int count = 0;
        for (int row = 0; row < table.rows(); row++) {
            count += (all.get(row) == fold) == heldOut ? 1 : 0;
        }
        WordArray rows = table.newWords(count);
        int next = 0;
        for (int row = 0; row < table.rows(); row++) {
            if ((all.get(row) == fold) == heldOut) {
                rows.set(next++, row);
            }
        }
        return rows;
    }

    private static WordArray classes(Experiment experiment, Table table) {
        WordArray classes = table.newWords(table.rows());
        if (experiment.task().hasLabels()) {
            String target = experiment.data().targets().get(0);
            Set<String> different = new HashSet<>();
            Cancellation.Walk walk = table.cancellation().newWalk();
            for (int row = 0; row < table.rows(); row++) {
                walk.step();
                different.add(table.text(row, target));
            }
            List<String> labels = Labels.of(different, table.cancellation());
            SchemaInference.note(table, target, labels, classes);
            requireTwoOfEach(table, target, labels, classes.walked(table.cancellation()));
        }
        return classes;
    }

    private static void requireTwoOfEach(Table table, String target, List<String> labels, WordArray classes) {
        int[] counts = new int[labels.size()];
        for (int row = 0; row < table.rows(); row++) {
            counts[classes.get(row)]++;
        }
        for (int row = 0; row < table.rows(); row++) {
            int label = classes.get(row);
            if (counts[label] == 1) {
                throw new DataException(
                        table.location(row, target),
                        "label '" + labels.get(label) + "' stands in this row only, and cross-validation needs"
                                + " two rows of each; leave the row out or add others");
            }
        }
    }
}
