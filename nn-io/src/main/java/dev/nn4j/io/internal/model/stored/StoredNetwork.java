// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.stored;

import java.util.List;

/**
 * An architecture as a file describes it.
 *
 * @param inputWidth features to a row
 * @param layers from input to output
 * @param loss what it was trained on
 */
public record StoredNetwork(int inputWidth, List<StoredLayer> layers, StoredComponent loss) {
    /** Copies the layers. */
    public StoredNetwork {
        layers = List.copyOf(layers);
    }

    public int outputWidth() {
        return layers.get(layers.size() - 1).outputs();
    }

    /** Whether there is a layer of this kind. */
    boolean has(String kind) {
        return layers.stream().anyMatch(layer -> layer.kind().equals(kind));
    }

    long parameterCount() {
        return layers.stream().mapToLong(StoredLayer::parameterCount).sum();
    }
}
