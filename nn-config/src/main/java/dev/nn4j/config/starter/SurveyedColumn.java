// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.cell.DateFormat;
import dev.nn4j.core.cell.DateOrder;
import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.cell.NumberFormat;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.FeatureKind;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.schema.Unseen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a column of a table is taken for.
 *
 * @param feature its name, the kind of its values as cells write them, and which cells are gaps. A category's list of texts says
 *     nothing: any text is one
 * @param role what a starter configuration does with it
 * @param remark why it is ignored, or what to look at
 * @since 0.1.0
 */
public record SurveyedColumn(Feature feature, Role role, Optional<String> remark) {
    /** What a starter configuration does with a column. */
    public enum Role {
        /** It is learnt from. */
        FEATURE("feature"),
        /** It is what is learnt. */
        TARGET("target"),
        /** It is left out. */
        IGNORED("ignored");

        private final String word;

        Role(String word) {
            this.word = word;
        }

        /** As reports name it. */
        public String word() {
            return word;
        }
    }

    /** Its name. */
    public String name() {
        return feature.name();
    }

    /** What its values are, in a word: number, category, boolean, date-time, or text where it is ignored. */
    public String type() {
        boolean free = role == Role.IGNORED && feature.kind() instanceof CategoryKind;
        return free ? "text" : feature.kind().word();
    }

    /** Reads a column as it was proposed to be read, whatever its cells hold: what is no value of its kind is a gap. */
    static final class Reading {
        /** Stands in a list of categories that must not be empty. */
        private static final String ANY = "(any)";

        private static final Location NOWHERE = new Location("survey", 1, 1);

        private Reading() {}

        /**
         * A column.
         *
         * @param described what a configuration would say of it; nothing if it is ignored or is a plain number
         * @param numbers whether a column of which nothing is said holds numbers
         * @param texts that it holds
         * @param marks of gaps beside the usual ones
         */
        static Feature of(
                String name,
                JsonMembers described,
                boolean numbers,
                Collection<String> texts,
                Collection<String> marks) {
            FeatureKind kind = kind(described.node(), numbers);
            List<String> gaps = new ArrayList<>(marks);
            texts.stream()
                    .filter(text -> !marks.contains(text) && !isReadable(kind, text))
                    .forEach(gaps::add);
            try {
                MissingMarks all = gaps.isEmpty() ? MissingMarks.usual() : MissingMarks.of(listed(gaps));
                return new Feature(name, kind, missing(kind, all));
            } catch (IllegalArgumentException e) { // too many
                FeatureKind text = category(List.of(ANY));
                return new Feature(name, text, missing(text, MissingMarks.usual()));
            }
        }

        private static List<String> listed(List<String> gaps) {
            return OwnMarks.listed(gaps.stream().map(String::strip).toList(), List.of());
        }

        private static FeatureKind kind(JsonNode described, boolean numbers) {
            return switch (described.path("type").asText(numbers ? "number" : "category")) {
                case "number" ->
                    new NumberKind(new NumberFormat(
                            described.path("decimal").asText("."),
                            described.path("grouping").asText(""),
                            described.path("unit").asText("")));
                case "boolean" -> new BooleanKind();
                case "date-time" -> date(described);
                default -> listedCategory(described.path("categories"));
            };
        }

        private static FeatureKind date(JsonNode described) {
            DateFormat format = described.has("format")
                    ? DateFormat.ofPattern(described.get("format").asText())
                    : DateFormat.of(Arrays.stream(DateOrder.values())
                            .filter(order ->
                                    order.word().equals(described.path("order").asText()))
                            .findFirst()
                            .orElseThrow());
            return new DateTimeKind(format, List.of(format.shown().get(0)));
        }

        private static FeatureKind listedCategory(JsonNode categories) {
            List<String> listed = new ArrayList<>();
            categories.forEach(category -> listed.add(category.asText()));
            return category(listed.isEmpty() ? List.of(ANY) : listed);
        }

        private static FeatureKind category(List<String> listed) {
            return new CategoryKind(listed, Unseen.ZEROS);
        }

        private static Missing missing(FeatureKind kind, MissingMarks marks) {
            boolean filled = kind.allows(MissingPolicy.MEDIAN);
            return filled
                    ? new Missing(MissingPolicy.MEDIAN, false, Collections.nCopies(kind.rawWidth(), 0f), marks)
                    : new Missing(MissingPolicy.OWN_CATEGORY, false, List.of(), marks);
        }

        private static boolean isReadable(FeatureKind kind, String text) {
            try {
                kind.read(text, "", NOWHERE, new float[kind.rawWidth()], 0);
                return true;
            } catch (DataException e) {
                return false;
            }
        }
    }
}
