// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.core.cell.DatePart;
import dev.nn4j.core.profile.ColumnProfile;
import dev.nn4j.core.profile.NumberProfile;
import dev.nn4j.core.profile.TextProfile;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.FeatureKind;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.schema.Unseen;
import java.util.List;
import java.util.Optional;

/** What a form has to know of a feature: its kind, what values there are, and one to begin with. */
final class FeatureForm implements FeatureKind.Cases<ObjectNode> {
    private static final double LOW = 0.01;
    private static final double HIGH = 0.99;

    private final Feature feature;
    private final Optional<ColumnProfile> profile;
    private final String cell;
    private final float raw;

    /**
     * Of a feature.
     *
     * @param profile what training saw of it, if the model knows
     * @param cell a value that it may have, as a file has it
     * @param raw the same, the first of its raw floats
     */
    FeatureForm(Feature feature, Optional<ColumnProfile> profile, String cell, float raw) {
        this.feature = feature;
        this.profile = profile;
        this.cell = cell;
        this.raw = raw;
    }

    ObjectNode json() {
        ObjectNode json = feature.kind().match(this);
        json.put("mayBeMissing", !feature.missing().policy().isError());
        return json;
    }

    private ObjectNode begin(String kind, JsonNode example) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", feature.name());
        json.put("kind", kind);
        json.set("example", Float.isNaN(raw) ? Json.none() : example);
        return json;
    }

    @Override
    public ObjectNode number(NumberKind kind) {
        ObjectNode json = begin("number", Json.number(shortest(raw, kind.offset())));
        return profile.map(column -> column.match(new Range(json, kind.offset())))
                .orElse(json);
    }

    /** The double that a person would write for it. */
    private static double shortest(float value, double offset) {
        return offset == 0 ? Double.parseDouble(Float.toString(value)) : value + offset;
    }

    @Override
    public ObjectNode category(CategoryKind kind) {
        ObjectNode json = begin("category", Json.text(cell));
        json.set("categories", Json.texts(kind.categories()));
        json.put("takesOthers", kind.unseen() != Unseen.ERROR);
        return json;
    }

    @Override
    public ObjectNode bool(BooleanKind kind) {
        return begin("boolean", Json.flag(raw == 1));
    }

    @Override
    public ObjectNode dateTime(DateTimeKind kind) {
        ObjectNode json = begin("date", Json.text(cell));
        json.put("order", kind.format().order().map(order -> order.word()).orElse(""));
        json.put("wanted", kind.format().wanted());
        json.put("time", kind.parts().contains(DatePart.HOUR) || kind.parts().contains(DatePart.MINUTE));
        return json;
    }

    /** What training saw, but for the rarest. */
    private static final class Range implements ColumnProfile.Cases<ObjectNode> {
        private final ObjectNode into;
        private final double offset;

        Range(ObjectNode into, double offset) {
            this.into = into;
            this.offset = offset;
        }

        @Override
        public ObjectNode numbers(NumberProfile profile) {
            List<Float> points = profile.points();
            if (!points.isEmpty()) {
                into.put("least", shortest(points.get(0), offset));
                into.put("largest", shortest(points.get(points.size() - 1), offset));
                into.put("low", shortest(profile.quantile(LOW), offset));
                into.put("high", shortest(profile.quantile(HIGH), offset));
                into.put("whole", points.stream().allMatch(point -> point == Math.rint(point)));
                ArrayNode few = into.putArray("quantiles");
                for (int tenth = 0; tenth <= 10; tenth++) {
                    few.add(shortest(profile.quantile(tenth / 10.0), offset));
                }
            }
            return into;
        }

        @Override
        public ObjectNode texts(TextProfile profile) {
            return into;
        }
    }
}
