// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.QuantityEmbedding;
import dev.nn4j.core.schema.Feature;
import java.util.ArrayList;
import java.util.List;

/** Tells layers that are about the columns of the data which inputs are quantities. */
final class QuantityColumns {
    private QuantityColumns() {}

    /** These layers for the inputs that these features make. */
    static List<LayerSpec> in(List<LayerSpec> layers, List<Feature> features) {
        List<LayerSpec> resolved = new ArrayList<>(layers);
        if (!layers.isEmpty()
                && layers.get(0) instanceof QuantityEmbedding embedding
                && embedding.columns().isEmpty()) {
            resolved.set(0, embedding.on(of(features)));
        }
        return resolved;
    }

    private static List<Integer> of(List<Feature> features) {
        List<Integer> quantities = new ArrayList<>();
        int first = 0;
        for (Feature feature : features) {
            for (int i = 0; i < feature.kind().inputWidth() && feature.kind().isScaled(); i++) {
                quantities.add(first + i);
            }
            first += feature.inputWidth();
        }
        return quantities;
    }
}
