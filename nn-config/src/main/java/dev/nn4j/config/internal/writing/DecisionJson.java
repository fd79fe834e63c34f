// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.writing;

import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.decision.DecisionGoal;
import dev.nn4j.core.decision.DecisionRule;
import dev.nn4j.core.decision.GivenThresholds;
import java.util.Map;

/** By which thresholds a model is to decide, as a configuration says it. */
final class DecisionJson implements DecisionRule.Cases<JsonMembers> {
    @Override
    public JsonMembers chosen(DecisionGoal goal) {
        return JsonMembers.none().with("maximize", goal.text());
    }

    @Override
    public JsonMembers given(GivenThresholds thresholds) {
        if (thresholds.named().isEmpty()) {
            return JsonMembers.none().with("at", thresholds.rest());
        }
        JsonMembers named = JsonMembers.none();
        for (Map.Entry<String, Double> one : thresholds.named().entrySet()) {
            named = named.with(one.getKey(), one.getValue());
        }
        return JsonMembers.none().with("at", named);
    }
}
