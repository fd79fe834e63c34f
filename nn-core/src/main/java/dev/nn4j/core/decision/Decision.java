// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * How outputs become answers. The one place where it is decided; reports, the command line and exports ask the model's.
 * Immutable.
 *
 * @param thresholds for each output the probability above which it says yes; each in [0, 1). Empty where all are one half
 * @since 0.1.0
 */
public record Decision(List<Float> thresholds) {
    /** What is more likely than not. */
    public static final Decision MORE_LIKELY = new Decision(List.of());

    private static final float HALF = 0.5f;

    /**
     * Copies the list, which is empty where all are one half.
     *
     * @throws IllegalArgumentException if a threshold is not in [0, 1)
     */
    public Decision {
        for (float threshold : thresholds) {
            if (!(threshold >= 0 && threshold < 1)) {
                throw new IllegalArgumentException("decision: a threshold must be in [0, 1), got " + threshold);
            }
        }
        thresholds = thresholds.stream().allMatch(one -> one == HALF) ? List.of() : List.copyOf(thresholds);
    }

    /**
     * Says yes above these probabilities.
     *
     * @param thresholds one for a binary model, one for each target of a multi-label one, in their order; each in [0, 1)
     * @throws IllegalArgumentException if one is not
     */
    public static Decision above(float... thresholds) {
        List<Float> each = new ArrayList<>(thresholds.length);
        for (float threshold : thresholds) {
            each.add(threshold);
        }
        return new Decision(each);
    }

    /** Whether all thresholds are one half, as those of a model are of which nothing else was said. */
    public boolean isUsual() {
        return thresholds.isEmpty();
    }

    /** The probability above which an output says yes. */
    public float threshold(int output) {
        return thresholds.isEmpty() ? HALF : thresholds.get(output);
    }

    /** Whether what has this probability is taken to hold. */
    public boolean holds(int output, float probability) {
        return probability > threshold(output);
    }

    /** Whether it is more likely than not. */
    public static boolean isMoreLikely(float probability) {
        return probability > HALF;
    }

    /**
     * The greatest of the outputs of a row; of equal ones the first.
     *
     * @param from where the row begins
     * @param count of outputs to a row
     * @return its index within the row
     */
    public static int greatest(float[] outputs, int from, int count) {
        int greatest = 0;
        for (int j = 1; j < count; j++) {
            if (outputs[from + j] > outputs[from + greatest]) {
                greatest = j;
            }
        }
        return greatest;
    }
}
