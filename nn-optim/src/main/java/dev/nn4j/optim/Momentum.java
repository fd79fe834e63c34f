// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.optim;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Optimizer;
import dev.nn4j.api.Range;
import java.util.List;

/**
 * Gradient descent with momentum (Polyak 1964; Nesterov 1983 in the form of Sutskever et al. 2013).
 *
 * <p>With {@code g' = g + weightDecay·θ}: {@code u ← momentum·u + g'}, then {@code θ ← θ − η·u}, or with nesterov
 * {@code θ ← θ − η·(g' + momentum·u)}. The velocity u does not contain the rate, as in PyTorch, so that a schedule
 * acts at once.
 *
 * @param momentum share of the velocity kept in a step, in [0, 1)
 * @param nesterov whether to look one velocity ahead
 * @param weightDecay pull towards zero, at least 0; on every parameter, biases too
 * @since 0.1.0
 */
public record Momentum(double momentum, boolean nesterov, double weightDecay) implements Optimizer {
    private static final String NAME = "momentum";
    private static final List<String> ARRAYS = List.of("velocity");
    private static final Hyperparameter<Double> MOMENTUM =
            Hyperparameter.floatNumber("momentum", 0.9, Range.closedOpen(0, 1), "share of the velocity kept in a step");
    private static final Hyperparameter<Boolean> NESTEROV =
            Hyperparameter.flag("nesterov", false, "look one velocity ahead");

    /**
     * With the given values.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public Momentum {
        MOMENTUM.check(NAME, momentum);
        WeightDecay.COUPLED.check(NAME, weightDecay);
    }

    /** With the defaults: 0.9, not Nesterov's, no weight decay. */
    public Momentum() {
        this(MOMENTUM.defaultValue(), NESTEROV.defaultValue(), WeightDecay.COUPLED.defaultValue());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.of(MOMENTUM, momentum).and(NESTEROV, nesterov).and(WeightDecay.COUPLED, weightDecay);
    }

    @Override
    public Momentum with(Hyperparameters values) {
        return new Momentum(values.get(MOMENTUM), values.get(NESTEROV), values.get(WeightDecay.COUPLED));
    }

    @Override
    public Momentum withWeightDecay(double value) {
        return new Momentum(momentum, nesterov, value);
    }

    @Override
    public double defaultRate() {
        return 0.01;
    }

    @Override
    public List<String> stateArrays() {
        return ARRAYS;
    }

    @Override
    public void update(
            float[] w, float[] g, float[][] arrays, double[] scalars, int from, int to, long step, double rate) {
        if (nesterov) {
            lookAhead(w, g, arrays[0], from, to, (float) rate);
        } else {
            follow(w, g, arrays[0], from, to, (float) rate);
        }
    }

    private void follow(float[] w, float[] g, float[] u, int from, int to, float eta) {
        float mu = (float) momentum;
        float decay = (float) weightDecay;
        for (int i = from; i < to; i++) {
            float velocity = mu * u[i] + (g[i] + decay * w[i]);
            u[i] = velocity;
            w[i] -= eta * velocity;
        }
    }

    private void lookAhead(float[] w, float[] g, float[] u, int from, int to, float eta) {
        float mu = (float) momentum;
        float decay = (float) weightDecay;
        for (int i = from; i < to; i++) {
            float gradient = g[i] + decay * w[i];
            float velocity = mu * u[i] + gradient;
            u[i] = velocity;
            w[i] -= eta * (gradient + mu * velocity);
        }
    }
}
