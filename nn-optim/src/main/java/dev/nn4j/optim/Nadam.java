// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.optim;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Optimizer;
import dev.nn4j.api.Range;
import java.util.List;

/**
 * Adam with Nesterov momentum (Dozat 2016).
 *
 * <p>m and v are Adam's, with {@code g' = g + weightDecay·θ}. The momentum warms up: {@code μₖ = beta1·(1 −
 * 0.96^(k·momentumDecay)/2)}, {@code Πₖ = μ₁·…·μₖ}. Then {@code θ ← θ − η·((1 − μₖ)/(1 − Πₖ)·g' + μₖ₊₁/(1 −
 * Πₖ·μₖ·μₖ₊₁)·m) / (√v̂ + epsilon)} where {@code v̂ = v / (1 − beta2ᵏ)}.
 *
 * <p>The rule is that of PyTorch 1.13's NAdam, whose values nn4j is held to. Dozat and PyTorch 2 have {@code 1 − Πₖ·μₖ₊₁}
 * in the second denominator; parameters differ by about one part in ten thousand.
 *
 * @param beta1 share of m kept in a step and the limit of μ, in [0, 1)
 * @param beta2 share of v kept in a step, in [0, 1)
 * @param epsilon added to the denominator, greater than 0
 * @param weightDecay pull towards zero through the gradient, at least 0; on every parameter, biases too
 * @param momentumDecay how fast μ approaches beta1, at least 0
 * @since 0.1.0
 */
public record Nadam(double beta1, double beta2, double epsilon, double weightDecay, double momentumDecay)
        implements Optimizer {
    private static final String NAME = "nadam";
    private static final List<String> SCALARS = List.of("mu_product", "beta2_power");
    private static final Hyperparameter<Double> MOMENTUM_DECAY =
            Hyperparameter.number("momentumDecay", 0.004, Range.atLeast(0), "how fast the momentum approaches beta1");

    /**
     * With the given values.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public Nadam {
        Moments.BETA1.check(NAME, beta1);
        Moments.BETA2.check(NAME, beta2);
        Moments.EPSILON.check(NAME, epsilon);
        WeightDecay.COUPLED.check(NAME, weightDecay);
        MOMENTUM_DECAY.check(NAME, momentumDecay);
    }

    /** With the defaults: 0.9, 0.999, 1e-8, no weight decay, 0.004. */
    public Nadam() {
        this(
                Moments.BETA1.defaultValue(),
                Moments.BETA2.defaultValue(),
                Moments.EPSILON.defaultValue(),
                WeightDecay.COUPLED.defaultValue(),
                MOMENTUM_DECAY.defaultValue());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.of(Moments.BETA1, beta1)
                .and(Moments.BETA2, beta2)
                .and(Moments.EPSILON, epsilon)
                .and(WeightDecay.COUPLED, weightDecay)
                .and(MOMENTUM_DECAY, momentumDecay);
    }

    @Override
    public Nadam with(Hyperparameters values) {
        return new Nadam(
                values.get(Moments.BETA1),
                values.get(Moments.BETA2),
                values.get(Moments.EPSILON),
                values.get(WeightDecay.COUPLED),
                values.get(MOMENTUM_DECAY));
    }

    @Override
    public Nadam withWeightDecay(double value) {
        return new Nadam(beta1, beta2, epsilon, value, momentumDecay);
    }

    @Override
    public double defaultRate() {
        return 0.002;
    }

    @Override
    public List<String> stateArrays() {
        return Moments.ARRAYS;
    }

    @Override
    public List<String> stateScalars() {
        return SCALARS;
    }

    /** Π is a true product of unequal factors, the one scalar here that cannot be had from the step alone. */
    @Override
    public void prepare(double[] scalars, long step, double rate) {
        scalars[0] = mu(step) * (step == 1 ? 1 : scalars[0]);
        scalars[1] = Moments.power(beta2, step);
    }

    private double mu(long step) {
        return beta1 * (1 - 0.5 * StrictMath.pow(0.96, step * momentumDecay));
    }

    @Override
    public void update(
            float[] w, float[] g, float[][] arrays, double[] scalars, int from, int to, long step, double rate) {
        float[] m = arrays[0];
        float[] v = arrays[1];
        double nextMu = mu(step + 1);
        float gradientRate = (float) (rate * (1 - mu(step)) / (1 - scalars[0]));
        float meanRate = (float) (rate * nextMu / (1 - scalars[0] * mu(step) * nextMu));
        float root = Moments.rootCorrection(scalars[1]);
        float keepMean = (float) beta1;
        float takeMean = (float) (1 - beta1);
        float keepSquare = (float) beta2;
        float takeSquare = (float) (1 - beta2);
        float eps = (float) epsilon;
        float decay = (float) weightDecay;
        for (int i = from; i < to; i++) {
            float gradient = g[i] + decay * w[i];
            float mean = keepMean * m[i] + takeMean * gradient;
            float square = keepSquare * v[i] + takeSquare * gradient * gradient;
            m[i] = mean;
            v[i] = square;
            w[i] -= (gradientRate * gradient + meanRate * mean) / ((float) Math.sqrt(square) * root + eps);
        }
    }
}
