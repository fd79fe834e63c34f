// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A layer as a file describes it.
 *
 * @since 0.1.0
 */
public final class LayerDescription {
    private final String name;
    private final String kind;
    private final int inputs;
    private final int outputs;
    private final boolean bias;
    private final long parameterCount;
    private final Map<String, Object> parameters;
    private final Optional<ComponentDescription> activation;
    private final Optional<ComponentDescription> initializer;
    private final Optional<ComponentDescription> biasInitializer;

    /** All parts, in this order. */
    LayerDescription(
            String name,
            String kind,
            int inputs,
            int outputs,
            boolean bias,
            long parameterCount,
            Map<String, Object> parameters,
            Optional<ComponentDescription> activation,
            Optional<ComponentDescription> initializer,
            Optional<ComponentDescription> biasInitializer) {
        this.name = name;
        this.kind = kind;
        this.inputs = inputs;
        this.outputs = outputs;
        this.bias = bias;
        this.parameterCount = parameterCount;
        this.parameters = parameters;
        this.activation = activation;
        this.initializer = initializer;
        this.biasInitializer = biasInitializer;
    }

    /** The prefix of its tensors' names. */
    public String name() {
        return name;
    }

    /** {@code dense}, {@code dropout}, {@code batch-normalization}, {@code layer-normalization}, {@code activation}, {@code
     * scale}, {@code numeric-embedding}, {@code category-embedding}, {@code parametric} or {@code residual}. */
    public String kind() {
        return kind;
    }

    /** Width of its input. */
    public int inputs() {
        return inputs;
    }

    /** Width of its output. */
    public int outputs() {
        return outputs;
    }

    /** Whether it adds a bias. */
    public boolean bias() {
        return bias;
    }

    /** Trained numbers. */
    public long parameterCount() {
        return parameterCount;
    }

    /**
     * Of the layer itself, by name: {@code rate} of dropout, {@code epsilon} of a normalisation, {@code momentum} of
     * batch normalisation, {@code kind}, {@code size} and {@code bins} or {@code frequencies} and {@code sigma} of a numeric
     * embedding, {@code size} and {@code deviation} of a category embedding, {@code layers} of the end of a residual block.
     */
    public Map<String, Object> parameters() {
        return parameters;
    }

    /** Activation of a dense layer, or of one that is nothing else. */
    public Optional<ComponentDescription> activation() {
        return activation;
    }

    /** Initializer of a dense layer, if it is known. */
    public Optional<ComponentDescription> initializer() {
        return initializer;
    }

    /** Initializer of the biases of a dense layer, if they did not start at zero. */
    public Optional<ComponentDescription> biasInitializer() {
        return biasInitializer;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LayerDescription that
                && name.equals(that.name)
                && kind.equals(that.kind)
                && inputs == that.inputs
                && outputs == that.outputs
                && bias == that.bias
                && parameterCount == that.parameterCount
                && parameters.equals(that.parameters)
                && activation.equals(that.activation)
                && initializer.equals(that.initializer)
                && biasInitializer.equals(that.biasInitializer);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                name,
                kind,
                inputs,
                outputs,
                bias,
                parameterCount,
                parameters,
                activation,
                initializer,
                biasInitializer);
    }

    @Override
    public String toString() {
        return "LayerDescription[name=" + name + ", kind=" + kind + ", inputs=" + inputs + ", outputs=" + outputs
                + ", bias=" + bias + ", parameterCount=" + parameterCount + ", parameters=" + parameters
                + ", activation=" + activation + ", initializer=" + initializer + ", biasInitializer=" + biasInitializer
                + "]";
    }
}
