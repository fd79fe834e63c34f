// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.onnx.reading;

import dev.nn4j.api.Activation;
import java.util.Optional;

/** What one node, or the few that make an activation, do to the rows that pass. */
sealed interface Step {
    /** The node, for messages. */
    String who();

    /** Does this to the rows of a network that is put together. */
    void into(NetworkAssembly network);

    /**
     * A matrix product.
     *
     * @param weights row-major {@code [inputs, outputs]}
     * @param bias one number, or one for each output
     */
    record Product(String who, double[] weights, int inputs, int outputs, Optional<double[]> bias) implements Step {
        @Override
        public void into(NetworkAssembly network) {
            network.add(this);
        }
    }

    /** A factor and an offset for each column: scaling, a bias that is added, a normalisation as it is applied. */
    record Straight(String who, Affine affine) implements Step {
        @Override
        public void into(NetworkAssembly network) {
            network.add(this);
        }
    }

    /** An activation. */
    record Gate(String who, Activation activation) implements Step {
        @Override
        public void into(NetworkAssembly network) {
            network.add(this);
        }
    }

    /**
     * Rows of several axes become flat.
     *
     * @param width how many values a row must have; 0 if that is not said
     */
    record Flat(String who, int width) implements Step {
        @Override
        public void into(NetworkAssembly network) {
            network.add(this);
        }
    }
}
