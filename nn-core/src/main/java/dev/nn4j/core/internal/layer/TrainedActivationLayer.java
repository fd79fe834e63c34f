// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.layer;

import dev.nn4j.api.TrainedActivation;
import dev.nn4j.api.internal.math.Fma;
import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.internal.work.Workers;
import dev.nn4j.core.network.PlacedLayer;
import java.util.Arrays;
import java.util.Optional;

/**
 * An activation with coefficients p of its own. Its z is a, kept for the way back.
 *
 * <pre>
 * forward    A = g(X; p)
 * backward   dp_k = Σ dA ⊙ ∂g/∂p_k      dX = g'(X; p) ⊙ dA
 * </pre>
 *
 * Sums over rows are taken in the order of the rows, one fused multiply-add after the other.
 */
final class TrainedActivationLayer extends Layer {
    private final TrainedActivation activation;
    private final int count;
    private final int first;

    TrainedActivationLayer(PlacedLayer placed, TrainedActivation activation) {
        super(placed);
        this.activation = activation;
        this.count = placed.parameterCount();
        this.first = placed.firstParameter();
    }

    @Override
    public void forward(WorkerContext context, float[] parameters, float[] x, float[] z, float[] a, int from, int to) {
        int begin = from * outputs();
        float[] p = context.copyOf(parameters, first, count);
        activation.forward(x, p, a, begin, to * outputs(), outputs());
        System.arraycopy(a, begin, z, begin, (to - from) * outputs());
    }

    @Override
    public Optional<FixedLayer> fix(float[] parameters, Kernels kernels, boolean showsLogits) {
        float[] p = Arrays.copyOfRange(parameters, first, first + count);
        return Optional.of((own, x, z, a, rows) -> activation.forward(x, p, a, 0, rows * outputs(), outputs()));
    }

    @Override
    public void backward(
            WorkerContext context, float[] parameters, float[] x, float[] z, float[] dz, float[] dx, int from, int to) {
        float[] p = context.copyOf(parameters, first, count);
        activation.backward(x, p, z, dz, dx, from * outputs(), to * outputs(), outputs());
    }

    /** Each worker has coefficients of its own. */
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
        int width = outputs();
        int last = Workers.share(count / width, worker + 1, workers);
        for (int k = Workers.share(count / width, worker, workers); k < last; k++) {
            float[] d = context.row(rows * width);
            activation.derivative(k, x, context.copyOf(parameters, first, count), z, d, 0, rows * width, width);
            int at = first + k * width;
            if (begins) {
                Arrays.fill(gradient, at, at + width, 0);
            }
            for (int row = 0; row < rows; row++) {
                for (int j = 0; j < width; j++) {
                    gradient[at + j] = Fma.of(dz[row * width + j], d[row * width + j], gradient[at + j]);
                }
            }
        }
    }

    @Override
    void initialize(float[] parameters, long seed) {
        System.arraycopy(activation.start(outputs()), 0, parameters, first, count);
    }

    @Override
    public String describe() {
        return "layer " + (index() + 1) + " (activation, " + activation.name() + ")";
    }
}
