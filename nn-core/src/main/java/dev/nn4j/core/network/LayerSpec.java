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

    /** The number of parameters it keeps without training them, its running statistics, given the width of its input. */
    default int statisticCount(int inputs) {
        return 0;
    }

    /** Whether, in training, what it makes of a row depends on the other rows of the batch. */
    default boolean couplesRows() {
        return false;
    }

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

    /**
     * Batch normalisation (Ioffe and Szegedy 2015), with PyTorch's conventions: {@code a = scale ⊙ (x − μ)/√(σ² + ε) +
     * shift}, feature by feature. In training μ and σ² are mean and variance over the rows of the batch, whatever their
     * weights; in prediction they are running means of those, of which σ² is that of a sample, n/(n − 1) times the
     * batch's. Scale starts at one, shift at zero.
     *
     * @param epsilon ε; in (0, 1]
     * @param momentum the share that a batch has in the running statistics after it; in (0, 1]
     */
    record BatchNormalization(double epsilon, double momentum) implements LayerSpec {
        /** The kind. */
        public static final String KIND = "batch-normalization";

        /** PyTorch's epsilon. */
        public static final double DEFAULT_EPSILON = 1e-5;

        /** PyTorch's momentum. */
        public static final double DEFAULT_MOMENTUM = 0.1;

        /** Refuses values out of range. */
        public BatchNormalization {
            requireShare(KIND, "epsilon", epsilon);
            requireShare(KIND, "momentum", momentum);
        }

        /** A layer with the defaults. */
        public BatchNormalization() {
            this(DEFAULT_EPSILON, DEFAULT_MOMENTUM);
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public int outputs(int inputs) {
            return inputs;
        }

        @Override
        public int parameterCount(int inputs) {
            return Math.multiplyExact(2, inputs);
        }

        @Override
        public int statisticCount(int inputs) {
            return Math.multiplyExact(2, inputs);
        }

        @Override
        public boolean couplesRows() {
            return true;
        }
    }

    /**
     * Layer normalisation (Ba, Kiros and Hinton 2016): {@code a = scale ⊙ (x − μ)/√(σ² + ε) + shift}, where μ and σ² are
     * mean and variance over the units of a row. Scale starts at one, shift at zero.
     *
     * @param epsilon ε; in (0, 1]
     */
    record LayerNormalization(double epsilon) implements LayerSpec {
        /** The kind. */
        public static final String KIND = "layer-normalization";

        /** PyTorch's epsilon. */
        public static final double DEFAULT_EPSILON = 1e-5;

        /** Refuses a value out of range. */
        public LayerNormalization {
            requireShare(KIND, "epsilon", epsilon);
        }

        /** A layer with the default. */
        public LayerNormalization() {
            this(DEFAULT_EPSILON);
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public int outputs(int inputs) {
            return inputs;
        }

        @Override
        public int parameterCount(int inputs) {
            return Math.multiplyExact(2, inputs);
        }
    }

    private static void requireShare(String kind, String what, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(kind + ": " + what + " must be in (0, 1], got " + value);
        }
    }
}
