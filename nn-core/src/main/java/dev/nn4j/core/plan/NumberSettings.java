// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.plan;

import dev.nn4j.core.cell.NumberFormat;
import dev.nn4j.core.plan.ColumnSetting.Form;
import dev.nn4j.core.schema.KindPlan;
import dev.nn4j.core.schema.NumberKind;
import java.util.List;
import java.util.Map;

/** What may be said of a number. */
final class NumberSettings {
    private static final ColumnSetting DECIMAL =
            ColumnSetting.of(Form.TEXT, "decimal", "`.`", "the decimal mark: `.` or `,`");
    private static final ColumnSetting GROUPING = ColumnSetting.of(
            Form.TEXT,
            "grouping",
            "nothing",
            "what may part groups of three digits: `,`, `.`, a space (also an unbreakable or thin one) or `'` (also `’`);"
                    + " where it is `,` also India's groups, `12,34,567`");
    private static final ColumnSetting UNIT = ColumnSetting.of(
            Form.TEXT, "unit", "nothing", "what may stand before or behind, also within parentheses: `€`, `%`, `kg`");

    static final List<ColumnSetting> ALL = List.of(DECIMAL, GROUPING, UNIT);

    private NumberSettings() {}

    static Map<String, Object> of(NumberKind kind) {
        NumberFormat format = kind.format();
        ColumnValues settings = new ColumnValues();
        return format.isPlain()
                ? settings.map()
                : settings.with(DECIMAL, format.decimal())
                        .with(GROUPING, format.grouping())
                        .with(UNIT, format.unit())
                        .map();
    }

    static KindPlan plan(SaidOfColumn said) {
        NumberFormat plain = NumberFormat.PLAIN;
        return said.atColumn(() -> new NumberKind(new NumberFormat(
                said.text(DECIMAL).orElse(plain.decimal()),
                said.text(GROUPING).orElse(plain.grouping()),
                said.text(UNIT).orElse(plain.unit()))));
    }
}
