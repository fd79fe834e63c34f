// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A column's plan as single values by name, and back; checkpoints keep it so. */
final class PlanSettings {
    private final Map<String, Object> left;

    PlanSettings(Map<String, Object> settings) {
        left = new TreeMap<>(settings);
    }

    static Map<String, Object> of(ColumnPlan plan) {
        Map<String, Object> settings = new TreeMap<>();
        settings.put("type", plan.kind().word());
        settings.put("missing", plan.missing().word());
        settings.put("indicator", plan.indicator());
        if (plan.kind() instanceof FoundCategories found) {
            settings.put("rare", (long) found.rareBelow());
            settings.put("unseen", found.unseen().word());
        } else if (plan.kind() instanceof CategoryKind category) {
            put(settings, "categories", category.categories());
            settings.put("unseen", category.unseen().word());
        } else if (plan.kind() instanceof NumberKind number && !number.format().isPlain()) {
            settings.put("decimal", number.format().decimal());
            settings.put("grouping", number.format().grouping());
            settings.put("unit", number.format().unit());
        } else if (plan.kind() instanceof DateTimeKind date) {
            settings.put("order", date.order().word());
            put(settings, "parts", date.parts().stream().map(DatePart::word).toList());
        }
        return settings;
    }

    ColumnPlan plan() {
        KindPlan kind = kind(text("type"));
        ColumnPlan plan = new ColumnPlan(
                kind,
                word(text("missing"), MissingPolicy.values(), MissingPolicy::word),
                value("indicator", Boolean.class));
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("column: " + left.keySet() + " is unknown of a " + kind.word());
        }
        return plan;
    }

    private KindPlan kind(String type) {
        return switch (type) {
            case "number" -> number();
            case "boolean" -> new BooleanKind();
            case "category" -> category();
            case "date-time" ->
                new DateTimeKind(
                        word(text("order"), DateOrder.values(), DateOrder::word),
                        texts("parts").stream()
                                .map(part -> word(part, DatePart.values(), DatePart::word))
                                .toList());
            default -> throw new IllegalArgumentException("column: type '" + type + "' is unknown");
        };
    }

    private KindPlan number() {
        return left.containsKey("decimal")
                ? new NumberKind(new NumberFormat(text("decimal"), text("grouping"), text("unit")))
                : new NumberKind();
    }

    private KindPlan category() {
        Unseen unseen = word(text("unseen"), Unseen.values(), Unseen::word);
        return left.containsKey("rare")
                ? new FoundCategories(Math.toIntExact(value("rare", Long.class)), unseen)
                : new CategoryKind(texts("categories"), unseen);
    }

    private String text(String name) {
        return value(name, String.class);
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
            texts.add(text(name + "[" + texts.size() + "]"));
        }
        return texts;
    }

    private static void put(Map<String, Object> settings, String name, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            settings.put(name + "[" + i + "]", texts.get(i));
        }
    }

    private static <E> E word(String wanted, E[] values, Function<E, String> wordOf) {
        return Arrays.stream(values)
                .filter(value -> wordOf.apply(value).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("column: '" + wanted + "' is unknown"));
    }
}
