// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.decision;

/**
 * How outputs become answers. The one place where it is decided; reports, the command line and exports ask the model's.
 *
 * @param threshold a probability above it says yes; in [0, 1)
 * @since 0.1.0
 */
public record Decision(float threshold) {
    /** What is more likely than not. */
    public static final Decision MORE_LIKELY = new Decision(0.5f);

    /** Rejects a threshold that no probability is above, or that is none. */
    public Decision {
        if (!(threshold >= 0 && threshold < 1)) {
            throw new IllegalArgumentException("decision: the threshold must be in [0, 1), got " + threshold);
        }
    }

    /** Whether what has this probability is taken to hold. */
    public boolean holds(float probability) {
        return probability > threshold;
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
