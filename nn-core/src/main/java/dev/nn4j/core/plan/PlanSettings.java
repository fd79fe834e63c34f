// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.plan;

import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.schema.ColumnPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A column's plan as single values by name, texts, whole numbers and flags, and back; checkpoints keep it so.
 *
 * @since 0.1.0
 */
public final class PlanSettings {
    private static final String TYPE = "type";
    private static final String OWN_MARKS = "ownMarks";
    private static final String MARKS = "marks";

    private final Map<String, Object> left;

    private PlanSettings(Map<String, Object> settings) {
        left = new TreeMap<>(settings);
    }

    /** The settings of a plan. */
    public static Map<String, Object> of(ColumnPlan plan) {
        Map<String, Object> settings = new TreeMap<>();
        settings.put(TYPE, plan.kind().word());
        settings.put("missing", plan.missing().word());
        settings.put("indicator", plan.indicator());
        if (!plan.marks().isUsual()) {
            settings.put(OWN_MARKS, true);
            put(settings, MARKS, plan.marks().texts());
        }
        ColumnType.valuesOf(plan.kind()).forEach((name, value) -> put(settings, name, value));
        return settings;
    }

    private static void put(Map<String, Object> settings, String name, Object value) {
        if (!(value instanceof List<?> list)) {
            settings.put(name, value);
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            settings.put(name + "[" + i + "]", list.get(i));
        }
    }

    /**
     * The plan of settings.
     *
     * @throws IllegalArgumentException if they are not a plan's
     * @throws dev.nn4j.api.ConfigurationException if they contradict each other
     */
    public static ColumnPlan plan(Map<String, Object> settings) {
        ColumnPlan plan = new PlanSettings(settings).plan();
        if (!of(plan).equals(settings)) {
            throw new IllegalArgumentException(
                    "column: got " + new TreeMap<>(settings) + ", where " + of(plan) + " would be complete");
        }
        return plan;
    }

    private ColumnPlan plan() {
        String word = value(TYPE, String.class);
        ColumnType type = Arrays.stream(ColumnType.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("column: type '" + word + "' is unknown"));
        Map<String, Object> said = new TreeMap<>();
        type.allSettings().forEach(setting -> read(setting, said));
        MissingMarks marks = left.remove(OWN_MARKS) == null ? MissingMarks.usual() : MissingMarks.of(texts(MARKS));
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("column: " + left.keySet() + " is unknown of a " + word);
        }
        return type.plan("column", said).withMarks(marks);
    }

    private void read(ColumnSetting setting, Map<String, Object> said) {
        String name = setting.name();
        if (left.containsKey(setting.form().isList() ? name + "[0]" : name)) {
            Object value = setting.form().isList()
                    ? texts(name)
                    : value(name, setting.form().type());
            requireWords(setting, value);
            said.put(name, value);
        }
    }

    private static void requireWords(ColumnSetting setting, Object value) {
        List<?> words = value instanceof List<?> list ? list : List.of(value);
        for (Object word : words) {
            if (word instanceof String text && !setting.allows(text)) {
                throw new IllegalArgumentException("column: '" + text + "' is unknown");
            }
        }
    }

    private <T> T value(String name, Class<T> type) {
        Object value = left.remove(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("column: '" + name + "' must be a " + type.getSimpleName());
        }
        return type.cast(value);
    }

    private List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        while (left.containsKey(name + "[" + texts.size() + "]")) {
            texts.add(value(name + "[" + texts.size() + "]", String.class));
        }
        return texts;
    }
}
