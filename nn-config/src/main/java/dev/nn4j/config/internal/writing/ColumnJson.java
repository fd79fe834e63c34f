// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.writing;

import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.plan.ColumnType;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.MissingPolicy;

/** How a column is to be read, in an object. */
final class ColumnJson {
    private ColumnJson() {}

    static JsonMembers of(ColumnPlan plan) {
        JsonMembers json =
                JsonMembers.none().with("type", plan.kind().word()).withValues(ColumnType.valuesOf(plan.kind()));
        if (plan.missing() != MissingPolicy.ERROR) {
            // whoever asks for an error has gaps refused even where others would be skipped
            boolean refused = plan.missing() == MissingPolicy.REFUSE;
            json = json.with("missing", (refused ? MissingPolicy.ERROR : plan.missing()).word());
        }
        return plan.indicator() ? json.with("indicator", true) : json;
    }
}
