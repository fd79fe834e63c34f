// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.cell.NumberCell;
import dev.nn4j.core.internal.text.ValueText;
import dev.nn4j.core.internal.value.NumberValue;
import dev.nn4j.core.internal.value.OptionalValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of Java programs by the types of the columns, to what {@link RowParser} would read of cells that hold
 * the same. Numbers are not printed and parsed. Immutable.
 */
final class ValueParser {
    private final RowParser cells;

    ValueParser(RowParser cells) {
        this.cells = cells;
    }

    /** The types of values that may stand in a column of this type; of one that is skipped any. */
    static List<Class<?>> types(CellType type) {
        return type.isNumber() ? NumberValue.types() : type.isText() ? ValueText.types() : List.of(Object.class);
    }

    /** What a column of this type takes, for messages. */
    static String wanted(CellType type) {
        return type.isNumber()
                ? "numbers, booleans, years or texts that hold numbers"
                : "texts, enums, characters, booleans, numbers or values of java.time";
    }

    /**
     * Reads a row.
     *
     * @param row its values in the order of the columns, null where one is missing
     * @throws DataException if there are more or fewer than columns, or one cannot be used or is missing and must not be
     */
    void read(SourceRow row, RowParser.Row into) {
        List<? extends @Nullable Object> values = row.cells();
        RowParser.requireWidth(cells.source(), row, cells.names().size());
        for (int c = 0; c < values.size(); c++) {
            CellType type = cells.types().get(c);
            switch (type.content()) {
                case NUMBER, NUMBER_OR_MISSING -> {
                    double number = cells.isPlain(c) ? row.plainNumber(c) : Double.NaN;
                    into.number(c, Double.isNaN(number) ? number(row, content(values.get(c)), c) : number);
                }
                case TEXT -> text(row, content(values.get(c)), c, into);
                case SKIPPED -> {}
            }
        }
    }

    /** Texts, of which there are most, are no forms of anything. */
    private static @Nullable Object content(@Nullable Object value) {
        return value instanceof String ? value : OptionalValue.in(value);
    }

    private double number(SourceRow row, @Nullable Object value, int c) {
        if (value == null || value instanceof CharSequence) {
            String cell = value == null ? "" : value.toString();
            return row.place().isPresent()
                    ? cells.number(row.place().get().source(), row.place().get().line(), cell, c)
                    : cells.number(cells.source(), row.line(), cell, c);
        }
        double number = NumberValue.of(value).orElseThrow(() -> unusable(row, value, c));
        return finite(row, number, value, c);
    }

    /** NaN is a missing number, where that may be. What only a message needs is made where there is one. */
    private double finite(SourceRow row, double number, Object value, int c) {
        if (Float.isFinite((float) number)) {
            return number;
        }
        boolean mayMiss = cells.types().get(c).content() == CellType.Content.NUMBER_OR_MISSING;
        return Double.isNaN(number) && mayMiss
                ? Double.NaN
                : NumberCell.required(number, value.toString(), cells.names().get(c), location(row, c));
    }

    /** Marks of missing values are texts: a constant NONE of an enum is none. */
    private void text(SourceRow row, @Nullable Object value, int c, RowParser.Row into) {
        if (value instanceof CharSequence) {
            into.text(c, value.toString());
        } else if (value == null || ValueText.isNaN(value)) {
            into.text(c, "");
        } else {
            into.value(c, ValueText.of(value).orElseThrow(() -> unusable(row, value, c)));
        }
    }

    private DataException unusable(SourceRow row, Object value, int c) {
        return new DataException(
                location(row, c),
                "column '" + cells.names().get(c) + "' takes "
                        + wanted(cells.types().get(c)) + ", got " + ValueText.described(value)
                        + "; convert it or ignore the column");
    }

    private Location location(SourceRow row, int c) {
        return row.location(cells.source(), c + 1);
    }
}
