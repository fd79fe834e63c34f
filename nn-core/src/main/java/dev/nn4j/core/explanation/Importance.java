// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

import java.util.List;

/**
 * How much worse answers become without what some features say.
 *
 * @param features one, or those of a group, permuted together
 * @param mean over the repeats of what the metric loses: how far it falls, or an error rises; below 0 where it gains
 * @param deviation of that, the standard deviation over the repeats (of n and not of n − 1)
 * @since 0.1.0
 */
public record Importance(List<String> features, double mean, double deviation) {
    /** Copies the list. */
    public Importance {
        features = List.copyOf(features);
    }

    static Importance of(List<String> features, double[] losses) {
        double mean = 0;
        for (double loss : losses) {
            mean += loss;
        }
        mean /= losses.length;
        double squares = 0;
        for (double loss : losses) {
            squares += (loss - mean) * (loss - mean);
        }
        return new Importance(features, mean, Math.sqrt(squares / losses.length));
    }
}
