// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

import dev.nn4j.api.math.RandomStream;

/**
 * A rule that fills a layer's weight matrix before training. Biases start at zero and are not its concern.
 *
 * @since 0.1.0
 */
public interface Initializer extends Component {
    /**
     * Fills the weights {@code w[from + i·fanOut + j]}, i &lt; fanIn the input and j &lt; fanOut the output unit.
     *
     * @param w the parameters of the network; only {@code [from, from + fanIn·fanOut)} may be written
     * @param random the layer's own stream, the only source of randomness allowed
     */
    void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random);

    /** This initializer with other hyperparameter values, already checked against {@link #hyperparameters()}. */
    default Initializer with(Hyperparameters values) {
        values.requireNone(name());
        return this;
    }
}
