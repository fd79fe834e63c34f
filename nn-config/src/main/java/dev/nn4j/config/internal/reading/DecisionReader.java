// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.config.internal.json.JsonPath;
import dev.nn4j.core.decision.DecisionGoal;
import dev.nn4j.core.decision.DecisionRule;
import dev.nn4j.core.decision.GivenThresholds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads by which thresholds a model is to decide: chosen by rows, or given. */
final class DecisionReader {
    private final Fields fields;

    DecisionReader(JsonNode value) {
        fields = new Fields("decision", value, List.of("maximize", "at"));
    }

    DecisionRule read() {
        Optional<String> goal = fields.text("maximize");
        Optional<JsonNode> at = fields.value("at");
        if (goal.isPresent() == at.isPresent()) {
            throw new ConfigurationException(
                    fields.pathOf("maximize"),
                    goal.isPresent()
                            ? "chooses thresholds, and decision.at gives them; leave one of the two out"
                            : "is missing; say what thresholds are to be best at, as in \"f1\", or give them with"
                                    + " decision.at");
        }
        return goal.isPresent()
                ? sound("maximize", () -> DecisionGoal.parse(goal.get()))
                : sound("at", () -> given(at.orElseThrow()));
    }

    private GivenThresholds given(JsonNode value) {
        String path = fields.pathOf("at");
        if (value.isNumber()) {
            return GivenThresholds.at(Fields.number(path, value));
        }
        ObjectNode byLabel =
                Fields.as(ObjectNode.class, "a number in [0, 1), or an object of label and number", path, value);
        Map<String, Double> named = new LinkedHashMap<>();
        byLabel.properties()
                .forEach(entry -> named.put(
                        entry.getKey(), Fields.number(JsonPath.member(path, entry.getKey()), entry.getValue())));
        return GivenThresholds.at(named);
    }

    private DecisionRule sound(String key, Supplier<? extends DecisionRule> rule) {
        try {
            return rule.get();
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw new ConfigurationException(fields.pathOf(key), message.substring(message.indexOf("must be ")));
        }
    }
}
