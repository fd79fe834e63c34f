// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.internal.words.CodeMemo;
import java.util.BitSet;
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
        BitSet without = without(table, targets, labels);
        return without.isEmpty() ? table : table.view(left(table, targets, without));
    }

    /** The indices of those rows, ascending; see {@link #in}. */
    public WordArray rowsOf(Table table, List<String> targets, List<String> labels) {
        return left(table, targets, without(table, targets, labels));
    }

    private static WordArray left(Table table, List<String> targets, BitSet without) {
        WordArray rows = others(table, without);
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
        return others(table, new TargetGaps(marks, true).without(table, targets, labels));
    }

    /** The rows without a target. A bit for each: nearly all tables have none, and need no room for an index to each row. */
    private BitSet without(Table table, List<String> targets, List<String> labels) {
        BitSet found = new BitSet();
        List<Gap> gaps =
                targets.stream().map(target -> gap(table, target, labels)).toList();
        Cancellation.Walk walk = table.cancellation().newWalk();
        for (int row = 0; row < table.rows(); row++) {
            walk.step();
            String without = firstIn(gaps, row);
            if (without != null && !skipped) {
                throw new DataException(
                        table.location(row, without),
                        "target '" + without + "' has a missing " + (labels(table, without) ? "label" : "value")
                                + " here; fill it in, leave such rows out with data.missingTarget \"skip\", or say in"
                                + " data.missingMarks what is missing");
            }
            if (without != null) {
                found.set(row);
            }
        }
        return found;
    }

    private static WordArray others(Table table, BitSet without) {
        WordArray rows = table.newWords(table.rows() - without.cardinality());
        int row = -1;
        for (int i = 0; i < rows.length(); i++) {
            row = without.nextClearBit(row + 1);
            rows.set(i, row);
        }
        return rows;
    }

    private static boolean labels(Table table, String target) {
        return table.columnOf(target).holdsTexts();
    }

    private record Gap(String target, IntPredicate missing) {}

    private Gap gap(Table table, String target, List<String> labels) {
        Column column = table.columnOf(target);
        if (!column.holdsTexts()) {
            return new Gap(target, row -> Float.isNaN(column.number(row)));
        }
        CodeMemo<Boolean> values = new CodeMemo<>();
        return new Gap(target, row -> {
            int code = column.code(row);
            if (values.get(code) != null) {
                return false;
            }
            boolean gap = column.isGap(row, marks) && !labels.contains(column.text(row));
            if (!gap && !column.isValue(row)) {
                values.put(code, true);
            }
            return gap;
        });
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
