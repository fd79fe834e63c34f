// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.network;

import dev.nn4j.api.Hyperparameters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The description of one layer. The kinds of layer are fixed, so that whoever must know them all asks by {@link Cases},
 * and a new kind does not compile until each has an answer. What a kind is made of is said here once: its own numbers
 * ({@link #hyperparameters()}), and those it trains and keeps ({@link #tensors(int)}).
 *
 * @since 0.1.0
 */
public sealed interface LayerSpec
        permits DenseSpec,
                DropoutSpec,
                BatchNormalizationSpec,
                LayerNormalizationSpec,
                ActivationSpec,
                ScaleSpec,
                QuantityEmbedding,
                CategoryEmbeddingSpec,
                ParametricSpec,
                ResidualSpec {
    /** One of each kind that numbers alone describe, with its defaults: all but those that have components. */
    static List<LayerSpec> withoutComponents() {
        return List.of(
                new DropoutSpec(),
                new BatchNormalizationSpec(),
                new LayerNormalizationSpec(),
                new ScaleSpec(),
                new NumericEmbeddingSpec(),
                new PeriodicEmbeddingSpec(),
                new CategoryEmbeddingSpec(),
                new ResidualSpec());
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

    /** How many values each of these has, where they are indices. */
    default List<Integer> values() {
        return List.of();
    }

    /** Whether it must be the first layer, or follow one that passes columns on, since it is about the columns of the data. */
    default boolean seesColumns() {
        return false;
    }

    /** How many columns its output begins with as they are, so that a layer which sees columns may follow; empty if none may. */
    default OptionalInt columnsPassedOn(int inputs) {
        return OptionalInt.empty();
    }

    /** This layer where the first so many inputs alone are columns of the data. */
    default LayerSpec amongFirst(int count) {
        return this;
    }

    /**
     * This layer for inputs of this width, what was left open filled in.
     *
     * @throws dev.nn4j.api.ConfigurationException if they do not suit it
     */
    default LayerSpec fitted(int inputs) {
        return this;
    }

    /**
     * How many layers before it are a residual block that ends with it: what went into the first of them is added to its own
     * input. 0 if none ends here.
     */
    default int reach() {
        return 0;
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
        R dense(DenseSpec layer);

        /** The answer for dropout. */
        R dropout(DropoutSpec layer);

        /** The answer for batch normalisation. */
        R batchNormalization(BatchNormalizationSpec layer);

        /** The answer for layer normalisation. */
        R layerNormalization(LayerNormalizationSpec layer);

        /** The answer for a layer that is only an activation. */
        R activation(ActivationSpec layer);

        /** The answer for a factor for each unit. */
        R scale(ScaleSpec layer);

        /** The answer for a piecewise linear embedding of quantities. */
        R numericEmbedding(NumericEmbeddingSpec layer);

        /** The answer for a periodic embedding of quantities. */
        R periodicEmbedding(PeriodicEmbeddingSpec layer);

        /** The answer for an embedding of categories. */
        R categoryEmbedding(CategoryEmbeddingSpec layer);

        /** The answer for an activation of which each unit takes a trained share. */
        R parametric(ParametricSpec layer);

        /** The answer for the end of a residual block. */
        R residual(ResidualSpec layer);
    }
}
