// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.cell.DateFormat;
import dev.nn4j.core.cell.DatePart;
import dev.nn4j.core.cell.Labels;
import dev.nn4j.core.cell.NumberFormat;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.Unseen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a starter configuration reads a column.
 *
 * @param described what the configuration says of it
 * @param inputs of the network that come of it; 0 if it is ignored
 * @param remark why it is ignored, or what to look at
 */
record Proposal(JsonMembers described, int inputs, Optional<String> remark) {
    private static final int RARE = 2;

    static Proposal ignore(String why) {
        return new Proposal(JsonMembers.none(), 0, Optional.of("is ignored: " + why));
    }

    static Proposal ignoredIdentifier() {
        return ignore("it looks like an identifier: whole numbers, each once; to keep it, take it off data.ignore");
    }

    /** The same with a remark. */
    Proposal saying(String other) {
        return new Proposal(described, inputs, Optional.of(other));
    }

    Proposal saying(Optional<String> other) {
        return other.map(this::saying).orElse(this);
    }

    static Proposal number(boolean gaps) {
        return number(NumberFormat.PLAIN, gaps);
    }

    static Proposal number(NumberFormat format, boolean gaps) {
        JsonMembers plain = JsonMembers.none().with("type", "number");
        JsonMembers described = format.isPlain() ? plain : described(format);
        return new Proposal(filled(described, gaps), gaps ? 2 : 1, Optional.empty());
    }

    static Proposal number(NumberSurvey formats, boolean gaps) {
        return number(formats.format().orElseThrow(), gaps).saying(remark(formats));
    }

    /** What there is to say of a number so written; nothing if it is written as programs do. */
    static JsonMembers described(NumberFormat format) {
        JsonMembers described = JsonMembers.none();
        if (format.isPlain()) {
            return described;
        }
        described = described.with("type", "number").with("decimal", format.decimal());
        described = format.grouping().isEmpty() ? described : described.with("grouping", format.grouping());
        return format.unit().isEmpty() ? described : described.with("unit", format.unit());
    }

    static Optional<String> remark(NumberSurvey formats) {
        return formats.isAmbiguous()
                ? Optional.of("is read with , between thousands, though it could be the decimal mark; say otherwise in"
                        + " data.columns")
                : Optional.empty();
    }

    static Proposal bool(boolean gaps) {
        JsonMembers described = JsonMembers.none().with("type", "boolean");
        JsonMembers always = described.with("missing", MissingPolicy.MOST_FREQUENT.word());
        return new Proposal(gaps ? set(described) : always, gaps ? 2 : 1, Optional.empty());
    }

    /** Categories by name, some of which would else be taken for marks of missing values. */
    static Proposal listed(Map<String, Integer> texts, Map<String, Integer> words, long rows) {
        List<String> listed = Labels.of(Stream.concat(
                        texts.entrySet().stream()
                                .filter(text -> text.getValue() >= RARE)
                                .map(Map.Entry::getKey),
                        words.keySet().stream())
                .toList());
        JsonMembers described = JsonMembers.none()
                .with("type", "category")
                .with("categories", Json.texts(listed))
                .with("unseen", Unseen.ZEROS.word());
        return new Proposal(
                set(described),
                listed.size() + 1,
                Optional.of("is taken to hold a value where it says " + MarkSurvey.told(words, rows)
                        + ", which is no gap then; data.columns lists it"));
    }

    static Proposal category(Categories categories) {
        JsonMembers described = JsonMembers.none().with("type", "category").with("rare", categories.rare());
        int inputs = categories.listed() + (categories.rest() ? 1 : 0) + 1;
        return new Proposal(set(described), inputs, Optional.empty());
    }

    static Proposal date(DateSurvey dates, boolean gaps) {
        DateFormat format = dates.format().orElseThrow();
        Proposal proposal = date(format, dates.hasTimes(), gaps);
        return dates.isAmbiguous()
                ? proposal.saying("is read in the " + (format.order().isPresent() ? "order " : "format ") + format
                        + ", though days and months cannot be told apart; say otherwise in data.columns")
                : proposal;
    }

    static Proposal date(DateFormat format, boolean times, boolean gaps) {
        List<String> parts =
                DateFormats.parts(format, times).stream().map(DatePart::word).toList();
        JsonMembers described = JsonMembers.none()
                .with("type", "date-time")
                .with(format.order().isPresent() ? "order" : "format", format.toString())
                .with("parts", Json.texts(parts));
        return new Proposal(filled(described, gaps), parts.size() + (gaps ? 1 : 0), Optional.empty());
    }

    boolean isIgnored() {
        return inputs == 0;
    }

    /** A gap is filled even where the data have none: those to predict for may. */
    private static JsonMembers filled(JsonMembers described, boolean gaps) {
        JsonMembers filled = described.with("missing", MissingPolicy.MEDIAN.word());
        return gaps ? filled.with("indicator", true) : filled;
    }

    private static JsonMembers set(JsonMembers described) {
        return described.with("missing", MissingPolicy.OWN_CATEGORY.word());
    }
}
