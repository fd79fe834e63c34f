package com.acme;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Optimizer;
import dev.nn4j.api.Range;
import java.util.List;

/** Steps by the sign of a momentum, so that every parameter moves equally far (Chen et al. 2023). */
public record Lion(double beta1, double beta2) implements Optimizer {
    private static final Hyperparameter<Double> BETA1 =
            Hyperparameter.number("beta1", 0.9, Range.closedOpen(0, 1), "share of the momentum in a step");
    private static final Hyperparameter<Double> BETA2 =
            Hyperparameter.number("beta2", 0.99, Range.closedOpen(0, 1), "share of the momentum that is kept");

    public Lion {
        BETA1.check("acme:lion", beta1);
        BETA2.check("acme:lion", beta2);
    }

    public Lion() { this(BETA1.defaultValue(), BETA2.defaultValue()); }

    @Override public String name() { return "acme:lion"; }
    @Override public double defaultRate() { return 0.001; }
    @Override public List<String> stateArrays() { return List.of("momentum"); }
    @Override public Hyperparameters hyperparameters() { return Hyperparameters.of(BETA1, beta1).and(BETA2, beta2); }
    @Override public Lion with(Hyperparameters values) { return new Lion(values.get(BETA1), values.get(BETA2)); }

    @Override public void update(
            float[] w, float[] g, float[][] arrays, double[] scalars, int from, int to, long step, double rate) {
        float[] momentum = arrays[0];
        for (int i = from; i < to; i++) {
            w[i] -= (float) rate * Math.signum((float) (beta1 * momentum[i] + (1 - beta1) * g[i]));
            momentum[i] = (float) (beta2 * momentum[i] + (1 - beta2) * g[i]);
        }
    }
}
