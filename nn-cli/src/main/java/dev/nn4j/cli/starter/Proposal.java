// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.starter;

import dev.nn4j.cli.json.JsonArray;
import dev.nn4j.cli.json.JsonObject;
import dev.nn4j.core.data.DateOrder;
import dev.nn4j.core.data.DatePart;
import dev.nn4j.core.data.MissingPolicy;
import dev.nn4j.core.data.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a starter configuration reads a column.
 *
 * @param described what the configuration says of it; nothing of a number that is always there
 * @param inputs of the network that come of it; 0 if it is ignored
 * @param remark why it is ignored, or what to look at
 */
record Proposal(JsonObject described, int inputs, Optional<String> remark) {
    static Proposal ignore(String why) {
        return new Proposal(JsonObject.empty(), 0, Optional.of("is ignored: " + why));
    }

    static Proposal number(boolean gaps) {
        return gaps
                ? new Proposal(filled(JsonObject.empty().with("type", "number")), 2, Optional.empty())
                : new Proposal(JsonObject.empty(), 1, Optional.empty());
    }

    static Proposal number(NumberSurvey formats, boolean gaps) {
        JsonObject described = described(formats.format().orElseThrow());
        return new Proposal(gaps ? filled(described) : described, gaps ? 2 : 1, remark(formats));
    }

    /** What there is to say of a number so written; nothing if it is written as programs do. */
    static JsonObject described(NumberFormat format) {
        JsonObject described = JsonObject.empty();
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
        JsonObject described = JsonObject.empty().with("type", "boolean");
        return new Proposal(gaps ? set(described) : described, gaps ? 2 : 1, Optional.empty());
    }

    static Proposal category(Categories categories, boolean gaps) {
        JsonObject described = JsonObject.empty().with("type", "category").with("rare", categories.rare());
        int inputs = categories.listed() + (categories.rest() ? 1 : 0) + (gaps ? 1 : 0);
        return new Proposal(gaps ? set(described) : described, inputs, Optional.empty());
    }

    static Proposal date(DateSurvey dates, boolean gaps) {
        DateOrder order = dates.order().orElseThrow();
        List<String> parts = new ArrayList<>();
        for (DatePart part : List.of(DatePart.YEAR, DatePart.MONTH, DatePart.DAY, DatePart.WEEKDAY)) {
            parts.add(part.word());
        }
        if (dates.hasTimes()) {
            parts.add(DatePart.HOUR.word());
        }
        JsonObject described = JsonObject.empty()
                .with("type", "date-time")
                .with("order", order.word())
                .with("parts", JsonArray.ofTexts(parts));
        Optional<String> remark = dates.isAmbiguous()
                ? Optional.of("is read in the order " + order.word()
                        + ", though days and months cannot be told apart; say otherwise in data.columns")
                : Optional.empty();
        return new Proposal(gaps ? filled(described) : described, parts.size() + (gaps ? 1 : 0), remark);
    }

    boolean isIgnored() {
        return inputs == 0;
    }

    private static JsonObject filled(JsonObject described) {
        return described.with("missing", MissingPolicy.MEDIAN.word()).with("indicator", true);
    }

    private static JsonObject set(JsonObject described) {
        return described.with("missing", MissingPolicy.OWN_CATEGORY.word());
    }
}
