// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.rules;

import dev.nn4j.api.Component;
import dev.nn4j.core.network.ActivationSpec;
import dev.nn4j.core.network.BatchNormalizationSpec;
import dev.nn4j.core.network.CategoryEmbeddingSpec;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.DropoutSpec;
import dev.nn4j.core.network.LayerNormalizationSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NumericEmbeddingSpec;
import dev.nn4j.core.network.ParametricSpec;
import dev.nn4j.core.network.PeriodicEmbeddingSpec;
import dev.nn4j.core.network.ResidualSpec;
import dev.nn4j.core.network.ScaleSpec;

/**
 * A layer as messages name it, with all that a configuration says of it; a width that is derived is left out.
 *
 * @param withInitializer whether how weights started is told, too; it is no part of the architecture
 */
public record LayerText(boolean withInitializer) implements LayerSpec.Cases<String> {
    @Override
    public String dense(DenseSpec layer) {
        return layer.kind() + " " + layer.outputs() + " " + named(layer.activation())
                + (withInitializer ? " " + named(layer.initializer()) : "") + (layer.bias() ? "" : " without bias")
                + (withInitializer
                        ? layer.biasInitializer()
                                .map(own -> " bias " + named(own))
                                .orElse("")
                        : "");
    }

    @Override
    public String dropout(DropoutSpec layer) {
        return withNumbers(layer);
    }

    @Override
    public String batchNormalization(BatchNormalizationSpec layer) {
        return withNumbers(layer);
    }

    @Override
    public String layerNormalization(LayerNormalizationSpec layer) {
        return withNumbers(layer);
    }

    @Override
    public String activation(ActivationSpec layer) {
        return layer.kind() + " " + named(layer.activation());
    }

    @Override
    public String scale(ScaleSpec layer) {
        return withNumbers(layer);
    }

    @Override
    public String numericEmbedding(NumericEmbeddingSpec layer) {
        return withNumbers(layer);
    }

    @Override
    public String periodicEmbedding(PeriodicEmbeddingSpec layer) {
        return withNumbers(layer);
    }

    @Override
    public String residual(ResidualSpec layer) {
        return withNumbers(layer);
    }

    @Override
    public String categoryEmbedding(CategoryEmbeddingSpec layer) {
        return layer.kind() + " of size " + (layer.size() > 0 ? layer.size() : "by values")
                + (withInitializer ? " deviation " + layer.deviation() : "");
    }

    @Override
    public String parametric(ParametricSpec layer) {
        return layer.kind() + " " + named(layer.activation());
    }

    private static String withNumbers(LayerSpec layer) {
        return layer.kind() + layer.hyperparameters();
    }

    private static String named(Component component) {
        return component.hyperparameters().values().isEmpty()
                ? component.name()
                : component.name() + component.hyperparameters();
    }
}
