// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.layer;

import dev.nn4j.api.internal.math.Fma;
import dev.nn4j.api.math.DoubleRowSums;
import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.internal.work.Workers;
import dev.nn4j.core.network.LayerNormalizationSpec;
import dev.nn4j.core.network.PlacedLayer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Layer normalisation (Ba, Kiros and Hinton 2016). μ and σ² are taken over the n units of a row; its z is x normalised.
 *
 * <pre>
 * forward    Z  = (X − μ)/√(σ² + ε)          A = γ ⊙ Z + β
 * backward   dZ = dA     dγ = Σ dZ ⊙ Z       dβ = Σ dZ
 *            G  = γ ⊙ dZ                     dX = (G − mean(G) − Z ⊙ mean(G ⊙ Z))/√(σ² + ε)
 * </pre>
 */
final class LayerNormalizationLayer extends Layer {
    private final LayerNormalizationSpec spec;
    private final int scale;
    private final int shift;

    LayerNormalizationLayer(PlacedLayer placed, LayerNormalizationSpec spec) {
        super(placed);
        this.spec = spec;
        this.scale = placed.firstParameter();
        this.shift = scale + inputs();
    }

    @Override
    public void forward(WorkerContext context, float[] parameters, float[] x, float[] z, float[] a, int from, int to) {
        forward(parameters, x, z, a, from, to);
    }

    /** The same in training and prediction. */
    void forward(float[] parameters, float[] x, float[] z, float[] a, int from, int to) {
        for (int row = from; row < to; row++) {
            int at = row * outputs();
            float inverseDeviation = centre(x, z, at);
            for (int j = 0; j < outputs(); j++) {
                z[at + j] *= inverseDeviation;
                a[at + j] = Fma.of(parameters[scale + j], z[at + j], parameters[shift + j]);
            }
        }
    }

    /** Writes x − μ for the row that begins at an index; returns 1/√(σ² + ε). */
    private float centre(float[] x, float[] centred, int at) {
        int end = at + outputs();
        float mean = (float) (DoubleRowSums.sum(x, at, end) / outputs());
        for (int i = at; i < end; i++) {
            centred[i] = x[i] - mean;
        }
        double variance = DoubleRowSums.dot(centred, centred, at, end) / outputs();
        return (float) (1 / Math.sqrt(variance + spec.epsilon()));
    }

    @Override
    public Optional<FixedLayer> fix(float[] parameters, Kernels kernels, boolean showsLogits) {
        return Optional.of(new FixedLayerNormalization(this, parameters));
    }

    @Override
    public void backward(
            WorkerContext context, float[] parameters, float[] x, float[] z, float[] dz, float[] dx, int from, int to) {
        for (int row = from; row < to; row++) {
            int at = row * outputs();
            int end = at + outputs();
            float inverseDeviation = centre(x, dx, at);
            for (int j = 0; j < outputs(); j++) {
                dx[at + j] = parameters[scale + j] * dz[at + j];
            }
            float mean = (float) (DoubleRowSums.sum(dx, at, end) / outputs());
            float meanProduct = (float) (DoubleRowSums.dot(dx, z, at, end) / outputs());
            for (int i = at; i < end; i++) {
                dx[i] = inverseDeviation * Fma.of(-z[i], meanProduct, dx[i] - mean);
            }
        }
    }

    @Override
    public void gradient(
            WorkerContext context,
            float[] parameters,
            float[] x,
            float[] z,
            float[] dz,
            int rows,
            float[] gradient,
            boolean begins,
            int worker,
            int workers) {
        int first = Workers.share(outputs(), worker, workers);
        int last = Workers.share(outputs(), worker + 1, workers);
        if (begins) {
            Arrays.fill(gradient, scale + first, scale + last, 0);
            Arrays.fill(gradient, shift + first, shift + last, 0);
        }
        for (int row = 0; row < rows; row++) {
            int at = row * outputs();
            for (int j = first; j < last; j++) {
                gradient[scale + j] = Fma.of(dz[at + j], z[at + j], gradient[scale + j]);
                gradient[shift + j] += dz[at + j];
            }
        }
    }

    @Override
    public void initialize(float[] parameters, long seed) {
        Arrays.fill(parameters, scale, shift, 1);
    }
}
