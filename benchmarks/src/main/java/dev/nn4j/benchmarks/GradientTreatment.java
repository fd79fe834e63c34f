// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks;

import dev.nn4j.core.internal.rules.Shaping;

/** What a step does to the gradient before the update. */
public enum GradientTreatment {
    /** Nothing. */
    NONE(0, 0),
    /** Adds the weights' own share. */
    L2(1e-4, 0),
    /** Measures its norm, which is never too long: the weights are those of NONE. */
    NORM(0, 1e9),
    /** Measures its norm and scales the gradient down, in nearly every step. */
    CLIP_NORM(0, 1e-3);

    private final double l2;
    private final double clipNorm;

    GradientTreatment(double l2, double clipNorm) {
        this.l2 = l2;
        this.clipNorm = clipNorm;
    }

    Shaping shaping() {
        return new Shaping(0, l2, 0, clipNorm);
    }
}
