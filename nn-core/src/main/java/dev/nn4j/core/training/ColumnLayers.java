// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.core.network.CategoryEmbeddingSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.QuantityEmbedding;
import dev.nn4j.core.schema.Feature;
import java.util.ArrayList;
import java.util.List;

/** Tells layers that are about the columns of the data which inputs are indices, and which are quantities. */
final class ColumnLayers {
    private final List<LayerSpec> layers;
    /** The inputs that are indices, and of each how many there are. */
    private final List<Integer> indices = new ArrayList<>();

    private final List<Integer> values = new ArrayList<>();
    private final List<Integer> quantities = new ArrayList<>();

    private ColumnLayers(List<LayerSpec> layers, List<Feature> features) {
        this.layers = new ArrayList<>(layers);
        int first = 0;
        for (Feature feature : features) {
            if (feature.indices() > 0) {
                indices.add(first);
                values.add(feature.indices());
            }
            for (int i = 0; i < feature.kind().inputWidth() && feature.kind().isScaled(); i++) {
                quantities.add(first + i);
            }
            first += feature.inputWidth();
        }
    }

    /** These layers for the inputs that these features make. */
    static List<LayerSpec> in(List<LayerSpec> layers, List<Feature> features) {
        return layers.isEmpty() ? layers : new ColumnLayers(layers, features).resolved();
    }

    private List<LayerSpec> resolved() {
        if (layers.get(0) instanceof CategoryEmbeddingSpec embedding) {
            CategoryEmbeddingSpec own = embedding.columns().isPresent() ? embedding : embedding.on(indices, values);
            layers.set(0, own);
            embedQuantities(1, own.indices());
        } else {
            embedQuantities(0, List.of());
        }
        return layers;
    }

    /** Tells the layer at a place, if it embeds quantities; the inputs that are taken out come before it. */
    private void embedQuantities(int at, List<Integer> takenOut) {
        if (at < layers.size()
                && layers.get(at) instanceof QuantityEmbedding embedding
                && embedding.columns().isEmpty()) {
            layers.set(at, embedding.on(behind(takenOut)));
        }
    }

    /** Where quantities are once others are taken out; both ascend. */
    private List<Integer> behind(List<Integer> takenOut) {
        List<Integer> left = new ArrayList<>();
        int before = 0;
        for (int quantity : quantities) {
            while (before < takenOut.size() && takenOut.get(before) < quantity) {
                before++;
            }
            if (before == takenOut.size() || takenOut.get(before) != quantity) {
                left.add(quantity - before);
            }
        }
        return left;
    }
}
