// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.writing;

import dev.nn4j.config.internal.json.JsonMembers;
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

/** A layer, in an object. */
final class LayerJson implements LayerSpec.Cases<JsonMembers> {
    @Override
    public JsonMembers dense(DenseSpec layer) {
        JsonMembers json =
                layer.inputs() == 0 ? JsonMembers.none() : JsonMembers.none().with("inputDim", layer.inputs());
        json = json.with("outputDim", layer.outputs())
                .with("activation", ComponentJson.of(layer.activation()))
                .with("initializer", ComponentJson.of(layer.initializer()));
        if (layer.biasInitializer().isPresent()) {
            json = json.with(
                    "biasInitializer", ComponentJson.of(layer.biasInitializer().get()));
        }
        return layer.bias() ? json : json.with("bias", false);
    }

    @Override
    public JsonMembers dropout(DropoutSpec layer) {
        return ofNumbers(layer);
    }

    @Override
    public JsonMembers batchNormalization(BatchNormalizationSpec layer) {
        return ofNumbers(layer);
    }

    @Override
    public JsonMembers layerNormalization(LayerNormalizationSpec layer) {
        return ofNumbers(layer);
    }

    @Override
    public JsonMembers activation(ActivationSpec layer) {
        return ofNumbers(layer).with("activation", ComponentJson.of(layer.activation()));
    }

    @Override
    public JsonMembers scale(ScaleSpec layer) {
        return ofNumbers(layer);
    }

    /** Which columns it embeds follows from the data. */
    @Override
    public JsonMembers numericEmbedding(NumericEmbeddingSpec layer) {
        return ofNumbers(layer);
    }

    /** Of a block, the end; {@link NetworkJson} has its layers. */
    @Override
    public JsonMembers residual(ResidualSpec layer) {
        return ofNumbers(layer);
    }

    /** Which columns it embeds follows from the data. */
    @Override
    public JsonMembers periodicEmbedding(PeriodicEmbeddingSpec layer) {
        return ofNumbers(layer);
    }

    /** So it does here. */
    @Override
    public JsonMembers categoryEmbedding(CategoryEmbeddingSpec layer) {
        return ofNumbers(layer);
    }

    @Override
    public JsonMembers parametric(ParametricSpec layer) {
        return ofNumbers(layer).with("activation", ComponentJson.of(layer.activation()));
    }

    private static JsonMembers ofNumbers(LayerSpec layer) {
        return ComponentJson.object(layer.kind(), layer.hyperparameters());
    }
}
