// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.core.decision.DecisionGoal;
import dev.nn4j.core.decision.DecisionRule;
import dev.nn4j.core.decision.GivenThresholds;
import java.util.Map;
import java.util.TreeMap;

/** By which thresholds is decided, as settings. */
final class DecisionSettings implements DecisionRule.Cases<Map<String, Object>> {
    @Override
    public Map<String, Object> chosen(DecisionGoal goal) {
        return Map.of("decision.maximize", goal.text());
    }

    @Override
    public Map<String, Object> given(GivenThresholds thresholds) {
        Map<String, Object> settings = new TreeMap<>(Map.of("decision.at", thresholds.rest()));
        int index = 0;
        for (Map.Entry<String, Double> one : thresholds.named().entrySet()) {
            String path = "decision.labels[" + index++ + "].";
            settings.put(path + "name", one.getKey());
            settings.put(path + "at", one.getValue());
        }
        return settings;
    }
}
