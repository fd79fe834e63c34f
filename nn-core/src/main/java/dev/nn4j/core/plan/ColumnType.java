// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.plan;

import dev.nn4j.core.plan.ColumnSetting.Form;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.FoundCategories;
import dev.nn4j.core.schema.KindPlan;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.NumberKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a column may be, and the settings that columns of the type have.
 *
 * @since 0.1.0
 */
public enum ColumnType {
    /** A decimal number. */
    NUMBER("number"),
    /** One of a few texts. */
    CATEGORY("category"),
    /** Yes or no. */
    BOOLEAN("boolean"),
    /** A date, perhaps with a time of day. */
    DATE_TIME("date-time");

    private static final ColumnSetting MISSING = ColumnSetting.of(
            Form.WORD,
            "missing",
            "policy",
            ColumnSetting.wordsOf(MissingPolicy.values(), MissingPolicy::word),
            "nothing said: an error in training, and in prediction a row without an answer",
            "what becomes of missing values: error (also refuse), an error everywhere; for numbers and dates mean, median,"
                    + " most-frequent; for categories and booleans most-frequent, own-category (an input that is 1)");
    private static final ColumnSetting INDICATOR = ColumnSetting.of(
            Form.FLAG,
            "indicator",
            "false",
            "with mean, median or most-frequent: one more input, 1 where the value is missing");

    private final String word;

    ColumnType(String word) {
        this.word = word;
    }

    /** As configurations and checkpoints say it: {@code date-time}. */
    public String word() {
        return word;
    }

    /** The settings that columns of this type have, beside those that all have. */
    public List<ColumnSetting> settings() {
        return switch (this) {
            case NUMBER -> NumberSettings.ALL;
            case CATEGORY -> CategorySettings.ALL;
            case BOOLEAN -> List.of();
            case DATE_TIME -> DateSettings.ALL;
        };
    }

    /**
     * One of {@link #settings()}.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public ColumnSetting setting(String name) {
        return settings().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word + ": there is no setting " + name));
    }

    /** The settings that all columns have. */
    public static List<ColumnSetting> commonSettings() {
        return List.of(MISSING, INDICATOR);
    }

    /** All settings of a column of this type: those of its own, and those that all columns have. */
    public List<ColumnSetting> allSettings() {
        return Stream.concat(settings().stream(), commonSettings().stream()).toList();
    }

    /**
     * The plan of a column of this type.
     *
     * @param path of the column, for messages
     * @param said the values of settings by name, each of its {@linkplain ColumnSetting.Form#type() type} and among its
     *     words; what is left out has its default
     * @throws dev.nn4j.api.ConfigurationException if they cannot be meant, at the path or that of a setting
     */
    public ColumnPlan plan(String path, Map<String, Object> said) {
        SaidOfColumn values = new SaidOfColumn(path, said);
        KindPlan kind = switch (this) {
            case NUMBER -> NumberSettings.plan(values);
            case CATEGORY -> CategorySettings.plan(values);
            case BOOLEAN -> new BooleanKind();
            case DATE_TIME -> DateSettings.plan(values);
        };
        MissingPolicy missing = values.value(MISSING, MissingPolicy.values()).orElse(MissingPolicy.ERROR);
        return values.at(
                values.has(INDICATOR) ? INDICATOR : MISSING,
                () -> new ColumnPlan(kind, missing, values.flag(INDICATOR)));
    }

    /**
     * The settings of a kind with their values, in the order in which they are written; defaults that go without saying are
     * left out.
     */
    public static Map<String, Object> valuesOf(KindPlan kind) {
        return kind.match(new ValuesOfKind());
    }

    private static final class ValuesOfKind implements KindPlan.Cases<Map<String, Object>> {
        @Override
        public Map<String, Object> number(NumberKind kind) {
            return NumberSettings.of(kind);
        }

        @Override
        public Map<String, Object> category(CategoryKind kind) {
            return CategorySettings.of(kind);
        }

        @Override
        public Map<String, Object> foundCategories(FoundCategories plan) {
            return CategorySettings.of(plan);
        }

        @Override
        public Map<String, Object> bool(BooleanKind kind) {
            return Map.of();
        }

        @Override
        public Map<String, Object> dateTime(DateTimeKind kind) {
            return DateSettings.of(kind);
        }
    }
}
