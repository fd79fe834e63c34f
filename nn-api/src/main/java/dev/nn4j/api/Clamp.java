// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

/**
 * The function {@code min(max(z, low), high)}, which is what several activations are. NaN passes through.
 *
 * @param low the least value; −∞ for none
 * @param high the greatest value; ∞ for none
 * @since 0.1.0
 */
public record Clamp(float low, float high) {
    /** The identity. */
    public static final Clamp NONE = new Clamp(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);

    /**
     * With these bounds.
     *
     * @throws IllegalArgumentException if {@code low} is above {@code high} or one is NaN
     */
    public Clamp {
        if (!(low <= high)) {
            throw new IllegalArgumentException("clamp: low must be at most high, got " + low + " and " + high);
        }
    }

    /** The value for one pre-activation. */
    public float apply(float z) {
        return Math.min(Math.max(z, low), high);
    }
}
