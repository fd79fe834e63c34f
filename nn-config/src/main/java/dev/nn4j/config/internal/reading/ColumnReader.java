// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.cell.DateFormat;
import dev.nn4j.core.cell.DateOrder;
import dev.nn4j.core.cell.DatePart;
import dev.nn4j.core.cell.NumberFormat;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.FoundCategories;
import dev.nn4j.core.schema.KindPlan;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.schema.Unseen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads how a column is to be read: a type, or an object of a type and what there is to say about it. */
final class ColumnReader {
    private static final List<String> GENERAL_KEYS = List.of(Components.TYPE, "missing", "indicator");
    private static final String BINARY = "binary";
    private static final List<String> BINARIES = List.of("one-hot", "signed");
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
                        case CATEGORY -> List.of("categories", "rare", "unseen", BINARY);
                        case DATE_TIME -> List.of("order", "format", "parts");
                    });
            return keys;
        }
    }

    private ColumnReader() {}

    /**
     * The plan at a path.
     *
     * @param pairs whether categories of two values are signed where nothing else is said
     */
    static ColumnPlan read(String path, JsonNode value, boolean pairs) {
        if (value instanceof TextNode type) {
            return read(path, JsonNodeFactory.instance.objectNode().set(Components.TYPE, type), pairs);
        }
        Type type = type(path, value);
        Fields fields = new Fields(path, value, type.keys());
        KindPlan kind = refusedAt(path, () -> kind(type, fields, pairs));
        MissingPolicy missing = fields.text("missing")
                .map(word -> EnumWords.of("policy", MissingPolicy.class, MissingPolicy::word)
                        .find(fields.pathOf("missing"), word))
                .map(policy -> policy == MissingPolicy.ERROR ? MissingPolicy.REFUSE : policy)
                .orElse(MissingPolicy.ERROR);
        boolean indicator = fields.flag("indicator").orElse(false);
        return refusedAt(
                fields.pathOf(fields.has("indicator") ? "indicator" : "missing"),
                () -> new ColumnPlan(kind, missing, indicator));
    }

    /** Read first: which other keys there may be depends on it. */
    private static Type type(String path, JsonNode value) {
        ObjectNode object = Fields.as(ObjectNode.class, "a type or an object", path, value);
        return new Fields(path, object, Fields.keys(object))
                .text(Components.TYPE)
                .map(word ->
                        EnumWords.of("type", Type.class, type -> type.word).find(path + "." + Components.TYPE, word))
                .orElse(Type.NUMBER);
    }

    private static KindPlan kind(Type type, Fields fields, boolean pairs) {
        return switch (type) {
            case NUMBER -> number(fields);
            case BOOLEAN -> new BooleanKind();
            case CATEGORY -> category(fields, pairs(fields, BINARY).orElse(pairs));
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

    /** What a key says that categories of two values are, if it is there: signed or not. */
    static Optional<Boolean> pairs(Fields fields, String key) {
        return fields.text(key).map(word -> {
            if (!BINARIES.contains(word)) {
                throw new ConfigurationException(
                        fields.pathOf(key), "must be \"one-hot\" or \"signed\", got \"" + word + "\"");
            }
            return word.equals(BINARIES.get(1));
        });
    }

    private static KindPlan category(Fields fields, boolean signed) {
        int rare = fields.count("rare", 0).orElse(0);
        Unseen unseen = fields.text("unseen")
                .map(word -> EnumWords.of("policy", Unseen.class, Unseen::word).find(fields.pathOf("unseen"), word))
                .orElse(rare > 1 ? Unseen.RARE : Unseen.ERROR);
        Optional<List<String>> listed = fields.texts("categories");
        if (listed.isPresent() && fields.has("rare")) {
            throw new ConfigurationException(
                    fields.pathOf("rare"),
                    "cannot be combined with \"categories\": rarity applies to categories found in the data; remove one of the two");
        }
        if (listed.isEmpty()) {
            return new FoundCategories(rare, unseen, signed);
        }
        return signed ? CategoryKind.signedIfPair(listed.get(), unseen) : new CategoryKind(listed.get(), unseen);
    }

    private static KindPlan date(Fields fields) {
        DateFormat format = dateFormat(fields);
        EnumWords<DatePart> words = EnumWords.of("part", DatePart.class, DatePart::word);
        List<DatePart> parts = fields.texts("parts")
                .map(list -> list.stream()
                        .map(word -> words.find(fields.pathOf("parts"), word))
                        .toList())
                .orElse(usualParts(format));
        return refusedAt(fields.pathOf("parts"), () -> new DateTimeKind(format, parts));
    }

    private static DateFormat dateFormat(Fields fields) {
        Optional<DateOrder> order = fields.text("order")
                .map(word ->
                        EnumWords.of("order", DateOrder.class, DateOrder::word).find(fields.pathOf("order"), word));
        Optional<String> pattern = fields.text("format");
        if (pattern.isEmpty()) {
            return DateFormat.of(order.orElse(DateOrder.YEAR_MONTH_DAY));
        }
        if (order.isPresent()) {
            throw new ConfigurationException(
                    fields.pathOf("order"), "is for dates without a format, which says the order, too; leave one out");
        }
        return refusedAt(fields.pathOf("format"), () -> DateFormat.ofPattern(pattern.get()));
    }

    /** Where a format shows none of the usual ones it is one of times. */
    private static List<DatePart> usualParts(DateFormat format) {
        List<DatePart> usual = USUAL_PARTS.stream().filter(format::shows).toList();
        return usual.isEmpty() ? format.shown() : usual;
    }

    private static <T> T refusedAt(String path, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(path, String.valueOf(e.getMessage()));
        }
    }
}
