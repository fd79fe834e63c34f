// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.compute.Cancellation;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * How rows without a target are taken: one cannot be learnt from, nor measured.
 *
 * @param marks which cells say that there is none
 * @param skipped whether such a row is left out; else it is an error
 * @since 0.1.0
 */
public record TargetGaps(MissingMarks marks, boolean skipped) {
    private static final TargetGaps REFUSED = new TargetGaps(MissingMarks.usual(), false);

    /** Refuses null. */
    public TargetGaps {
        Objects.requireNonNull(marks, "target gaps: the marks are null; MissingMarks.usual() are the usual ones");
    }

    /** By the usual marks, and an error. */
    public static TargetGaps refused() {
        return REFUSED;
    }

    /** How a column of targets is read: numbers so that gaps show where rows are left out. */
    public CellType cellType(CellType type) {
        CellType marked = type.withMarks(marks);
        return skipped && marked.isNumber() ? marked.orMissing() : marked;
    }

    /**
     * The rows of a table that have all targets; the table itself if all have.
     *
     * @param labels that are listed already, whatever they read like; empty if none are known
     * @throws DataException naming the first row without a target, unless such rows are left out; or if no row is left
     */
    public Table in(Table table, List<String> targets, List<String> labels) {
        WordArray rows = rowsOf(table, targets, labels);
        return rows.length() == table.rows() ? table : table.select(rows);
    }

    /** The indices of those rows, ascending; see {@link #in}. */
    public WordArray rowsOf(Table table, List<String> targets, List<String> labels) {
        WordArray rows = kept(table, targets, labels);
        if (rows.length() == 0 && table.rows() > 0) {
            throw withoutAny(table.headerOf(targets.get(0)));
        }
        return rows;
    }

    /**
     * The fault of rows none of which has a target.
     *
     * @param header of the target
     * @since 0.1.0
     */
    public static DataException withoutAny(DataException.Location header) {
        return new DataException(header, "no row has a target; is it the right column?");
    }

    /** The same of a table that need not have targets at all: rows without one are passed over, none may be left. */
    public WordArray present(Table table, List<String> targets, List<String> labels) {
        return new TargetGaps(marks, true).kept(table, targets, labels);
    }

    private WordArray kept(Table table, List<String> targets, List<String> labels) {
        WordArray kept = table.newWords(table.rows());
        int rows = 0;
        List<Gap> gaps =
                targets.stream().map(target -> gap(table, target, labels)).toList();
        Cancellation.Walk walk = table.cancellation().newWalk();
        for (int row = 0; row < table.rows(); row++) {
            walk.step();
            String without = firstIn(gaps, row);
            if (without == null) {
                kept.set(rows++, row);
            } else if (!skipped) {
                throw new DataException(
                        table.location(row, without),
                        "target '" + without + "' has a missing " + (labels(table, without) ? "label" : "value")
                                + " here; fill it in, leave such rows out with data.missingTarget \"skip\", or say in"
                                + " data.missingMarks what is missing");
            }
        }
        return rows == table.rows() ? kept : first(table, kept, rows);
    }

    private static boolean labels(Table table, String target) {
        return table.columnOf(target).holdsTexts();
    }

    private static WordArray first(Table table, WordArray kept, int rows) {
        WordArray few = table.newWords(rows);
        for (int i = 0; i < rows; i++) {
            few.set(i, kept.get(i));
        }
        return few;
    }

    private record Gap(String target, IntPredicate missing) {}

    private Gap gap(Table table, String target, List<String> labels) {
        Column column = table.columnOf(target);
        return new Gap(
                target,
                column.holdsTexts()
                        ? row -> column.isGap(row, marks) && !labels.contains(column.text(row))
                        : row -> Float.isNaN(column.number(row)));
    }

    private static @Nullable String firstIn(List<Gap> gaps, int row) {
        for (Gap gap : gaps) {
            if (gap.missing().test(row)) {
                return gap.target();
            }
        }
        return null;
    }
}
