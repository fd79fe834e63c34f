// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.starter;

import dev.nn4j.core.data.DateOrder;
import dev.nn4j.core.data.DateTimeKind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** In which order the cells of a column could be dates. */
final class DateSurvey {
    private final Set<DateOrder> possible = EnumSet.allOf(DateOrder.class);
    private boolean slashes;
    private boolean times;

    void add(String cell) {
        possible.removeIf(order -> !DateTimeKind.isDate(cell, order));
        slashes |= cell.indexOf('/') >= 0;
        times |= cell.indexOf(':') >= 0;
    }

    /** The order that all cells have. Where day and month cannot be told apart, slashes suggest the month first. */
    Optional<DateOrder> order() {
        if (isAmbiguous()) {
            return Optional.of(slashes ? DateOrder.MONTH_DAY_YEAR : DateOrder.DAY_MONTH_YEAR);
        }
        return possible.stream().findFirst();
    }

    boolean isAmbiguous() {
        return possible.size() > 1;
    }

    /** Whether cells name times of day. */
    boolean hasTimes() {
        return times;
    }
}
