// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.embedding;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Columns of which each becomes several numbers.
 *
 * @param who the node, for messages
 * @param inputs values to a row
 * @param outputs values to what becomes of it
 * @param spec the layer that does this
 * @param trained what it trains
 * @param kept what it keeps without training it
 */
public record FoundEmbedding(String who, int inputs, int outputs, LayerSpec spec, double[] trained, double[] kept) {
    /**
     * One that is trained by all that it has, but for what it keeps.
     *
     * @throws dev.nn4j.api.ModelFormatException if there is no such layer
     */
    static FoundEmbedding of(String who, int inputs, Supplier<LayerSpec> layer, double[] trained, double[] kept) {
        try {
            LayerSpec spec = layer.get().fitted(inputs);
            return new FoundEmbedding(who, inputs, spec.outputs(inputs), spec, trained, kept);
        } catch (IllegalArgumentException | ConfigurationException e) {
            throw OnnxFaults.unsupported(who + ": " + e.getMessage());
        }
    }

    /** Columns as descriptions of layers have them. */
    static List<Integer> listed(int[] columns) {
        return Arrays.stream(columns).boxed().toList();
    }
}
