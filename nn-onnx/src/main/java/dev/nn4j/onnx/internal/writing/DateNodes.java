// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.writing;

import dev.nn4j.core.cell.DatePart;
import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parts of dates, in whole numbers. The calendar is that of Hinnant, "chrono-compatible low-level date algorithms": years
 * begin in March, so that the leap day is their last, and 400 of them, an era, always have 146097 days.
 */
final class DateNodes {
    private static final Set<DatePart> OF_THE_CALENDAR =
            Set.of(DatePart.YEAR, DatePart.QUARTER, DatePart.MONTH, DatePart.DAY, DatePart.DAY_OF_YEAR);

    private final GraphWriter graph;

    DateNodes(GraphWriter graph) {
        this.graph = graph;
    }

    /** Values of one column each. */
    private record Calendar(String year, String month, String day) {}

    /** Of seconds since 1970-01-01, a column of floats for each part. */
    String parts(String seconds, List<DatePart> parts) {
        String secondOfDay = remainder(seconds, 86_400);
        String days = quotient(minus(seconds, secondOfDay), 86_400);
        @Nullable Calendar calendar = parts.stream().anyMatch(OF_THE_CALENDAR::contains) ? calendar(days) : null;
        String[] columns = new String[parts.size()];
        for (int i = 0; i < columns.length; i++) {
            DatePart part = parts.get(i);
            String column = calendar != null && OF_THE_CALENDAR.contains(part)
                    ? ofCalendar(part, calendar, days)
                    : ofClock(part, days, secondOfDay);
            columns[i] = graph.cast(column, DataType.FLOAT);
        }
        return graph.node("Concat", Map.of("axis", 1L), columns);
    }

    private String ofClock(DatePart part, String days, String secondOfDay) {
        return switch (part) {
            case WEEKDAY -> plus(remainder(plus(days, 3), 7), 1); // 1970 began on a Thursday
            case HOUR -> quotient(secondOfDay, 3600);
            case MINUTE -> remainder(quotient(secondOfDay, 60), 60);
            case SECOND -> remainder(secondOfDay, 60);
            default -> days;
        };
    }

    private String ofCalendar(DatePart part, Calendar calendar, String days) {
        return switch (part) {
            case YEAR -> calendar.year;
            case QUARTER -> quotient(plus(calendar.month, 2), 3);
            case MONTH -> calendar.month;
            case DAY -> calendar.day;
            default -> plus(minus(days, firstDay(calendar.year)), 1);
        };
    }

    private Calendar calendar(String days) {
        String sinceMarchOfYear0 = plus(days, 719_468);
        String dayOfEra = remainder(sinceMarchOfYear0, 146_097);
        String era = quotient(minus(sinceMarchOfYear0, dayOfEra), 146_097);
        String withoutLeapDays = minus(
                sum(minus(dayOfEra, quotient(dayOfEra, 1460)), quotient(dayOfEra, 36_524)),
                quotient(dayOfEra, 146_096));
        String yearOfEra = quotient(withoutLeapDays, 365);
        String daysOfYears = sum(times(yearOfEra, 365), minus(quotient(yearOfEra, 4), quotient(yearOfEra, 100)));
        String dayOfYear = minus(dayOfEra, daysOfYears);
        String month = quotient(plus(times(dayOfYear, 5), 2), 153);
        String day = plus(minus(dayOfYear, quotient(plus(times(month, 153), 2), 5)), 1);
        // January and February, its months 10 and 11, belong to the next year
        String year = sum(sum(yearOfEra, times(era, 400)), quotient(month, 10));
        return new Calendar(year, plus(remainder(plus(month, 2), 12), 1), day);
    }

    /** Days from 1970-01-01 to the first of January. */
    private String firstDay(String year) {
        String before = plus(year, -1);
        String leapDays = sum(minus(floor(before, 4), floor(before, 100)), floor(before, 400));
        return plus(sum(times(before, 365), leapDays), -719_162);
    }

    private String floor(String value, long divisor) {
        return quotient(minus(value, remainder(value, divisor)), divisor);
    }

    /** Rounded to zero. */
    private String quotient(String value, long divisor) {
        return graph.node("Div", value, graph.integers("divisor", divisor));
    }

    /** At least 0. */
    private String remainder(String value, long divisor) {
        return graph.node("Mod", value, graph.integers("divisor", divisor));
    }

    private String times(String value, long factor) {
        return graph.node("Mul", value, graph.integers("factor", factor));
    }

    private String plus(String value, long term) {
        return graph.node("Add", value, graph.integers("term", term));
    }

    private String sum(String one, String other) {
        return graph.node("Add", one, other);
    }

    private String minus(String one, String other) {
        return graph.node("Sub", one, other);
    }
}
