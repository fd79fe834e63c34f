// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.rules;

import dev.nn4j.api.Optimizer;

/** An optimizer's weight decay, which is one of its hyperparameters like any other but for its name. */
public final class OptimizerDecay {
    /** The name that optimizers give it. */
    public static final String NAME = "weightDecay";

    private OptimizerDecay() {}

    /** Whether an optimizer has it. */
    public static boolean isIn(Optimizer optimizer) {
        return optimizer.hyperparameters().values().get(NAME) instanceof Double;
    }

    /** How strong it is; 0 where there is none. */
    public static double of(Optimizer optimizer) {
        return optimizer.hyperparameters().values().get(NAME) instanceof Double decay ? decay : 0;
    }
}
