// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import dev.nn4j.core.cell.DateFormat;
import dev.nn4j.core.cell.DateOrder;
import dev.nn4j.core.cell.DatePart;
import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.cell.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A column's plan as single values by name, and back; checkpoints keep it so. */
final class PlanSettings {
    private static final String BINARY = "binary";
    private static final String SIGNED = "signed";

    private final Map<String, Object> left;

    PlanSettings(Map<String, Object> settings) {
        left = new TreeMap<>(settings);
    }

    static Map<String, Object> of(ColumnPlan plan) {
        Map<String, Object> settings = new TreeMap<>();
        settings.put("type", plan.kind().word());
        settings.put("missing", plan.missing().word());
        settings.put("indicator", plan.indicator());
        if (!plan.marks().isUsual()) {
            settings.put("ownMarks", true);
            put(settings, "marks", plan.marks().texts());
        }
        settings.putAll(plan.kind().match(new Own()));
        return settings;
    }

    /** The settings that only columns of a kind have. */
    private static final class Own implements KindPlan.Cases<Map<String, Object>> {
        @Override
        public Map<String, Object> foundCategories(FoundCategories plan) {
            Map<String, Object> own = new TreeMap<>();
            own.put("rare", (long) plan.rareBelow());
            own.put("unseen", plan.unseen().word());
            putSigned(own, plan.signedPair());
            return own;
        }

        @Override
        public Map<String, Object> category(CategoryKind kind) {
            Map<String, Object> own = new TreeMap<>();
            put(own, "categories", kind.categories());
            own.put("unseen", kind.unseen().word());
            putSigned(own, kind.isSigned());
            return own;
        }

        private static void putSigned(Map<String, Object> own, boolean signed) {
            if (signed) {
                own.put(BINARY, SIGNED);
            }
        }

        @Override
        public Map<String, Object> number(NumberKind kind) {
            NumberFormat format = kind.format();
            return format.isPlain()
                    ? Map.of()
                    : Map.of("decimal", format.decimal(), "grouping", format.grouping(), "unit", format.unit());
        }

        @Override
        public Map<String, Object> bool(BooleanKind kind) {
            return Map.of();
        }

        @Override
        public Map<String, Object> dateTime(DateTimeKind kind) {
            Map<String, Object> own = new TreeMap<>();
            kind.format().order().ifPresent(order -> own.put("order", order.word()));
            kind.format().pattern().ifPresent(pattern -> own.put("format", pattern));
            put(own, "parts", kind.parts().stream().map(DatePart::word).toList());
            return own;
        }
    }

    ColumnPlan plan() {
        KindPlan kind = kind(text("type"));
        ColumnPlan plan = new ColumnPlan(
                kind,
                word(text("missing"), MissingPolicy.values(), MissingPolicy::word),
                value("indicator", Boolean.class),
                marks());
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("column: " + left.keySet() + " is unknown of a " + kind.word());
        }
        return plan;
    }

    private MissingMarks marks() {
        return left.remove("ownMarks") == null ? MissingMarks.usual() : MissingMarks.of(texts("marks"));
    }

    private KindPlan kind(String type) {
        return switch (type) {
            case "number" -> number();
            case "boolean" -> new BooleanKind();
            case "category" -> category();
            case "date-time" ->
                new DateTimeKind(
                        left.containsKey("format")
                                ? DateFormat.ofPattern(text("format"))
                                : DateFormat.of(word(text("order"), DateOrder.values(), DateOrder::word)),
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
        boolean signed = left.containsKey(BINARY);
        if (signed && !text(BINARY).equals(SIGNED)) {
            throw new IllegalArgumentException("column: '" + BINARY + "' must be " + SIGNED);
        }
        return left.containsKey("rare")
                ? new FoundCategories(Math.toIntExact(value("rare", Long.class)), unseen, signed)
                : new CategoryKind(texts("categories"), unseen, signed);
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
