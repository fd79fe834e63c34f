// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.core.network.ParameterRange;

/**
 * Temperature scaling (Guo et al. 2017, "On calibration of modern neural networks"): one factor on the logits, which makes
 * probabilities as sure as they may be and changes no order of theirs. It stands in the weights and biases of the last layer,
 * so that whatever reads the network needs to know nothing of it.
 *
 * @param factor on the logits, above 0: below 1 where the network was too sure; 1 if none was worth it
 * @param rows of the validation data that it was fitted on
 * @param before mean of −log p on those rows without it, p being the probability of what is true
 * @param after the same with it
 * @since 0.1.0
 */
public record TemperatureScaling(double factor, int rows, double before, double after) {
    /** Whether there is one: the log-loss falls by more than a thousandth. */
    public boolean isApplied() {
        return factor != 1;
    }

    /** A network whose logits are multiplied by the factor, in float. */
    public Network of(Network network) {
        if (!isApplied()) {
            return network;
        }
        int last = network.spec().layers().size() - 1;
        float[] parameters = network.parameters();
        for (ParameterRange range : network.spec().ranges()) {
            if (range.layer() == last) {
                multiply(parameters, range.from(), range.to());
            }
        }
        return Network.of(network.spec(), parameters);
    }

    private void multiply(float[] parameters, int from, int to) {
        float inFloat = (float) factor;
        for (int i = from; i < to; i++) {
            parameters[i] *= inFloat;
        }
    }
}
