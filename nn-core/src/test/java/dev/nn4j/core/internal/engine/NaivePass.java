// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.api.Loss;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The gradient of a batch, computed as the contract words it and with no thought of speed: a chain of fma for each
 * element, sums over rows in blocks of 4096 that are added as a tree. For dense layers only.
 */
final class NaivePass {
    private static final int BLOCK = 4096;

    private final NetworkSpec spec;
    private final float[] parameters;
    private final int rows;
    private final float[] gradient;
    private final List<float[]> inputs = new ArrayList<>();
    private final List<float[]> logits = new ArrayList<>();
    private final List<float[]> activations = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>();

    NaivePass(NetworkSpec spec, float[] parameters, DataSet data) {
        this.spec = spec;
        this.parameters = parameters;
        this.rows = data.rows();
        this.gradient = new float[parameters.length];
        float[] x = data.inputs();
        int offset = 0;
        for (LayerSpec layer : spec.layers()) {
            x = forward((DenseSpec) layer, x, offset);
            offset += layer.parameterCount(((DenseSpec) layer).inputs());
        }
    }

    float[] outputs() {
        return activations.get(activations.size() - 1);
    }

    /** The gradient of Σ w·l / Σ w, by way of the activations (losses without a form over logits). */
    float[] gradient(Loss loss, DataSet data) {
        int width = spec.outputWidth();
        float[] da = new float[rows * width];
        loss.gradient(outputs(), data.targets(), da, 0, da.length, width);
        double weightSum = 0;
        for (int r = 0; r < rows; r++) {
            weightSum += data.weight(r);
        }
        for (int i = 0; i < da.length; i++) {
            da[i] *= (float) (data.weight(i / width) / weightSum);
        }
        for (int layer = spec.layers().size() - 1; layer >= 0; layer--) {
            da = backward((DenseSpec) spec.layers().get(layer), layer, da);
        }
        return gradient;
    }

    private float[] forward(DenseSpec layer, float[] x, int w) {
        int in = layer.inputs();
        int out = layer.outputs();
        float[] z = new float[rows * out];
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < out; j++) {
                float chain = layer.bias() ? parameters[w + in * out + j] : 0;
                for (int i = 0; i < in; i++) {
                    chain = Math.fma(x[r * in + i], parameters[w + i * out + j], chain);
                }
                z[r * out + j] = chain;
            }
        }
        float[] a = new float[z.length];
        layer.activation().forward(z, a, 0, z.length, out);
        inputs.add(x);
        logits.add(z);
        activations.add(a);
        offsets.add(w);
        return a;
    }

    private float[] backward(DenseSpec layer, int index, float[] da) {
        int in = layer.inputs();
        int out = layer.outputs();
        float[] dz = new float[da.length];
        layer.activation().backward(logits.get(index), activations.get(index), da, dz, 0, dz.length, out);
        int w = offsets.get(index);
        addGradient(layer, inputs.get(index), dz, w);
        float[] dx = new float[rows * in];
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < in; i++) {
                float chain = 0;
                for (int j = 0; j < out; j++) {
                    chain = Math.fma(dz[r * out + j], parameters[w + i * out + j], chain);
                }
                dx[r * in + i] = chain;
            }
        }
        return dx;
    }

    private void addGradient(DenseSpec layer, float[] x, float[] dz, int w) {
        int in = layer.inputs();
        int out = layer.outputs();
        int blocks = (rows + BLOCK - 1) / BLOCK;
        for (int j = 0; j < out; j++) {
            int unit = j;
            for (int i = 0; i < in; i++) {
                int input = i;
                gradient[w + i * out + j] =
                        tree(0, blocks, (row, chain) -> Math.fma(x[row * in + input], dz[row * out + unit], chain));
            }
            if (layer.bias()) {
                gradient[w + in * out + j] = tree(0, blocks, (row, sum) -> sum + dz[row * out + unit]);
            }
        }
    }

    private interface Chain {
        float next(int row, float before);
    }

    /** The sum of blocks, told from their numbers: the first half is as long a power of two as leaves something over. */
    private float tree(int first, int blocks, Chain chain) {
        if (blocks == 1) {
            float sum = 0;
            for (int row = first * BLOCK; row < Math.min(rows, (first + 1) * BLOCK); row++) {
                sum = chain.next(row, sum);
            }
            return sum;
        }
        int half = 1;
        while (2 * half < blocks) {
            half *= 2;
        }
        return tree(first, half, chain) + tree(first + half, blocks - half, chain);
    }
}
