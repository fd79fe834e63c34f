// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.api.Activation;
import dev.nn4j.api.Clamp;
import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.internal.kernels.FixedWeights;
import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.network.LayerSpec;
import java.util.Optional;

/**
 * A fully connected layer.
 *
 * <pre>
 * forward    Z  = X·W + b      A = g(Z)
 * backward   dZ = g'(Z) ⊙ dA   dW = Xᵀ·dZ   db = Σ dZ   dX = dZ·Wᵀ
 * </pre>
 */
final class DenseLayer extends Layer {
    private final Activation activation;
    private final LayerSpec.Dense spec;
    private final int weights;
    private final int bias;

    /**
     * A layer.
     *
     * @param weights index of W in the network's parameters; b follows it
     */
    DenseLayer(int index, LayerSpec.Dense spec, int weights) {
        super(index, spec.inputs(), spec.outputs());
        this.spec = spec;
        this.activation = spec.activation();
        this.weights = weights;
        this.bias = spec.bias() ? weights + inputs() * outputs() : Kernels.NO_BIAS;
    }

    @Override
    void forward(Lane lane, float[] parameters, float[] x, float[] z, float[] a, int from, int to) {
        lane.kernels()
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
    Optional<FixedLayer> fix(float[] parameters, Kernels kernels, boolean showsLogits) {
        Optional<Clamp> clamp = showsLogits ? Optional.empty() : activation.clamp();
        FixedWeights fixed = kernels.fix(parameters, weights, bias, inputs(), outputs(), clamp.orElse(Clamp.NONE));
        return Optional.of(new FixedDense(fixed, activation, clamp.isPresent()));
    }

    @Override
    void activationGradient(float[] z, float[] a, float[] da, float[] dz, int from, int to) {
        activation.backward(z, a, da, dz, from * outputs(), to * outputs(), outputs());
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
        int first = (int) ((long) inputs() * worker / workers);
        int last = (int) ((long) inputs() * (worker + 1) / workers);
        lane.kernels().weightGradient(x, dz, rows, gradient, begins, weights, inputs(), outputs(), first, last);
        if (spec.bias() && worker == workers - 1) {
            lane.kernels().biasGradient(dz, rows, gradient, begins, bias, outputs());
        }
    }

    @Override
    void backward(Lane lane, float[] parameters, float[] x, float[] z, float[] dz, float[] dx, int from, int to) {
        lane.kernels()
                .inputGradient(
                        dz, from * outputs(), parameters, weights, dx, from * inputs(), to - from, inputs(), outputs());
    }

    @Override
    void initialize(float[] parameters, long seed) {
        RandomStream random = RandomStream.of(seed, RandomStream.Purpose.INITIALIZATION, index(), 0);
        spec.initializer().initialize(parameters, weights, inputs(), outputs(), random);
    }

    @Override
    void penalize(float[] parameters, float[] gradient, float l1, float l2) {
        int end = weights + inputs() * outputs();
        for (int i = weights; i < end; i++) {
            gradient[i] += l2 * parameters[i] + l1 * Math.signum(parameters[i]);
        }
    }

    @Override
    int parametersFrom() {
        return weights;
    }

    @Override
    int parameterCount() {
        return spec.parameterCount(inputs());
    }

    @Override
    long work() {
        return (long) inputs() * outputs();
    }

    @Override
    String describe() {
        return "layer " + (index() + 1) + " (dense, " + outputs() + (outputs() == 1 ? " unit, " : " units, ")
                + activation.name() + ")";
    }
}
