// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What each feature contributes to an answer. {@code base} and all {@code contributions} add up to {@code output}.
 *
 * @param explained which answer
 * @param base its mean over the rows of the background
 * @param output the answer: a probability, or a number in the target's own units
 * @param contributions by feature, in the schema's order, in the units of the answer
 * @since 0.1.0
 */
public record Attribution(ExplainedOutput explained, double base, double output, Map<String, Double> contributions) {
    /** Copies the map in its order. */
    public Attribution {
        contributions = Collections.unmodifiableMap(new LinkedHashMap<>(contributions));
    }

    /** How far base and contributions together are from the output: rounding, and nothing else. */
    public double gap() {
        double sum = base;
        for (double contribution : contributions.values()) {
            sum += contribution;
        }
        return Math.abs(output - sum);
    }
}
