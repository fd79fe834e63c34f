// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.inference;

import dev.nn4j.api.DataException;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.experiment.DataRoles;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fitting.GroupSplits;
import dev.nn4j.core.fitting.Splits;
import dev.nn4j.core.fitting.TimeSplits;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which rows each fold of a cross-validation holds out, noted where the table is: of a file in none of the heap. Folds by time
 * are numbered from 1 here, 0 being the rows that are before all of them; a fold learns from what is before it.
 */
public final class FoldRows {
    private final WordArray foldOf;
    private final boolean byTime;

    private FoldRows(WordArray foldOf, boolean byTime) {
        this.foldOf = foldOf;
        this.byTime = byTime;
    }

    /**
     * Divides the rows of a table: at random with classes in proportion, by whole groups, or by time.
     *
     * @throws DataException if a label stands in one row only, or in one group; if there are too few groups or times
     */
    public static FoldRows of(Experiment experiment, Table table, int folds) {
        Optional<String> time = experiment.data().time();
        WordArray foldOf = table.newWords(table.rows());
        if (time.isPresent()) {
            byTime(experiment, table, time.get(), foldOf, folds);
            return new FoldRows(foldOf, true);
        }
        FoldClasses classes = FoldClasses.of(experiment, table);
        WordArray work = table.newWords(table.rows()).walked(table.cancellation());
        long seed = experiment.options().seed();
        Optional<String> group = experiment.data().group();
        if (group.isEmpty()) {
            classes.requireTwoRowsOfEach(table);
            Splits.folds(classes.walked(table), work, foldOf, folds, seed);
            return new FoldRows(foldOf, false);
        }
        GroupColumn groups =
                GroupColumn.of(table, group.get(), experiment.data().marks());
        if (folds > groups.names().size()) {
            throw new DataException(
                    table.headerOf(group.get()),
                    folds + " folds need as many groups, and '" + group.get() + "' has "
                            + groups.names().size() + "; take fewer folds");
        }
        classes.requireTwoGroupsOfEach(table, group.get(), groups);
        GroupSplits.folds(
                classes.walked(table), groups.numbers().walked(table.cancellation()), work, foldOf, folds, seed);
        return new FoldRows(foldOf, false);
    }

    private static void byTime(Experiment experiment, Table table, String column, WordArray foldOf, int folds) {
        DataRoles roles = experiment.data();
        TimeColumn times = TimeColumn.of(table, column, roles.plan(column));
        long[] starts = new TimeSplits(table.rows(), times).expanding(folds);
        if (starts.length < folds) {
            throw new DataException(
                    table.headerOf(column),
                    "'" + column + "' has too few different times for " + folds + " folds of rows that come one after"
                            + " the other, of which there would be " + starts.length + "; take fewer folds");
        }
        Cancellation.Walk walk = table.cancellation().newWalk();
        for (int row = 0; row < table.rows(); row++) {
            walk.step();
            int place = Arrays.binarySearch(starts, times.of(row));
            foldOf.set(row, place < 0 ? -place - 1 : place + 1);
        }
        FoldClasses.of(experiment, table).requireEarlier(table, foldOf);
    }

    /** The rows that a fold holds out, or those that it learns from; ascending. */
    public WordArray of(Table table, int fold, boolean heldOut) {
        WordArray all = foldOf.walked(table.cancellation());
        int count = 0;
        for (int row = 0; row < table.rows(); row++) {
            count += isIn(all.get(row), fold, heldOut) ? 1 : 0;
        }
        WordArray rows = table.newWords(count);
        int next = 0;
        for (int row = 0; row < table.rows(); row++) {
            if (isIn(all.get(row), fold, heldOut)) {
                rows.set(next++, row);
            }
        }
        return rows;
    }

    private boolean isIn(int part, int fold, boolean heldOut) {
        if (byTime) {
            return heldOut ? part == fold + 1 : part <= fold;
        }
        return (part == fold) == heldOut;
    }
}
