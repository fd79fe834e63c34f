// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

import dev.nn4j.api.math.RandomStream;

/**
 * A rule that fills a layer's weight matrix before training, or, where a layer is told so, its biases, which start at zero
 * else: they are filled as the weights of a single input.
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

    /**
     * Whether its draws are fitted to the data when a training begins: the weights of each unit of a dense layer are then
     * divided by the deviation of what the unit makes of up to 8192 rows, and its bias, if it has no initializer of its own,
     * becomes minus a random mean of what it makes of five of them.
     */
    default boolean startsFromData() {
        return false;
    }

    /** This initializer with other hyperparameter values, already checked against {@link #hyperparameters()}. */
    default Initializer with(Hyperparameters values) {
        values.requireNone(name());
        return this;
    }
}
