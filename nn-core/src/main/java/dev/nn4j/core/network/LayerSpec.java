// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.network;

import dev.nn4j.api.Activation;
import dev.nn4j.api.Initializer;

/** The description of one layer; the kinds of layer are fixed. */
public sealed interface LayerSpec {
    /** The kind as configurations say it: {@code dense}. */
    String kind();

    /** The width of its output, given that of its input. */
    int outputs(int inputs);

    /** The number of parameters it trains, given the width of its input. */
    int parameterCount(int inputs);

    /**
     * A fully connected layer: {@code a = g(x·W + b)} with W {@code [inputs, outputs]}.
     *
     * @param inputs the width it is declared for; 0 leaves that to the layer before
     * @param outputs number of units
     * @param activation g
     * @param initializer how W starts; b starts at zero
     * @param bias whether there is a b
     */
    record Dense(int inputs, int outputs, Activation activation, Initializer initializer, boolean bias)
            implements LayerSpec {
        /** The widest layer there may be. */
        public static final int MOST_UNITS = 1 << 24;

        /** Refuses widths outside 1 to 2^24. */
        public Dense {
            requireUnits("inputs", inputs, 0);
            requireUnits("outputs", outputs, 1);
        }

        @Override
        public String kind() {
            return "dense";
        }

        @Override
        public int outputs(int fromInputs) {
            return outputs;
        }

        @Override
        public int parameterCount(int fromInputs) {
            return Math.addExact(Math.multiplyExact(fromInputs, outputs), bias ? outputs : 0);
        }

        private static void requireUnits(String what, int units, int least) {
            if (units < least || units > MOST_UNITS) {
                throw new IllegalArgumentException(
                        "dense: " + what + " must be in [" + least + ", " + MOST_UNITS + "], got " + units);
            }
        }
    }

    /**
     * Inverted dropout (Srivastava et al. 2014): in training each unit is zeroed with this probability and the others
     * are divided by 1 − rate; in prediction nothing happens.
     *
     * @param rate in [0, 1)
     */
    record Dropout(double rate) implements LayerSpec {
        /** Refuses a rate outside [0, 1). */
        public Dropout {
            if (!(rate >= 0 && rate < 1)) {
                throw new IllegalArgumentException("dropout: rate must be in [0, 1), got " + rate);
            }
        }

        @Override
        public String kind() {
            return "dropout";
        }

        @Override
        public int outputs(int inputs) {
            return inputs;
        }

        @Override
        public int parameterCount(int inputs) {
            return 0;
        }
    }
}
