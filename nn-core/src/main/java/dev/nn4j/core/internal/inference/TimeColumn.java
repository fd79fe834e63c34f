// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.inference;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.DateFormat;
import dev.nn4j.core.cell.DateOrder;
import dev.nn4j.core.cell.IsoDate;
import dev.nn4j.core.cell.NumberCell;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.fitting.TimeSplits;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** When each row of a table was: a number or a date, as a whole number that rises with time. */
final class TimeColumn implements TimeSplits.Time {
    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final DateFormat USUAL = DateFormat.of(DateOrder.YEAR_MONTH_DAY);

    private final WordArray words;

    private TimeColumn(WordArray words) {
        this.words = words;
    }

    /**
     * Reads a column of times: dates as the plan says, or else numbers if the first cell is one, or else dates as ISO 8601 has
     * them.
     *
     * @throws DataException if a cell is none
     */
    static TimeColumn of(Table table, String column, ColumnPlan plan) {
        Optional<DateFormat> said =
                plan.kind() instanceof DateTimeKind kind ? Optional.of(kind.format()) : Optional.empty();
        boolean numbers = said.isEmpty() && table.rows() > 0 && NumberCell.isNumber(table.text(0, column));
        DateFormat format = said.orElse(USUAL);
        WordArray words = table.newWords(2L * table.rows());
        Cancellation.Walk walk = table.cancellation().newWalk();
        for (int row = 0; row < table.rows(); row++) {
            walk.step();
            String cell = table.text(row, column);
            long key = numbers ? ofNumber(cell) : ofDate(cell, format);
            if (key == Long.MIN_VALUE) {
                throw new DataException(
                        table.location(row, column),
                        "time '" + column + "' must hold "
                                + (numbers ? "numbers, as its first row does" : format.wanted()) + ", got '" + cell
                                + "'; correct the cell, or say in data.columns how its dates are written");
            }
            words.set(2L * row, (int) (key >> Integer.SIZE));
            words.set(2L * row + 1, (int) key);
        }
        return new TimeColumn(words.walked(table.cancellation()));
    }

    @Override
    public long of(int row) {
        return (long) words.get(2L * row) << Integer.SIZE | Integer.toUnsignedLong(words.get(2L * row + 1));
    }

    /** The bits of a double, those of negative ones turned round, so that they are ordered as the numbers. */
    private static long ofNumber(String cell) {
        double number = NumberCell.valueOf(cell) + 0.0; // −0 is 0
        if (!Double.isFinite(number)) {
            return Long.MIN_VALUE;
        }
        long bits = Double.doubleToLongBits(number);
        return bits ^ (bits >> (Long.SIZE - 1) & Long.MAX_VALUE);
    }

    private static long ofDate(String cell, DateFormat format) {
        Optional<LocalDateTime> moment = format.parse(cell).or(() -> IsoDate.parse(cell));
        return moment.isEmpty() ? Long.MIN_VALUE : ChronoUnit.MICROS.between(EPOCH, moment.get());
    }
}
