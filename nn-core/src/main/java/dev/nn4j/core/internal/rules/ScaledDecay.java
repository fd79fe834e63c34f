// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.rules;

import dev.nn4j.api.Optimizer;

/**
 * An optimizer whose weight decay is multiplied by a factor that changes from step to step. Optimizers do not change, so
 * each new factor makes another, a small object; while the factor stays, nothing is made.
 */
public final class ScaledDecay {
    private final Optimizer base;
    private final double decay;
    private double factor = 1;
    private Optimizer scaled;

    /** One whose decay is multiplied by 1 at first. */
    public ScaledDecay(Optimizer base) {
        this.base = base;
        this.decay = OptimizerDecay.of(base);
        this.scaled = base;
    }

    /** Whether it is this optimizer's decay that is multiplied. */
    public boolean isOf(Optimizer optimizer) {
        return base == optimizer;
    }

    /** The optimizer with its decay times a factor in [0, 1]. A float, so that none is refused as one that turns 0. */
    public Optimizer times(double other) {
        if (other != factor && decay > 0) {
            scaled = other == 1 ? base : base.withWeightDecay((float) (decay * other));
        }
        factor = other;
        return scaled;
    }
}
