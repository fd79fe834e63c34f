// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.rows;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.cell.NumberFormat;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How a column is read, on its way to executors.
 *
 * @param content what is kept of it
 * @param decimal of its numbers
 * @param grouping likewise
 * @param unit likewise
 * @param marks that say that there is no number; empty for the usual ones
 */
record ShippedType(CellType.Content content, String decimal, String grouping, String unit, List<String> marks)
        implements Serializable {
    static ShippedType of(CellType type) {
        NumberFormat format = type.format();
        return new ShippedType(type.content(), format.decimal(), format.grouping(), format.unit(), texts(type.marks()));
    }

    CellType type() {
        NumberFormat format = new NumberFormat(decimal, grouping, unit);
        return new CellType(content, format.equals(NumberFormat.PLAIN) ? NumberFormat.PLAIN : format, marks(marks));
    }

    static List<String> texts(MissingMarks marks) {
        return marks.isUsual() ? List.of() : new ArrayList<>(marks.texts());
    }

    static MissingMarks marks(List<String> texts) {
        return texts.isEmpty() ? MissingMarks.usual() : MissingMarks.of(texts);
    }
}
