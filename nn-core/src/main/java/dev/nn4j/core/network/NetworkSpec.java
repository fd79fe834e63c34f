// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.network;

import dev.nn4j.api.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * The architecture of a network, widths resolved: each layer's input is as wide as the output before it.
 *
 * @param inputWidth features to a row
 * @param layers from input to output; the last dense layer gives the output
 * @since 0.1.0
 */
public record NetworkSpec(int inputWidth, List<LayerSpec> layers) {
    /** Most layers there may be. */
    public static final int MOST_LAYERS = 10_000;

    private static final long MOST_PARAMETERS = 1L << 29;

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
        if (layers.isEmpty() || !(layers.get(layers.size() - 1) instanceof DenseSpec)) {
            throw new ConfigurationException("network.layers", "must end in a dense layer, which gives the output");
        }
        layers = place(inputWidth, layers).stream().map(PlacedLayer::spec).toList();
    }

    /** Width of the network's output. */
    public int outputWidth() {
        return outputLayer().outputs();
    }

    /** The layers where they stand, from input to output; running statistics lie behind all trained parameters. */
    public List<PlacedLayer> placed() {
        int statistics = trainableCount();
        return place(inputWidth, layers).stream()
                .map(layer -> layer.withStatisticsFrom(statistics + layer.firstStatistic()))
                .toList();
    }

    /** The trained parameters, layer by layer and tensor by tensor: ranges that lie side by side from 0 on. */
    public List<ParameterRange> ranges() {
        return placed().stream().flatMap(layer -> layer.ranges().stream()).toList();
    }

    /** Number of parameters of all layers: those that are trained and the running statistics. */
    public int parameterCount() {
        PlacedLayer last = last();
        return last.parametersEnd() + last.statisticsEnd();
    }

    /** Number of parameters that are trained. */
    public int trainableCount() {
        return last().parametersEnd();
    }

    private PlacedLayer last() {
        return place(inputWidth, layers).get(layers.size() - 1);
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
    public DenseSpec outputLayer() {
        return (DenseSpec) layers.get(layers.size() - 1);
    }

    /** The one walk over widths and places; running statistics are counted from 0. */
    private static List<PlacedLayer> place(int inputWidth, List<LayerSpec> layers) {
        List<PlacedLayer> placed = new ArrayList<>(layers.size());
        int width = inputWidth;
        int parameter = 0;
        int statistic = 0;
        ResidualBlocks blocks = new ResidualBlocks(layers.size());
        for (int i = 0; i < layers.size(); i++) {
            requireSpread(layers, width, i);
            LayerSpec layer = fitted(i == 0 ? layers.get(i) : behind(placed.get(i - 1), layers), layers, width, i);
            requireBlock(blocks, layers, width, i);
            requireRoom(layer, width, (long) parameter + statistic);
            PlacedLayer here =
                    new PlacedLayer(i, i == 0 ? PlacedLayer.INPUT : i - 1, layer, width, parameter, statistic);
            placed.add(here);
            parameter = here.parametersEnd();
            statistic = here.statisticsEnd();
            width = here.outputs();
        }
        return List.copyOf(placed);
    }

    private static void requireRoom(LayerSpec layer, int width, long before) {
        long count = 0;
        for (LayerTensor tensor : layer.tensors(width)) {
            count += tensor.count();
        }
        if (before + count > MOST_PARAMETERS) {
            throw new ConfigurationException("network.layers", "has more than 2^29 parameters; narrow the layers");
        }
    }

    private static void requireBlock(ResidualBlocks blocks, List<LayerSpec> layers, int width, int index) {
        try {
            blocks.next(width, layers.get(index).reach());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    ResidualBlocks.path(layers, index), Objects.requireNonNull(e.getMessage()));
        }
    }

    private static void requireSpread(List<LayerSpec> layers, int width, int index) {
        LayerSpec layer = layers.get(index);
        if (width < layer.leastInputs()) {
            throw new ConfigurationException(
                    ResidualBlocks.path(layers, index),
                    layer.kind() + " needs at least " + layer.leastInputs() + " units before it, of " + width
                            + " it leaves nothing; use " + BatchNormalizationSpec.KIND + " or leave it out");
        }
    }

    /** The next layer, if it may stand behind this one; it is about the columns that are left, if it is about columns. */
    private static LayerSpec behind(PlacedLayer before, List<LayerSpec> layers) {
        LayerSpec layer = layers.get(before.index() + 1);
        if (!layer.seesColumns()) {
            return layer;
        }
        OptionalInt columns = before.spec().columnsPassedOn(before.inputs());
        if (layer.columnsPassedOn(0).isPresent() || columns.isEmpty()) {
            throw new ConfigurationException(
                    ResidualBlocks.path(layers, before.index() + 1),
                    layer.kind() + " must be the first layer, which sees the columns; move it to the front");
        }
        return layer.amongFirst(columns.getAsInt());
    }

    private static LayerSpec fitted(LayerSpec layer, List<LayerSpec> layers, int width, int index) {
        if (!(layer instanceof DenseSpec dense) || dense.inputs() == width) {
            return layer.fitted(width);
        }
        if (dense.inputs() != 0) {
            String before =
                    index == 0 ? "the number of inputs that the features make" : "the output width of the layer before";
            throw new ConfigurationException(
                    ResidualBlocks.path(layers, index) + ".inputDim",
                    "must equal " + before + ", " + width + ", got " + dense.inputs());
        }
        return dense.fitted(width);
    }
}
