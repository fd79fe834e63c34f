// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.sample;

import dev.nn4j.api.Activation;
import dev.nn4j.core.network.ActivationSpec;
import dev.nn4j.core.network.BatchNormalizationSpec;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.DropoutSpec;
import dev.nn4j.core.network.LayerNormalizationSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.NumericEmbeddingSpec;
import dev.nn4j.core.network.ResidualSpec;
import dev.nn4j.core.network.ScaleSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import java.util.ArrayList;
import java.util.List;

/** Builds architectures for tests, with the initializers that suit their activations. */
public final class Architectures {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();

    private final int inputs;
    private final List<LayerSpec> layers = new ArrayList<>();

    private Architectures(int inputs) {
        this.inputs = inputs;
    }

    /** Starts with so many inputs. */
    public static Architectures inputs(int width) {
        return new Architectures(width);
    }

    /** Adds a dense layer. */
    public Architectures dense(int units, String activation) {
        return dense(units, REGISTRY.activation(activation));
    }

    /** Adds a dense layer. */
    public Architectures dense(int units, Activation activation) {
        return layer(new DenseSpec(0, units, activation, REGISTRY.initializer(activation.suitableInitializer()), true));
    }

    /** Adds a dense layer without bias. */
    public Architectures denseWithoutBias(int units, String activation) {
        Activation g = REGISTRY.activation(activation);
        return layer(new DenseSpec(0, units, g, REGISTRY.initializer(g.suitableInitializer()), false));
    }

    /** Adds a dense layer that begins with the data. */
    public Architectures dataDriven(int units, String activation) {
        return layer(
                new DenseSpec(0, units, REGISTRY.activation(activation), REGISTRY.initializer("data-driven"), true));
    }

    /** Adds dropout. */
    public Architectures dropout(double rate) {
        return layer(new DropoutSpec(rate));
    }

    /** Adds batch normalisation with its defaults. */
    public Architectures batchNormalization() {
        return layer(new BatchNormalizationSpec());
    }

    /** Adds layer normalisation with its defaults. */
    public Architectures layerNormalization() {
        return layer(new LayerNormalizationSpec());
    }

    /** Adds an activation by itself. */
    public Architectures activation(String name) {
        return layer(new ActivationSpec(REGISTRY.activation(name)));
    }

    /** Adds an embedding of all inputs with its defaults, which must be the first layer. */
    public Architectures numericEmbedding() {
        return layer(new NumericEmbeddingSpec());
    }

    /** Adds a factor for each unit. */
    public Architectures scale() {
        return layer(new ScaleSpec());
    }

    /** Ends a residual block, which is the last so many layers. */
    public Architectures residual(int block) {
        return layer(new ResidualSpec(block));
    }

    /** The architecture. */
    public NetworkSpec spec() {
        return new NetworkSpec(inputs, layers);
    }

    /** Adds a layer. */
    public Architectures layer(LayerSpec layer) {
        layers.add(layer);
        return this;
    }
}
