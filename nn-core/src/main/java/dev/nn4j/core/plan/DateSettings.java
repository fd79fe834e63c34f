// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.plan;

import dev.nn4j.core.cell.DateFormat;
import dev.nn4j.core.cell.DateOrder;
import dev.nn4j.core.cell.DatePart;
import dev.nn4j.core.plan.ColumnSetting.Form;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.KindPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What may be said of a date. */
final class DateSettings {
    private static final List<DatePart> USUAL_PARTS =
            List.of(DatePart.YEAR, DatePart.MONTH, DatePart.DAY, DatePart.WEEKDAY);

    private static final ColumnSetting ORDER = ColumnSetting.of(
            Form.WORD,
            "order",
            "order",
            ColumnSetting.wordsOf(DateOrder.values(), DateOrder::word),
            "year-month-day",
            "how cells write it");
    private static final ColumnSetting FORMAT = ColumnSetting.of(
            Form.TEXT,
            "format",
            "nothing",
            "in place of the order: how cells write it, letter by letter, as in `MM/dd/yy`, [see below](#formats-of-dates)");
    private static final ColumnSetting PARTS = ColumnSetting.of(
            Form.WORDS,
            "parts",
            "part",
            ColumnSetting.wordsOf(DatePart.values(), DatePart::word),
            "year, month, day, weekday, as far as the format shows them",
            "what the network sees, a number each; `days` are those since 1970");

    static final List<ColumnSetting> ALL = List.of(ORDER, FORMAT, PARTS);

    private DateSettings() {}

    static Map<String, Object> of(DateTimeKind kind) {
        DateFormat format = kind.format();
        return new ColumnValues()
                .with(format.order().isPresent() ? ORDER : FORMAT, format.toString())
                .with(PARTS, kind.parts().stream().map(DatePart::word).toList())
                .map();
    }

    static KindPlan plan(SaidOfColumn said) {
        DateFormat format = format(said);
        List<DatePart> parts = said.values(PARTS, DatePart.values()).orElseGet(() -> usualParts(format));
        return said.at(PARTS, () -> new DateTimeKind(format, parts));
    }

    private static DateFormat format(SaidOfColumn said) {
        Optional<DateOrder> order = said.value(ORDER, DateOrder.values());
        Optional<String> pattern = said.text(FORMAT);
        if (pattern.isEmpty()) {
            return DateFormat.of(order.orElse(DateOrder.YEAR_MONTH_DAY));
        }
        if (order.isPresent()) {
            throw said.refused(ORDER, "is for dates without a format, which says the order, too; leave one out");
        }
        return said.at(FORMAT, () -> DateFormat.ofPattern(pattern.get()));
    }

    /** Where a format shows none of the usual ones it is one of times. */
    private static List<DatePart> usualParts(DateFormat format) {
        List<DatePart> usual = USUAL_PARTS.stream().filter(format::shows).toList();
        return usual.isEmpty() ? format.shown() : usual;
    }
}
