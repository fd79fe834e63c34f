// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.jdbc;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Learns from the cells of a column which type in a file holds all of them as they are. */
final class WrittenColumn {
    /** So many tell any two doubles apart. */
    private static final int MOST_DIGITS = 17;

    private final Set<Type> possible = EnumSet.allOf(Type.class);
    private boolean isEmpty = true;

    /** The first that fits is taken. */
    private enum Type {
        /** Not of a number that begins with 0, which is a code. */
        BIGINT("0|-?[1-9][0-9]{0,17}"),
        /** Not of a number that has more digits than it holds. */
        DOUBLE("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?"),
        BOOLEAN("true|false"),
        DATE("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
        TIMESTAMP("[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,6})?)?"),
        VARCHAR("(?s).*");

        private final Pattern form;

        Type(String form) {
            this.form = Pattern.compile(form);
        }

        boolean holds(String cell) {
            return form.matcher(cell).matches() && isThere(cell);
        }

        /** The thirtieth of February looks like a date, and twenty digits like a number. */
        private boolean isThere(String cell) {
            try {
                return switch (this) {
                    case DOUBLE -> isExact(cell);
                    case DATE -> LocalDate.parse(cell).getYear() > 0;
                    case TIMESTAMP ->
                        LocalDateTime.parse(cell.replace(' ', 'T')).getYear() > 0;
                    default -> true;
                };
            } catch (DateTimeException e) {
                return false;
            }
        }
    }

    /** Whether a double tells it from others: it has no more digits than doubles are written with, and is in their range. */
    private static boolean isExact(String cell) {
        BigDecimal number = new BigDecimal(cell);
        double nearest = number.doubleValue();
        return number.stripTrailingZeros().precision() <= MOST_DIGITS
                && Double.isFinite(nearest)
                && (nearest != 0 || number.signum() == 0);
    }

    /** Notes a cell; an empty one has no value and may be of any type. */
    void note(String cell) {
        if (!cell.isEmpty()) {
            isEmpty = false;
            possible.removeIf(type -> !type.holds(cell));
        }
    }

    /** As SQL names it. */
    String type() {
        return isEmpty ? Type.VARCHAR.name() : possible.iterator().next().name();
    }
}
