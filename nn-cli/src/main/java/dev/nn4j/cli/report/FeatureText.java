// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.report;

import dev.nn4j.cli.json.JsonArray;
import dev.nn4j.cli.json.JsonObject;
import dev.nn4j.cli.json.ShortestNumber;
import dev.nn4j.core.data.BooleanKind;
import dev.nn4j.core.data.CategoryKind;
import dev.nn4j.core.data.DatePart;
import dev.nn4j.core.data.DateTimeKind;
import dev.nn4j.core.data.Feature;
import dev.nn4j.core.data.FeatureKind;
import dev.nn4j.core.data.Missing;
import dev.nn4j.core.data.MissingPolicy;
import dev.nn4j.core.data.NumberFormat;
import dev.nn4j.core.data.NumberKind;
import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Unseen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a model reads, in words: plain numbers in one line, every other feature in its own. */
public final class FeatureText {
    private static final int MOST_LISTED = 8;

    private FeatureText() {}

    /** The features of a schema and the inputs that they make. */
    public static List<String> lines(Schema schema) {
        List<String> numbers = schema.features().stream()
                .filter(Feature::isPlain)
                .map(Feature::name)
                .toList();
        List<String> lines = new ArrayList<>();
        int features = schema.features().size();
        lines.add(counted(features, "feature") + ", "
                + (numbers.size() == features
                        ? "all numbers"
                        : "which make " + counted(schema.inputWidth(), "input") + ":"));
        if (numbers.size() < features) {
            if (!numbers.isEmpty()) {
                lines.add("  " + (numbers.size() == 1 ? "number: " : "numbers: ") + listed(numbers));
            }
            schema.features().stream()
                    .filter(feature -> !feature.isPlain())
                    .forEach(feature -> lines.add("  " + feature.name() + ": " + of(feature)));
        }
        return lines;
    }

    /** A feature but for its name. */
    public static String of(Feature feature) {
        String missing = missing(feature);
        return kind(feature.kind()) + (missing.isEmpty() ? "" : "; missing: " + missing);
    }

    /** A feature for programs. */
    static JsonObject json(Feature feature) {
        JsonObject json = JsonObject.empty()
                .with("name", feature.name())
                .with("type", feature.kind().word())
                .with("inputs", feature.inputWidth())
                .with("missing", feature.missing().policy().word());
        if (feature.missing().policy().fills()) {
            json = json.with("indicator", feature.missing().indicator()).with("fill", fill(feature));
        }
        if (feature.kind() instanceof CategoryKind category) {
            return json.with("categories", JsonArray.ofTexts(category.categories()))
                    .with("unseen", category.unseen().word());
        }
        NumberFormat format = feature.kind().cellType().format();
        if (!format.isPlain()) {
            return json.with("decimal", format.decimal())
                    .with("grouping", format.grouping())
                    .with("unit", format.unit());
        }
        return feature.kind() instanceof DateTimeKind date
                ? json.with("order", date.order().word())
                        .with(
                                "parts",
                                JsonArray.ofTexts(date.parts().stream()
                                        .map(DatePart::word)
                                        .toList()))
                : json;
    }

    private static String kind(FeatureKind kind) {
        if (kind instanceof CategoryKind category) {
            String other = category.unseen() == Unseen.ERROR
                    ? ""
                    : "; unseen: " + category.unseen().word();
            return "category of " + category.categories().size() + " (" + listed(category.categories()) + ")" + other;
        }
        if (kind instanceof NumberKind number) {
            return number.format().isPlain() ? "number" : "number, written like " + number.format();
        }
        if (kind instanceof DateTimeKind date) {
            return "date-time, " + date.order().word() + " ("
                    + date.parts().stream().map(DatePart::word).collect(Collectors.joining(", ")) + ")";
        }
        return kind.word();
    }

    private static String missing(Feature feature) {
        Missing missing = feature.missing();
        if (missing.policy() == MissingPolicy.ERROR) {
            return "";
        }
        return missing.policy().word()
                + (missing.policy().fills() ? " (" + fill(feature) + ")" : "")
                + (missing.indicator() ? " with indicator" : "");
    }

    private static String fill(Feature feature) {
        if (feature.kind() instanceof CategoryKind category) {
            int index = feature.missing().fill().get(0).intValue();
            return index < category.categories().size() ? category.categories().get(index) : "an unseen one";
        }
        if (feature.kind() instanceof BooleanKind) {
            return feature.missing().fill().get(0) == 1 ? "yes" : "no";
        }
        return feature.missing().fill().stream().map(ShortestNumber::of).collect(Collectors.joining(", "));
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String listed(List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(MOST_LISTED, names.size())));
        return names.size() > MOST_LISTED ? some + ", … (" + names.size() + ")" : some;
    }
}
