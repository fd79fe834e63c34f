// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.Feature;
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
}
