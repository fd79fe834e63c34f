// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.optim;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Range;

/** The weight decay that enters through the gradient. AdamW's, which does not, is its own. */
final class WeightDecay {
    static final Hyperparameter<Double> COUPLED = Hyperparameter.floatNumber(
            "weightDecay", 0, Range.atLeast(0), "adds weightDecay times the parameter to its gradient");

    private WeightDecay() {}
}
