// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.losses;

import dev.nn4j.api.math.FloatMath;

/** Where PyTorch keeps cross-entropies of probabilities finite. Probabilities beyond [0, 1] count as 0 or 1. */
final class CrossEntropy {
    /** The least logarithm that enters a loss. */
    private static final float LEAST_LOG = -100f;

    /** The least denominator of a gradient. */
    static final float LEAST_DENOMINATOR = 1e-12f;

    private CrossEntropy() {}

    /** log p, at least −100. */
    static float log(float p) {
        return Math.max(FloatMath.log(Math.max(p, 0f)), LEAST_LOG);
    }

    /** log(1 − p), at least −100; accurate for small p. */
    static float logOfComplement(float p) {
        return Math.max(FloatMath.log1p(Math.max(-p, -1f)), LEAST_LOG);
    }
}
