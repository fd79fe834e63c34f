// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.stored;

import dev.nn4j.core.network.NumericEmbeddingSpec;
import dev.nn4j.core.network.PeriodicEmbeddingSpec;
import java.util.List;
import java.util.stream.Stream;

/**
 * An architecture as a file describes it, or those of the members of an ensemble.
 *
 * @param inputWidth features to a row
 * @param layers from input to output; of an ensemble those of the first member
 * @param loss what it was trained on
 * @param others the layers of each further member
 */
public record StoredNetwork(
        int inputWidth, List<StoredLayer> layers, StoredComponent loss, List<List<StoredLayer>> others) {
    /** Copies the layers. */
    public StoredNetwork {
        layers = List.copyOf(layers);
        others = others.stream().map(List::copyOf).toList();
    }

    /** The layers of each member. */
    public List<List<StoredLayer>> members() {
        return Stream.concat(Stream.of(layers), others.stream()).toList();
    }

    public int outputWidth() {
        return layers.get(layers.size() - 1).outputs();
    }

    /** Whether there is a layer of this kind, in any member. */
    boolean has(String kind) {
        return members().stream()
                .flatMap(List::stream)
                .anyMatch(layer -> layer.kind().equals(kind));
    }

    /** Whether columns are embedded by waves, in any member. */
    boolean hasPeriodicEmbedding() {
        return members().stream()
                .flatMap(List::stream)
                .anyMatch(layer -> layer.kind().equals(NumericEmbeddingSpec.KIND)
                        && layer.parameters().containsValue(PeriodicEmbeddingSpec.FORM));
    }

    /** Whether an activation has coefficients that are trained, in any member. */
    boolean trainsActivations() {
        return members().stream().flatMap(List::stream).anyMatch(StoredLayer::trainsActivation);
    }

    long parameterCount() {
        return layers.stream().mapToLong(StoredLayer::parameterCount).sum();
    }
}
