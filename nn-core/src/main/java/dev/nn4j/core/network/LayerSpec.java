// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.network;

import dev.nn4j.api.Activation;
import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Initializer;
import dev.nn4j.api.Range;
import dev.nn4j.core.network.LayerTensor.Role;
import java.util.List;
import java.util.Optional;

/**
 * The description of one layer. The kinds of layer are fixed, so that whoever must know them all asks by {@link Cases},
 * and a new kind does not compile until each has an answer. What a kind is made of is said here once: its own numbers
 * ({@link #hyperparameters()}), and those it trains and keeps ({@link #tensors(int)}).
 *
 * @since 0.1.0
 */
public sealed interface LayerSpec
        permits LayerSpec.Dense,
                LayerSpec.Dropout,
                LayerSpec.BatchNormalization,
                LayerSpec.LayerNormalization,
                LayerSpec.ActivationLayer,
                ScaleSpec,
                NumericEmbeddingSpec,
                ParametricSpec {
    /** One of each kind that numbers alone describe, with its defaults: all but those that have components. */
    static List<LayerSpec> withoutComponents() {
        return List.of(
                new Dropout(),
                new BatchNormalization(),
                new LayerNormalization(),
                new ScaleSpec(),
                new NumericEmbeddingSpec());
    }

    /** The kind as configurations say it: {@code dense}. */
    String kind();

    /** Asks which kind this is. */
    <R> R match(Cases<R> cases);

    /** The width of its output, given that of its input. */
    int outputs(int inputs);

    /** Its trained parameters and then its running statistics, in their order, given the width of its input. */
    List<LayerTensor> tensors(int inputs);

    /** The numbers that describe it, but for widths and components. */
    default Hyperparameters hyperparameters() {
        return Hyperparameters.none();
    }

    /** Names of the hyperparameters that a configuration must give, since no default suits most networks. */
    default List<String> required() {
        return List.of();
    }

    /** This layer with other numbers. */
    default LayerSpec with(Hyperparameters values) {
        values.requireNone(kind());
        return this;
    }

    /**
     * The number of parameters it trains, given the width of its input.
     *
     * @throws ArithmeticException if it does not fit an int
     */
    default int parameterCount(int inputs) {
        return count(inputs, true);
    }

    /**
     * The number of parameters it keeps without training them, its running statistics, given the width of its input.
     *
     * @throws ArithmeticException if it does not fit an int
     */
    default int statisticCount(int inputs) {
        return count(inputs, false);
    }

    private int count(int inputs, boolean trained) {
        long count = 0;
        for (LayerTensor tensor : tensors(inputs)) {
            count += tensor.role().isTrained() == trained ? tensor.count() : 0;
        }
        return Math.toIntExact(count);
    }

    /** The narrowest input that leaves it something to do. */
    default int leastInputs() {
        return 1;
    }

    /** The inputs that it is about, if it is not about all alike. */
    default Optional<List<Integer>> columns() {
        return Optional.empty();
    }

    /** Whether it must be the first layer, since it is about the columns of the data. */
    default boolean seesColumns() {
        return false;
    }

    /**
     * This layer for inputs of this width, what was left open filled in.
     *
     * @throws dev.nn4j.api.ConfigurationException if they do not suit it
     */
    default LayerSpec fitted(int inputs) {
        return this;
    }

    /** Whether, in training, what it makes of a row depends on the other rows of the batch. */
    default boolean couplesRows() {
        return false;
    }

    /**
     * One answer for each kind of layer. A later version may add a kind, and with it a method.
     *
     * @param <R> what is answered
     * @since 0.1.0
     */
    interface Cases<R> {
        /** The answer for a fully connected layer. */
        R dense(Dense layer);

        /** The answer for dropout. */
        R dropout(Dropout layer);

        /** The answer for batch normalisation. */
        R batchNormalization(BatchNormalization layer);

        /** The answer for layer normalisation. */
        R layerNormalization(LayerNormalization layer);

        /** The answer for a layer that is only an activation. */
        R activation(ActivationLayer layer);

        /** The answer for a factor for each unit. */
        R scale(ScaleSpec layer);

        /** The answer for an embedding of quantities. */
        R numericEmbedding(NumericEmbeddingSpec layer);

        /** The answer for an activation of which each unit takes a trained share. */
        R parametric(ParametricSpec layer);
    }

    /**
     * A fully connected layer: {@code a = g(x·W + b)} with W {@code [inputs, outputs]}.
     *
     * @param inputs the width it is declared for; 0 leaves that to the layer before
     * @param outputs number of units
     * @param activation g
     * @param initializer how W starts
     * @param bias whether there is a b
     * @param biasInitializer how b starts; left out, at zero
     */
    record Dense(
            int inputs,
            int outputs,
            Activation activation,
            Initializer initializer,
            boolean bias,
            Optional<Initializer> biasInitializer)
            implements LayerSpec {
        /** The kind. */
        public static final String KIND = "dense";

        /** The widest layer there may be. */
        public static final int MOST_UNITS = 1 << 24;

        /** Refuses widths outside 1 to 2^24. */
        public Dense {
            requireUnits("inputs", inputs, 0);
            requireUnits("outputs", outputs, 1);
            if (biasInitializer.isPresent() && !bias) {
                throw new IllegalArgumentException("dense: has no bias that an initializer could fill; leave it out");
            }
        }

        /** A layer whose b starts at zero. */
        public Dense(int inputs, int outputs, Activation activation, Initializer initializer, boolean bias) {
            this(inputs, outputs, activation, initializer, bias, Optional.empty());
        }

        @Override
        public Dense fitted(int fromInputs) {
            return new Dense(fromInputs, outputs, activation, initializer, bias, biasInitializer);
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public int outputs(int fromInputs) {
            return outputs;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.dense(this);
        }

        @Override
        public List<LayerTensor> tensors(int fromInputs) {
            return tensors(fromInputs, outputs, bias);
        }

        /** The tensors of a dense layer of these widths. */
        public static List<LayerTensor> tensors(int inputs, int outputs, boolean bias) {
            LayerTensor weight = LayerTensor.of(Role.WEIGHT, inputs, outputs);
            return bias ? List.of(weight, LayerTensor.of(Role.BIAS, outputs)) : List.of(weight);
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
        /** The kind. */
        public static final String KIND = "dropout";

        private static final Hyperparameter<Double> RATE =
                Hyperparameter.number("rate", 0.5, new Range(0, true, 1, false), "the share of units it zeroes");

        /** Refuses a rate outside [0, 1). */
        public Dropout {
            RATE.check(KIND, rate);
        }

        /** Half of the units, as Srivastava et al. have it. */
        public Dropout() {
            this(RATE.defaultValue());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.dropout(this);
        }

        @Override
        public Hyperparameters hyperparameters() {
            return Hyperparameters.of(RATE, rate);
        }

        @Override
        public List<String> required() {
            return List.of(RATE.name());
        }

        @Override
        public Dropout with(Hyperparameters values) {
            return new Dropout(values.get(RATE));
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
        public List<LayerTensor> tensors(int inputs) {
            return List.of();
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

        private static final Hyperparameter<Double> EPSILON =
                Hyperparameter.floatNumber("epsilon", 1e-5, new Range(0, false, 1, true), "added to the variance");
        private static final Hyperparameter<Double> MOMENTUM = Hyperparameter.floatNumber(
                "momentum",
                0.1,
                new Range(0, false, 1, true),
                "the share that a batch has in the running statistics after it");

        /** Refuses values out of range. */
        public BatchNormalization {
            EPSILON.check(KIND, epsilon);
            MOMENTUM.check(KIND, momentum);
        }

        /** A layer with PyTorch's defaults. */
        public BatchNormalization() {
            this(EPSILON.defaultValue(), MOMENTUM.defaultValue());
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
        public <R> R match(Cases<R> cases) {
            return cases.batchNormalization(this);
        }

        @Override
        public Hyperparameters hyperparameters() {
            return Hyperparameters.of(EPSILON, epsilon).and(MOMENTUM, momentum);
        }

        @Override
        public BatchNormalization with(Hyperparameters values) {
            return new BatchNormalization(values.get(EPSILON), values.get(MOMENTUM));
        }

        @Override
        public List<LayerTensor> tensors(int inputs) {
            return List.of(
                    LayerTensor.of(Role.SCALE, inputs),
                    LayerTensor.of(Role.SHIFT, inputs),
                    LayerTensor.of(Role.MEAN, inputs),
                    LayerTensor.of(Role.VARIANCE, inputs));
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

        private static final Hyperparameter<Double> EPSILON =
                Hyperparameter.floatNumber("epsilon", 1e-5, new Range(0, false, 1, true), "added to the variance");

        /** Refuses a value out of range. */
        public LayerNormalization {
            EPSILON.check(KIND, epsilon);
        }

        /** A layer with PyTorch's default. */
        public LayerNormalization() {
            this(EPSILON.defaultValue());
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
        public <R> R match(Cases<R> cases) {
            return cases.layerNormalization(this);
        }

        @Override
        public int leastInputs() {
            return 2;
        }

        @Override
        public Hyperparameters hyperparameters() {
            return Hyperparameters.of(EPSILON, epsilon);
        }

        @Override
        public LayerNormalization with(Hyperparameters values) {
            return new LayerNormalization(values.get(EPSILON));
        }

        @Override
        public List<LayerTensor> tensors(int inputs) {
            return List.of(LayerTensor.of(Role.SCALE, inputs), LayerTensor.of(Role.SHIFT, inputs));
        }
    }

    /**
     * An activation by itself: {@code a = g(x)}. It takes the place of a dense layer's own activation where something
     * stands between the two, as in dense, batch normalisation, ReLU.
     *
     * @param activation g
     */
    record ActivationLayer(Activation activation) implements LayerSpec {
        /** The kind. */
        public static final String KIND = "activation";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public int outputs(int inputs) {
            return inputs;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.activation(this);
        }

        @Override
        public List<LayerTensor> tensors(int inputs) {
            return List.of();
        }
    }
}
