// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.core.internal.layer.Layer;
import dev.nn4j.core.internal.layer.Layers;
import java.util.Arrays;

/**
 * Measures, for whoever asks, how large each layer's parameters and gradients are. Summed in double, in the order of the
 * parameters; reads only.
 */
public final class NormMeter {
    private final Layers layers;
    private final double[] gradientSquares;
    private long steps;

    NormMeter(Layers layers) {
        this.layers = layers;
        this.gradientSquares = new double[layers.count()];
    }

    /** Takes the gradient of one more step in. */
    public void add(float[] gradient) {
        for (int layer = 0; layer < gradientSquares.length; layer++) {
            gradientSquares[layer] += squares(gradient, layers.get(layer));
        }
        steps++;
    }

    /** Number of layers; those that {@link #hasParameters} are worth asking for. */
    public int layers() {
        return layers.count();
    }

    /** Whether a layer has any parameters. */
    public boolean hasParameters(int layer) {
        return layers.get(layer).parameterCount() > 0;
    }

    /** The Euclidean norm of a layer's parameters. */
    public double parameterNorm(float[] parameters, int layer) {
        return Math.sqrt(squares(parameters, layers.get(layer)));
    }

    /** The root mean square of the norms of a layer's gradients since the last {@link #reset}; 0 before a step. */
    public double gradientNorm(int layer) {
        return steps == 0 ? 0 : Math.sqrt(gradientSquares[layer] / steps);
    }

    /** Forgets the gradients so far. */
    public void reset() {
        Arrays.fill(gradientSquares, 0);
        steps = 0;
    }

    private static double squares(float[] values, Layer layer) {
        double sum = 0;
        int end = layer.parametersFrom() + layer.parameterCount();
        for (int i = layer.parametersFrom(); i < end; i++) {
            sum += (double) values[i] * values[i];
        }
        return sum;
    }
}
