// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.network.LayerSpec;
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
    private final LayerSpec.LayerNormalization spec;
    private final int scale;
    private final int shift;

    /**
     * A layer.
     *
     * @param scale index of γ in the network's parameters; β follows it
     */
    LayerNormalizationLayer(int index, LayerSpec.LayerNormalization spec, int width, int scale) {
        super(index, width, width);
        this.spec = spec;
        this.scale = scale;
        this.shift = scale + width;
    }

    @Override
    void forward(Lane lane, float[] parameters, float[] x, float[] z, float[] a, int from, int to) {
        forward(parameters, x, z, a, from, to);
    }

    /** The same in training and prediction. */
    void forward(float[] parameters, float[] x, float[] z, float[] a, int from, int to) {
        for (int row = from; row < to; row++) {
            int at = row * outputs();
            float inverseDeviation = centre(x, z, at);
            for (int j = 0; j < outputs(); j++) {
                z[at + j] *= inverseDeviation;
                a[at + j] = Math.fma(parameters[scale + j], z[at + j], parameters[shift + j]);
            }
        }
    }

    /** Writes x − μ for the row that begins at an index; returns 1/√(σ² + ε). */
    private float centre(float[] x, float[] centred, int at) {
        int end = at + outputs();
        float mean = (float) (RowSums.sum(x, at, end) / outputs());
        for (int i = at; i < end; i++) {
            centred[i] = x[i] - mean;
        }
        double variance = RowSums.dot(centred, centred, at, end) / outputs();
        return (float) (1 / Math.sqrt(variance + spec.epsilon()));
    }

    @Override
    Optional<FixedLayer> fix(float[] parameters, Kernels kernels, boolean showsLogits) {
        return Optional.of(new FixedLayerNormalization(this, parameters));
    }

    @Override
    void activationGradient(float[] z, float[] a, float[] da, float[] dz, int from, int to) {
        System.arraycopy(da, from * outputs(), dz, from * outputs(), (to - from) * outputs());
    }

    @Override
    void backward(Lane lane, float[] parameters, float[] x, float[] z, float[] dz, float[] dx, int from, int to) {
        for (int row = from; row < to; row++) {
            int at = row * outputs();
            int end = at + outputs();
            float inverseDeviation = centre(x, dx, at);
            for (int j = 0; j < outputs(); j++) {
                dx[at + j] = parameters[scale + j] * dz[at + j];
            }
            float mean = (float) (RowSums.sum(dx, at, end) / outputs());
            float meanProduct = (float) (RowSums.dot(dx, z, at, end) / outputs());
            for (int i = at; i < end; i++) {
                dx[i] = inverseDeviation * Math.fma(-z[i], meanProduct, dx[i] - mean);
            }
        }
    }

    @Override
    void gradient(
            Lane lane,
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
                gradient[scale + j] = Math.fma(dz[at + j], z[at + j], gradient[scale + j]);
                gradient[shift + j] += dz[at + j];
            }
        }
    }

    @Override
    void initialize(float[] parameters, long seed) {
        Arrays.fill(parameters, scale, shift, 1);
    }

    @Override
    void penalize(float[] parameters, float[] gradient, float l1, float l2) {
        // scales and shifts are no weights
    }

    @Override
    int parametersFrom() {
        return scale;
    }

    @Override
    int parameterCount() {
        return spec.parameterCount(outputs());
    }

    @Override
    long work() {
        return outputs();
    }

    @Override
    String describe() {
        return "layer " + (index() + 1) + " (" + spec.kind() + ")";
    }
}
