// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.writing;

import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
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

/** How a column is to be read, in an object. */
final class ColumnJson implements KindPlan.Cases<JsonMembers> {
    private final JsonMembers json;

    private ColumnJson(JsonMembers json) {
        this.json = json;
    }

    static JsonMembers of(ColumnPlan plan) {
        JsonMembers type = JsonMembers.none().with("type", plan.kind().word());
        JsonMembers json = plan.kind().match(new ColumnJson(type));
        if (plan.missing() != MissingPolicy.ERROR) {
            // whoever asks for an error has gaps refused even where others would be skipped
            boolean refused = plan.missing() == MissingPolicy.REFUSE;
            json = json.with("missing", (refused ? MissingPolicy.ERROR : plan.missing()).word());
        }
        return plan.indicator() ? json.with("indicator", true) : json;
    }

    @Override
    public JsonMembers number(NumberKind kind) {
        NumberFormat format = kind.format();
        return format.isPlain()
                ? json
                : json.with("decimal", format.decimal())
                        .with("grouping", format.grouping())
                        .with("unit", format.unit());
    }

    @Override
    public JsonMembers category(CategoryKind kind) {
        return binary(
                json.with("categories", Json.texts(kind.categories()))
                        .with("unseen", kind.unseen().word()),
                kind.isSigned());
    }

    @Override
    public JsonMembers foundCategories(FoundCategories plan) {
        return binary(
                json.with("rare", plan.rareBelow()).with("unseen", plan.unseen().word()), plan.signedPair());
    }

    private static JsonMembers binary(JsonMembers json, boolean signed) {
        return signed ? json.with("binary", "signed") : json;
    }

    @Override
    public JsonMembers bool(BooleanKind kind) {
        return json;
    }

    @Override
    public JsonMembers dateTime(DateTimeKind kind) {
        boolean ordered = kind.format().order().isPresent();
        return json.with(ordered ? "order" : "format", kind.format().toString())
                .with(
                        "parts",
                        Json.texts(kind.parts().stream().map(DatePart::word).toList()));
    }
}
