// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.calibration;

import dev.nn4j.api.math.ShortestDecimal;
import dev.nn4j.core.Model;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.decision.Decision;
import dev.nn4j.core.decision.GivenThresholds;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A decision that somebody has set, rather than rows. Immutable.
 *
 * @param thresholds the thresholds
 * @since 0.1.0
 */
public record GivenDecision(GivenThresholds thresholds) {
    /**
     * What is decided for, in the order of the outputs: the positive label of a binary model, each target of several.
     *
     * @throws IllegalArgumentException if models of this task do not decide by thresholds
     */
    public static List<String> labels(Schema schema) {
        DecisionChoice.requireDecided(schema.task());
        return schema.task() == Task.BINARY ? List.of(schema.labels().get(schema.positiveClass())) : schema.targets();
    }

    /**
     * The model with these thresholds; its provenance says that they were given.
     *
     * @throws IllegalArgumentException if the model decides by none, or a label is none of those that it decides for
     */
    public Model in(Model model) {
        List<String> labels = labels(model.schema());
        Decision decision = thresholds.decision(labels);
        Model deciding = model.withDecision(decision);
        Map<String, String> extra = new TreeMap<>(deciding.provenance().extra());
        extra.put(Provenance.THRESHOLDS, "given: " + text(labels, decision));
        return deciding.withProvenance(deciding.provenance().withExtra(extra));
    }

    /** As in {@code above 0.3}, or of several labels {@code spam above 0.3, urgent above 0.5}. */
    private static String text(List<String> labels, Decision decision) {
        List<String> each = new ArrayList<>();
        for (int output = 0; output < labels.size(); output++) {
            each.add((labels.size() > 1 ? labels.get(output) + " " : "") + "above "
                    + ShortestDecimal.text(decision.threshold(output)));
        }
        return String.join(", ", each);
    }
}
