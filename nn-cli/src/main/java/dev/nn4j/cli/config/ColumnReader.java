// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.config;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.cli.json.JsonObject;
import dev.nn4j.cli.json.JsonText;
import dev.nn4j.cli.json.JsonValue;
import dev.nn4j.core.data.BooleanKind;
import dev.nn4j.core.data.CategoryKind;
import dev.nn4j.core.data.ColumnPlan;
import dev.nn4j.core.data.DateOrder;
import dev.nn4j.core.data.DatePart;
import dev.nn4j.core.data.DateTimeKind;
import dev.nn4j.core.data.FoundCategories;
import dev.nn4j.core.data.KindPlan;
import dev.nn4j.core.data.MissingPolicy;
import dev.nn4j.core.data.NumberFormat;
import dev.nn4j.core.data.NumberKind;
import dev.nn4j.core.data.Unseen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads how a column is to be read: a type, or an object of a type and what there is to say about it. */
final class ColumnReader {
    private static final List<String> GENERAL_KEYS = List.of(Components.TYPE, "missing", "indicator");
    private static final List<DatePart> USUAL_PARTS =
            List.of(DatePart.YEAR, DatePart.MONTH, DatePart.DAY, DatePart.WEEKDAY);

    /** What a column may be, and the keys that go with it. */
    private enum Type {
        NUMBER("number"),
        CATEGORY("category"),
        BOOLEAN("boolean"),
        DATE_TIME("date-time");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        private List<String> keys() {
            List<String> keys = new ArrayList<>(GENERAL_KEYS);
            keys.addAll(
                    switch (this) {
                        case NUMBER -> List.of("decimal", "grouping", "unit");
                        case BOOLEAN -> List.<String>of();
                        case CATEGORY -> List.of("categories", "rare", "unseen");
                        case DATE_TIME -> List.of("order", "parts");
                    });
            return keys;
        }
    }

    private ColumnReader() {}

    /** The plan at a path. */
    static ColumnPlan read(String path, JsonValue value) {
        if (value instanceof JsonText type) {
            return read(path, JsonObject.empty().with(Components.TYPE, type));
        }
        Type type = type(path, value);
        Fields fields = new Fields(path, value, type.keys());
        KindPlan kind = refusedAt(path, () -> kind(type, fields));
        MissingPolicy missing = fields.text("missing")
                .map(word -> Words.of("policy", MissingPolicy.class, MissingPolicy::word)
                        .find(fields.pathOf("missing"), word))
                .orElse(MissingPolicy.ERROR);
        boolean indicator = fields.flag("indicator").orElse(false);
        return refusedAt(
                fields.pathOf(fields.has("indicator") ? "indicator" : "missing"),
                () -> new ColumnPlan(kind, missing, indicator));
    }

    /** Read first: which other keys there may be depends on it. */
    private static Type type(String path, JsonValue value) {
        JsonObject object = Fields.as(JsonObject.class, "a type or an object", path, value);
        return new Fields(path, object, object.members().keySet())
                .text(Components.TYPE)
                .map(word -> Words.of("type", Type.class, type -> type.word).find(path + "." + Components.TYPE, word))
                .orElse(Type.NUMBER);
    }

    private static KindPlan kind(Type type, Fields fields) {
        return switch (type) {
            case NUMBER -> number(fields);
            case BOOLEAN -> new BooleanKind();
            case CATEGORY -> category(fields);
            case DATE_TIME -> date(fields);
        };
    }

    private static KindPlan number(Fields fields) {
        NumberFormat plain = NumberFormat.PLAIN;
        return new NumberKind(new NumberFormat(
                fields.text("decimal").orElse(plain.decimal()),
                fields.text("grouping").orElse(plain.grouping()),
                fields.text("unit").orElse(plain.unit())));
    }

    private static KindPlan category(Fields fields) {
        int rare = fields.count("rare", 0).orElse(0);
        Unseen unseen = fields.text("unseen")
                .map(word -> Words.of("policy", Unseen.class, Unseen::word).find(fields.pathOf("unseen"), word))
                .orElse(rare > 1 ? Unseen.RARE : Unseen.ERROR);
        Optional<List<String>> listed = fields.texts("categories");
        if (listed.isPresent() && fields.has("rare")) {
            throw new ConfigurationException(
                    fields.pathOf("rare"), "is for categories that the data say; they are listed; leave one out");
        }
        return listed.isPresent() ? new CategoryKind(listed.get(), unseen) : new FoundCategories(rare, unseen);
    }

    private static KindPlan date(Fields fields) {
        DateOrder order = fields.text("order")
                .map(word -> Words.of("order", DateOrder.class, DateOrder::word).find(fields.pathOf("order"), word))
                .orElse(DateOrder.YEAR_MONTH_DAY);
        Words<DatePart> words = Words.of("part", DatePart.class, DatePart::word);
        List<DatePart> parts = fields.texts("parts")
                .map(list -> list.stream()
                        .map(word -> words.find(fields.pathOf("parts"), word))
                        .toList())
                .orElse(USUAL_PARTS);
        return new DateTimeKind(order, parts);
    }

    private static <T> T refusedAt(String path, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(path, String.valueOf(e.getMessage()));
        }
    }
}
