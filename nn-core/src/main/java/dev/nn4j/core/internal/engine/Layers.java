// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import java.util.ArrayList;
import java.util.List;

/** The layers of a network at work, from input to output. Immutable. */
public final class Layers {
    private final List<Layer> layers;
    private final int trainableCount;
    private final int parameterCount;
    private final long work;
    private final int widest;

    private Layers(List<Layer> layers, int trainableCount, int parameterCount) {
        this.layers = List.copyOf(layers);
        this.trainableCount = trainableCount;
        this.parameterCount = parameterCount;
        long multiplications = 0;
        int width = 0;
        for (Layer layer : layers) {
            multiplications += layer.work();
            width = Math.max(width, layer.outputs());
        }
        this.work = multiplications;
        this.widest = width;
    }

    /** Lays the trained parameters of the layers out one after another, and their running statistics behind them. */
    public static Layers of(NetworkSpec spec) {
        List<Layer> layers = new ArrayList<>();
        int parameters = 0;
        int statistics = spec.trainableCount();
        int width = spec.inputWidth();
        for (LayerSpec layer : spec.layers()) {
            layers.add(layer(layers.size(), layer, width, parameters, statistics));
            parameters += layer.parameterCount(width);
            statistics += layer.statisticCount(width);
            width = layer.outputs(width);
        }
        return new Layers(layers, parameters, statistics);
    }

    private static Layer layer(int index, LayerSpec spec, int width, int parameters, int statistics) {
        if (spec instanceof LayerSpec.Dense dense) {
            return new DenseLayer(index, dense, parameters);
        }
        if (spec instanceof LayerSpec.Dropout dropout) {
            return new DropoutLayer(index, dropout, width);
        }
        if (spec instanceof LayerSpec.BatchNormalization normalization) {
            return new BatchNormalizationLayer(index, normalization, width, parameters, statistics);
        }
        if (spec instanceof LayerSpec.LayerNormalization normalization) {
            return new LayerNormalizationLayer(index, normalization, width, parameters);
        }
        throw new IllegalStateException("no layer for " + spec.kind());
    }

    /** Makes room in the kernels for chunks of so many rows. */
    void reserve(Kernels kernels, int rows) {
        for (Layer layer : layers) {
            kernels.reserve(rows, layer.inputs(), layer.outputs());
        }
    }

    /** Fresh parameters, each layer's from its own stream of the seed. */
    public float[] initialParameters(long seed) {
        float[] parameters = new float[parameterCount];
        layers.forEach(layer -> layer.initialize(parameters, seed));
        return parameters;
    }

    int count() {
        return layers.size();
    }

    Layer get(int index) {
        return layers.get(index);
    }

    Layer last() {
        return layers.get(layers.size() - 1);
    }

    /** Width of the input. */
    public int inputs() {
        return layers.get(0).inputs();
    }

    /** Width of the output. */
    public int outputs() {
        return last().outputs();
    }

    /** Number of parameters that are trained; they come first. */
    int trainableCount() {
        return trainableCount;
    }

    /** The widest row that passes between layers. */
    int widest() {
        return widest;
    }

    /** Multiplications of one row through all layers. */
    long work() {
        return work;
    }
}
