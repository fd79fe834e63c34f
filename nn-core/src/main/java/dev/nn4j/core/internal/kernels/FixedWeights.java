// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.kernels;

import dev.nn4j.api.Clamp;

/**
 * The map {@code A = min(max(X·W + b, low), high)} with parameters that will not change any more, in the form that the
 * kernels which made it read fastest. Immutable, for all threads.
 *
 * @param parameters holds W at {@code weights} and b at {@code bias}, or no b
 * @param weights index of W's first element
 * @param bias index of b's first element, or {@link Kernels#NO_BIAS}
 * @param in height of W
 * @param out width of W
 * @param clamp low and high
 * @param panels W once more as its kernels like it, or empty
 * @param start what the sums of a panel start from, padded as the panels are, or empty
 */
public record FixedWeights(
        float[] parameters, int weights, int bias, int in, int out, Clamp clamp, float[] panels, float[] start) {
    private static final float[] NONE = {};

    /** Parameters that are read where they lie. */
    public static FixedWeights inPlace(float[] parameters, int weights, int bias, int in, int out, Clamp clamp) {
        return new FixedWeights(parameters, weights, bias, in, out, clamp, NONE, NONE);
    }

    /** Clamps what the product left, in place. */
    public void clamp(float[] values, int from, int to) {
        float low = clamp.low();
        float high = clamp.high();
        if (high != Float.POSITIVE_INFINITY) {
            raiseAndLower(values, from, to, low, high);
        } else if (low != Float.NEGATIVE_INFINITY) {
            raise(values, from, to, low);
        }
    }

    private static void raise(float[] values, int from, int to, float low) {
        for (int i = from; i < to; i++) {
            values[i] = Math.max(values[i], low);
        }
    }

    private static void raiseAndLower(float[] values, int from, int to, float low, float high) {
        for (int i = from; i < to; i++) {
            values[i] = Math.min(Math.max(values[i], low), high);
        }
    }

    /** Whether there are panels. */
    public boolean hasPanels() {
        return panels.length > 0;
    }
}
