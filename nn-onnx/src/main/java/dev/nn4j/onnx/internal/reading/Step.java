// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading;

import dev.nn4j.api.Activation;
import dev.nn4j.core.network.LayerSpec;
import java.util.Arrays;
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

    /**
     * A normalisation that has the form of one of nn4j's layers.
     *
     * @param scale one for each column
     * @param shift as many
     * @param statistics running means and then variances, with which it is a factor and an offset for each column; none
     *     where it takes them from each row
     */
    record Normalization(String who, LayerSpec spec, double[] scale, double[] shift, double[] statistics)
            implements Step {
        /** What it is with its running statistics, if it has any. */
        Optional<Affine> inPrediction() {
            if (!(spec instanceof LayerSpec.BatchNormalization batch)) {
                return Optional.empty();
            }
            double[] mean = Arrays.copyOf(statistics, scale.length);
            double[] variance = Arrays.copyOfRange(statistics, scale.length, statistics.length);
            return Optional.of(Affine.normalization(scale, shift, mean, variance, batch.epsilon()));
        }

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
