// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.cell;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the dates of a column are written: in an order of year, month and day, in which much is read as people write it, or by
 * a pattern of letters, which says every sign. Immutable.
 *
 * @since 0.1.0
 */
public final class DateFormat {
    private final DateOrder order;
    private final String letters;
    private final @Nullable DatePattern pattern;

    private DateFormat(DateOrder order, String letters) {
        this.order = order;
        this.letters = letters;
        this.pattern = letters.isEmpty() ? null : new DatePattern(letters);
    }

    /** Dates in an order, the year with four digits, perhaps with a time of day. */
    public static DateFormat of(DateOrder order) {
        return new DateFormat(order, "");
    }

    /**
     * Dates or times by letters as those of {@link DateTimeFormatter}: {@code MM/dd/yy}, {@code HH:mm}.
     *
     * @param letters {@code y u M d H h m s S a E X x}, with sections in [ ] that may be left out; at most 64 characters
     * @throws IllegalArgumentException if there are others, or they name no moment
     */
    public static DateFormat ofPattern(String letters) {
        if (letters.isEmpty()) {
            throw new IllegalArgumentException("date-time: a format has at least one letter");
        }
        return new DateFormat(DateOrder.YEAR_MONTH_DAY, letters);
    }

    /** The order; none of a pattern. */
    public Optional<DateOrder> order() {
        return pattern == null ? Optional.of(order) : Optional.empty();
    }

    /** The pattern's letters; none of an order. */
    public Optional<String> pattern() {
        return pattern == null ? Optional.empty() : Optional.of(letters);
    }

    /** Whether a cell holds a date, or a time, of this format. */
    public boolean isDate(String cell) {
        return parse(cell).isPresent();
    }

    /** Whether cells name this part, or what it follows from. */
    public boolean shows(DatePart part) {
        return pattern == null
                || switch (part) {
                    case YEAR -> pattern.has("y");
                    case QUARTER, MONTH -> pattern.has("M");
                    case DAY -> pattern.has("d");
                    case WEEKDAY, DAY_OF_YEAR, DAYS -> pattern.has("y") && pattern.has("d");
                    case HOUR -> pattern.has("Hh");
                    case MINUTE -> pattern.has("m");
                    case SECOND -> pattern.has("s");
                };
    }

    /** Those of all parts that cells name. */
    public List<DatePart> shown() {
        return Arrays.stream(DatePart.values()).filter(this::shows).toList();
    }

    /** Whether cells are times of day without a date. */
    public boolean isTime() {
        return pattern != null && !pattern.has("yM");
    }

    /** The moment that a cell names; empty if it names none. */
    public Optional<LocalDateTime> parse(String cell) {
        return pattern == null ? DateCell.parse(cell, order) : pattern.parse(cell);
    }

    /** What a cell must hold. */
    public String wanted() {
        return pattern == null ? DateCell.wanted(order) : pattern.wanted();
    }

    /** A moment in this format. */
    public String written(LocalDateTime moment) {
        return pattern == null
                ? IsoDate.written(moment, order)
                : moment.atOffset(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern(letters, Locale.US));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DateFormat that && order == that.order && letters.equals(that.letters);
    }

    @Override
    public int hashCode() {
        return Objects.hash(order, letters);
    }

    /** The order's word, or the pattern. */
    @Override
    public String toString() {
        return pattern == null ? order.word() : letters;
    }
}
