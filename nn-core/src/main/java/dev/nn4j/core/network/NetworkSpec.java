// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.network;

import dev.nn4j.api.ConfigurationException;
import java.util.ArrayList;
import java.util.List;

/**
 * The architecture of a network, widths resolved: each layer's input is as wide as the output before it.
 *
 * @param inputWidth features to a row
 * @param layers from input to output; the last dense layer gives the output
 */
public record NetworkSpec(int inputWidth, List<LayerSpec> layers) {
    /** Most layers there may be. */
    public static final int MOST_LAYERS = 10_000;

    /**
     * Checks that the widths chain, and fills in those that were left open.
     *
     * @throws ConfigurationException if they do not, there is no dense layer at the end, or one unit is to be
     *     normalised by itself
     */
    public NetworkSpec {
        if (inputWidth < 1) {
            throw new ConfigurationException("network", "must have at least 1 input, got " + inputWidth);
        }
        if (layers.size() > MOST_LAYERS) {
            throw new ConfigurationException(
                    "network.layers", "must be at most " + MOST_LAYERS + " layers, got " + layers.size());
        }
        if (layers.isEmpty() || !(layers.get(layers.size() - 1) instanceof LayerSpec.Dense)) {
            throw new ConfigurationException("network.layers", "must end in a dense layer, which gives the output");
        }
        layers = resolved(inputWidth, layers);
        countParameters(inputWidth, layers);
    }

    /** Width of the network's output. */
    public int outputWidth() {
        return outputLayer().outputs();
    }

    /** Number of parameters of all layers: those that are trained and the running statistics. */
    public int parameterCount() {
        return Math.toIntExact(countParameters(inputWidth, layers));
    }

    /** Number of parameters that are trained. */
    public int trainableCount() {
        int count = parameterCount();
        int width = inputWidth;
        for (LayerSpec layer : layers) {
            count -= layer.statisticCount(width);
            width = layer.outputs(width);
        }
        return count;
    }

    /** Whether, in training, what a layer makes of a row depends on the other rows of the batch. */
    public boolean couplesRows() {
        for (LayerSpec layer : layers) {
            if (layer.couplesRows()) {
                return true;
            }
        }
        return false;
    }

    /** The last layer, whose activation gives the network's output. */
    public LayerSpec.Dense outputLayer() {
        return (LayerSpec.Dense) layers.get(layers.size() - 1);
    }

    private static long countParameters(int inputWidth, List<LayerSpec> layers) {
        long count = 0;
        int width = inputWidth;
        for (LayerSpec layer : layers) {
            long weights = layer instanceof LayerSpec.Dense dense ? (long) width * dense.outputs() : 0;
            if (count + weights > Integer.MAX_VALUE / 4) {
                throw new ConfigurationException("network.layers", "has more than 2^29 parameters; narrow the layers");
            }
            count += layer.parameterCount(width) + (long) layer.statisticCount(width);
            width = layer.outputs(width);
        }
        return count;
    }

    private static List<LayerSpec> resolved(int inputWidth, List<LayerSpec> layers) {
        List<LayerSpec> resolved = new ArrayList<>();
        int width = inputWidth;
        for (int i = 0; i < layers.size(); i++) {
            requireSpread(layers.get(i), width, i);
            resolved.add(fitted(layers.get(i), width, i));
            width = layers.get(i).outputs(width);
        }
        return List.copyOf(resolved);
    }

    private static void requireSpread(LayerSpec layer, int width, int index) {
        if (layer instanceof LayerSpec.LayerNormalization && width == 1) {
            throw new ConfigurationException(
                    "network.layers[" + index + "]",
                    layer.kind() + " needs at least 2 units before it, of 1 it leaves nothing; use "
                            + LayerSpec.BatchNormalization.KIND + " or leave it out");
        }
    }

    private static LayerSpec fitted(LayerSpec layer, int width, int index) {
        if (!(layer instanceof LayerSpec.Dense dense) || dense.inputs() == width) {
            return layer;
        }
        if (dense.inputs() != 0) {
            String before =
                    index == 0 ? "the number of inputs that the features make" : "the output width of the layer before";
            throw new ConfigurationException(
                    "network.layers[" + index + "].inputDim",
                    "must equal " + before + ", " + width + ", got " + dense.inputs());
        }
        return new LayerSpec.Dense(width, dense.outputs(), dense.activation(), dense.initializer(), dense.bias());
    }
}
