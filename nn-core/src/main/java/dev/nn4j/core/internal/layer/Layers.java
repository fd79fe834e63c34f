// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.layer;

import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.network.ActivationSpec;
import dev.nn4j.core.network.BatchNormalizationSpec;
import dev.nn4j.core.network.CategoryEmbeddingSpec;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.DropoutSpec;
import dev.nn4j.core.network.LayerNormalizationSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.NumericEmbeddingSpec;
import dev.nn4j.core.network.ParametricSpec;
import dev.nn4j.core.network.PeriodicEmbeddingSpec;
import dev.nn4j.core.network.PlacedLayer;
import dev.nn4j.core.network.ResidualSpec;
import dev.nn4j.core.network.ScaleSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The layers of a network at work, from input to output. Immutable. */
public final class Layers {
    private final List<Layer> layers;
    private final int trainableCount;
    private final int parameterCount;
    private final long work;
    private final int widest;
    private final int[][] residuals;

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
        this.residuals = residuals(this.layers);
    }

    private static int[][] residuals(List<Layer> layers) {
        int[][] residuals = new int[layers.size()][0];
        for (Layer end : layers) {
            if (end.skip() >= 0) {
                int[] before = residuals[end.skip()];
                residuals[end.skip()] = Arrays.copyOf(before, before.length + 1);
                residuals[end.skip()][before.length] = end.index();
            }
        }
        return residuals;
    }

    /** The trained parameters of the layers lie one after another, and their running statistics behind them. */
    public static Layers of(NetworkSpec spec) {
        List<Layer> layers = new ArrayList<>();
        for (PlacedLayer placed : spec.placed()) {
            layers.add(placed.spec().match(new AtWork(placed)));
        }
        return new Layers(layers, spec.trainableCount(), spec.parameterCount());
    }

    /** The layer that a description describes. */
    private record AtWork(PlacedLayer placed) implements LayerSpec.Cases<Layer> {
        @Override
        public Layer dense(DenseSpec spec) {
            return new DenseLayer(placed, spec);
        }

        @Override
        public Layer dropout(DropoutSpec spec) {
            return new DropoutLayer(placed, spec);
        }

        @Override
        public Layer batchNormalization(BatchNormalizationSpec spec) {
            return new BatchNormalizationLayer(placed, spec);
        }

        @Override
        public Layer layerNormalization(LayerNormalizationSpec spec) {
            return new LayerNormalizationLayer(placed, spec);
        }

        @Override
        public Layer activation(ActivationSpec spec) {
            return spec.activation()
                    .trained()
                    .<Layer>map(trained -> new TrainedActivationLayer(placed, trained))
                    .orElseGet(() -> new ActivationLayer(placed, spec));
        }

        @Override
        public Layer scale(ScaleSpec spec) {
            return new ScaleLayer(placed);
        }

        @Override
        public Layer numericEmbedding(NumericEmbeddingSpec spec) {
            return new NumericEmbeddingLayer(placed, spec);
        }

        @Override
        public Layer periodicEmbedding(PeriodicEmbeddingSpec spec) {
            return new PeriodicEmbeddingLayer(placed, spec);
        }

        @Override
        public Layer residual(ResidualSpec spec) {
            return new ResidualLayer(placed);
        }

        @Override
        public Layer categoryEmbedding(CategoryEmbeddingSpec spec) {
            return new CategoryEmbeddingLayer(placed, spec);
        }

        @Override
        public Layer parametric(ParametricSpec spec) {
            return new ParametricLayer(placed, spec);
        }
    }

    /** Makes room in the kernels for chunks of so many rows. */
    public void reserve(Kernels kernels, int rows) {
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

    /** Whether some layer begins with rows of the data. */
    public boolean startFromData() {
        return layers.stream().anyMatch(layer -> layer.rowsToStartFrom() > 0);
    }

    /**
     * Changes fresh parameters to what the layers begin with when a training begins on this data. What comes of it depends
     * on the data and the seed alone.
     */
    public void start(float[] parameters, DataSet data, long seed, Kernels kernels, Cancellation cancellation) {
        new DataStart(this, parameters, data, seed, kernels, cancellation).run();
    }

    /** Makes of the sums over all rows of a batch the gradient. */
    public void finish(float[] gradient) {
        for (int i = 0; i < layers.size(); i++) { // an iterator would be garbage of every step
            layers.get(i).finish(gradient);
        }
    }

    public int count() {
        return layers.size();
    }

    public Layer get(int index) {
        return layers.get(index);
    }

    /** The ends of residual blocks to which a layer's output is added, ascending. */
    public int[] residualsOf(int index) {
        return residuals[index];
    }

    public Layer last() {
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
    public int trainableCount() {
        return trainableCount;
    }

    /** The widest row that passes between layers. */
    public int widest() {
        return widest;
    }

    /** Multiplications of one row through all layers. */
    public long work() {
        return work;
    }
}
