// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import dev.nn4j.core.cell.DateFormat;
import dev.nn4j.core.cell.DateOrder;
import dev.nn4j.core.cell.DatePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The formats that are looked for: the orders, years of two digits, times alone, and dates of digits alone. */
final class DateFormats {
    /** Of two that fit the first is taken: slashes suggest the month first. */
    private static final List<String> SHORT_YEARS = List.of(
            "M/d/yy",
            "d/M/yy",
            "yy/M/d",
            "d-M-yy",
            "M-d-yy",
            "yy-M-d",
            "d.M.yy",
            "M.d.yy",
            "yy.M.d",
            "d-MMM-yy",
            "d MMM yy");

    private static final List<String> TIMES = List.of("", "[ H:mm[:ss]]", "[ h:mm[:ss][ ]a]");
    private static final List<String> TIMES_ALONE = List.of("H:mm[:ss]", "h:mm[:ss][ ]a");
    private static final DateFormat COMPACT = DateFormat.ofPattern("yyyyMMdd");
    private static final List<DateFormat> USUAL = usual();
    private static final Pattern TIME = Pattern.compile("\\d:\\d|\\d\\s?[AaPp]\\.?[Mm]\\b");
    private static final Pattern NAMES_OF_DATES =
            Pattern.compile("(.*[^\\p{L}])?(day|dt|dob|ymd|yyyymmdd|tag|fecha)|.*date|date.*|.*datum|datum.*");

    private DateFormats() {}

    private static List<DateFormat> usual() {
        List<DateFormat> formats = new ArrayList<>();
        for (DateOrder order : DateOrder.values()) {
            formats.add(DateFormat.of(order));
        }
        for (String time : TIMES) {
            SHORT_YEARS.forEach(date -> formats.add(DateFormat.ofPattern(date + time)));
        }
        TIMES_ALONE.forEach(time -> formats.add(DateFormat.ofPattern(time)));
        return formats;
    }

    /** Eight digits are a number as well, so that the column's name must say that they are a date. */
    static List<DateFormat> of(String column) {
        if (!NAMES_OF_DATES.matcher(column.toLowerCase(Locale.ROOT)).matches()) {
            return USUAL;
        }
        List<DateFormat> formats = new ArrayList<>(USUAL);
        formats.add(COMPACT);
        return formats;
    }

    /** Whether a cell is such a date; of digits alone one of a century that columns are about. */
    static boolean fits(DateFormat format, String cell) {
        return format.isDate(cell)
                && (!isCompact(format)
                        || cell.strip().startsWith("19")
                        || cell.strip().startsWith("20"));
    }

    static boolean isCompact(DateFormat format) {
        return format.equals(COMPACT);
    }

    /** Whether a date has a time of day. */
    static boolean hasTime(String cell) {
        return TIME.matcher(cell).find();
    }

    /** The parts to learn from. */
    static List<DatePart> parts(DateFormat format, boolean times) {
        List<DatePart> parts = new ArrayList<>(List.of(DatePart.YEAR, DatePart.MONTH, DatePart.DAY, DatePart.WEEKDAY));
        parts.removeIf(part -> !format.shows(part));
        if (parts.isEmpty()) {
            return List.of(DatePart.HOUR, DatePart.MINUTE);
        }
        if (times && format.shows(DatePart.HOUR)) {
            parts.add(DatePart.HOUR);
        }
        return parts;
    }

    /** How many of these read other dates than the others, of those that are of the first one's kind. */
    static long different(List<DateFormat> formats) {
        return formats.stream()
                .filter(format ->
                        format.order().isPresent() == formats.get(0).order().isPresent())
                .map(format -> format.toString().replaceFirst("\\[.*", ""))
                .distinct()
                .count();
    }
}
