// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.layer;

import dev.nn4j.api.Activation;
import dev.nn4j.api.Clamp;
import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.internal.kernels.FixedWeights;
import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.internal.start.TrainingSample;
import dev.nn4j.core.internal.start.UnitStart;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.PlacedLayer;
import java.util.Optional;

/**
 * A fully connected layer.
 *
 * <pre>
 * forward    Z  = X·W + b      A = g(Z)
 * backward   dZ = g'(Z) ⊙ dA   dW = Xᵀ·dZ   db = Σ dZ   dX = dZ·Wᵀ
 * </pre>
 */
public final class DenseLayer extends Layer {
    /** So many rows tell how far z deviates. */
    private static final int ROWS_TO_START_FROM = 1 << 13;

    /** Rounds of the layer's stream that do not disturb that of the weights. */
    private static final int BIAS_ROUND = 1;

    private static final int START_ROUND = 2;

    private final Activation activation;
    private final DenseSpec spec;
    private final int weights;
    private final int bias;

    DenseLayer(PlacedLayer placed, DenseSpec spec) {
        super(placed);
        this.spec = spec;
        this.activation = spec.activation();
        this.weights = placed.firstParameter();
        this.bias = spec.bias() ? weights + inputs() * outputs() : Kernels.NO_BIAS;
    }

    @Override
    public void forward(WorkerContext context, float[] parameters, float[] x, float[] z, float[] a, int from, int to) {
        context.kernels()
                .affine(
                        x,
                        from * inputs(),
                        parameters,
                        weights,
                        bias,
                        z,
                        from * outputs(),
                        to - from,
                        inputs(),
                        outputs());
        activation.forward(z, a, from * outputs(), to * outputs(), outputs());
    }

    @Override
    public Optional<FixedLayer> fix(float[] parameters, Kernels kernels, boolean showsLogits) {
        Optional<Clamp> clamp = showsLogits ? Optional.empty() : activation.clamp();
        FixedWeights fixed = kernels.fix(parameters, weights, bias, inputs(), outputs(), clamp.orElse(Clamp.NONE));
        return Optional.of(new FixedDense(fixed, activation, clamp.isPresent()));
    }

    @Override
    public void activationGradient(float[] z, float[] a, float[] da, float[] dz, int from, int to) {
        activation.backward(z, a, da, dz, from * outputs(), to * outputs(), outputs());
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
        int first = (int) ((long) inputs() * worker / workers);
        int last = (int) ((long) inputs() * (worker + 1) / workers);
        context.kernels().weightGradient(x, dz, rows, gradient, begins, weights, inputs(), outputs(), first, last);
        if (spec.bias() && worker == workers - 1) {
            context.kernels().biasGradient(dz, rows, gradient, begins, bias, outputs());
        }
    }

    @Override
    public void backward(
            WorkerContext context, float[] parameters, float[] x, float[] z, float[] dz, float[] dx, int from, int to) {
        context.kernels()
                .inputGradient(
                        dz, from * outputs(), parameters, weights, dx, from * inputs(), to - from, inputs(), outputs());
    }

    @Override
    public void initialize(float[] parameters, long seed) {
        RandomStream random = RandomStream.of(seed, RandomStream.Purpose.INITIALIZATION, index(), 0);
        spec.initializer().initialize(parameters, weights, inputs(), outputs(), random);
        if (spec.bias() && spec.biasInitializer().isPresent()) {
            RandomStream own = RandomStream.of(seed, RandomStream.Purpose.INITIALIZATION, index(), BIAS_ROUND);
            spec.biasInitializer().get().initialize(parameters, bias, 1, outputs(), own);
        }
    }

    @Override
    int rowsToStartFrom() {
        return spec.initializer().startsFromData() ? ROWS_TO_START_FROM : 0;
    }

    @Override
    void start(WorkerContext context, float[] parameters, long seed, TrainingSample sample) {
        UnitStart units = new UnitStart(context.kernels(), parameters, weights, inputs(), outputs());
        if (spec.bias() && spec.biasInitializer().isEmpty()) {
            units.withBiases(sample, RandomStream.of(seed, RandomStream.Purpose.INITIALIZATION, index(), START_ROUND));
        } else {
            units.withoutBiases(sample);
        }
    }

    @Override
    public void penalize(float[] parameters, float[] gradient, float l1, float l2) {
        int end = weights + inputs() * outputs();
        if (l1 == 0) {
            for (int i = weights; i < end; i++) {
                gradient[i] += l2 * parameters[i];
            }
            return;
        }
        for (int i = weights; i < end; i++) {
            float w = parameters[i];
            gradient[i] += l2 * w + l1 * sign(w);
        }
    }

    /** Math.signum without a branch, so that the JVM makes vectors of it: the smallest float there is grows beyond 1. */
    public static float sign(float w) {
        return Math.max(-1, Math.min(1, w * 0x1p127f * 0x1p127f));
    }

    @Override
    public long work() {
        return (long) inputs() * outputs();
    }

    @Override
    public String describe() {
        return "layer " + (index() + 1) + " (dense, " + outputs() + (outputs() == 1 ? " unit, " : " units, ")
                + activation.name() + ")";
    }
}
