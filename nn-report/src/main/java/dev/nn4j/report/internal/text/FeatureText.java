// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.text;

import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.config.internal.json.ShortestNumber;
import dev.nn4j.config.internal.text.TargetText;
import dev.nn4j.core.cell.DatePart;
import dev.nn4j.core.plan.ColumnType;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.FeatureKind;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Unseen;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a model reads, in words: plain numbers in one line, every other feature in its own. */
public final class FeatureText {
    private static final int MOST_LISTED = 8;
    private static final MathContext DIGITS_SHOWN = new MathContext(6);

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
                        : (features == 1 ? "which makes " : "which make ") + counted(schema.inputWidth(), "input")
                                + ":"));
        if (numbers.size() < features) {
            if (!numbers.isEmpty()) {
                lines.add("  " + (numbers.size() == 1 ? "number: " : "numbers: ") + listed(numbers));
            }
            schema.features().stream()
                    .filter(feature -> !feature.isPlain())
                    .forEach(feature -> lines.add("  " + TargetText.named(feature.name()) + ": " + of(feature)));
        }
        return lines;
    }

    /** A feature but for its name. */
    public static String of(Feature feature) {
        String missing = missing(feature);
        return feature.kind().match(new Words()) + (missing.isEmpty() ? "" : "; missing: " + missing);
    }

    /** A feature for programs. */
    public static JsonMembers json(Feature feature) {
        JsonMembers json = JsonMembers.none()
                .with("name", feature.name())
                .with("type", feature.kind().word())
                .with("inputs", feature.inputWidth())
                .with("missing", feature.missing().policy().word());
        if (!feature.missing().marks().isUsual()) {
            json = json.with(
                    "missingMarks", Json.texts(feature.missing().marks().texts()));
        }
        if (feature.missing().policy().fills()) {
            json = json.with("indicator", feature.missing().indicator()).with("fill", fill(feature, false));
        }
        double offset = feature.kind().offset();
        return (offset == 0 ? json : json.with("offset", offset)).withValues(ColumnType.valuesOf(feature.kind()));
    }

    /** A kind in words. */
    private static final class Words implements FeatureKind.Cases<String> {
        @Override
        public String number(NumberKind kind) {
            return kind.word()
                    + (kind.format().isPlain() ? "" : ", written like " + kind.format())
                    + (kind.offset() == 0
                            ? ""
                            : ", from which " + ShortestNumber.of(kind.offset()) + " is subtracted first");
        }

        @Override
        public String category(CategoryKind kind) {
            String other = kind.unseen() == Unseen.ERROR
                    ? ""
                    : "; unseen: " + kind.unseen().word();
            return kind.word() + " of " + kind.categories().size() + " (" + listed(kind.categories()) + ")"
                    + (kind.isSigned() ? ", signed" : "") + (kind.isIndex() ? ", embedded" : "") + other;
        }

        @Override
        public String bool(BooleanKind kind) {
            return kind.word();
        }

        @Override
        public String dateTime(DateTimeKind kind) {
            String format = kind.format()
                    .pattern()
                    .map(pattern -> "written like " + pattern)
                    .orElse(kind.format().toString());
            return kind.word() + ", " + format + " ("
                    + kind.parts().stream().map(DatePart::word).collect(Collectors.joining(", ")) + ")";
        }
    }

    private static String missing(Feature feature) {
        Missing missing = feature.missing();
        if (missing.isUnsaid()) {
            return "";
        }
        String marks = missing.marks().isUsual() ? "" : " where blank or one of " + missing.marks();
        return missing.policy().word()
                + (missing.policy().fills() ? " (" + fill(feature, true) + ")" : "")
                + (missing.indicator() ? " with indicator" : "")
                + marks;
    }

    private static String fill(Feature feature, boolean rounded) {
        return feature.kind().match(new Fill(feature.missing().fill(), rounded));
    }

    /** What stands in for a missing value, in words; rounded, people do not see what floats add to 4.35. */
    private record Fill(List<Float> values, boolean rounded) implements FeatureKind.Cases<String> {
        @Override
        public String number(NumberKind kind) {
            float value = values.get(0);
            if (kind.offset() != 0) {
                return ShortestNumber.of(value + kind.offset());
            }
            return rounded
                    ? ShortestNumber.of(
                            new BigDecimal(value).round(DIGITS_SHOWN).doubleValue())
                    : ShortestNumber.of(value);
        }

        @Override
        public String category(CategoryKind kind) {
            int index = values.get(0).intValue();
            return index < kind.categories().size()
                    ? TargetText.named(kind.categories().get(index))
                    : "an unseen one";
        }

        @Override
        public String bool(BooleanKind kind) {
            return values.get(0) == 1 ? "yes" : "no";
        }

        @Override
        public String dateTime(DateTimeKind kind) {
            return values.stream()
                    .map(value -> ShortestNumber.of(value.floatValue()))
                    .collect(Collectors.joining(", "));
        }
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String listed(List<String> names) {
        String some = names.stream().limit(MOST_LISTED).map(TargetText::named).collect(Collectors.joining(", "));
        return names.size() > MOST_LISTED ? some + ", … (" + names.size() + ")" : some;
    }
}
