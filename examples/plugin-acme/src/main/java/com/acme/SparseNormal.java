package com.acme;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Initializer;
import dev.nn4j.api.Range;
import dev.nn4j.api.math.RandomStream;

/** Most weights begin at zero, the others normal, so that units begin different (after Martens 2010). */
public record SparseNormal(double density) implements Initializer {
    private static final Hyperparameter<Double> DENSITY =
            Hyperparameter.number("density", 0.25, Range.closed(0.001, 1), "share of weights that are not zero");

    public SparseNormal { DENSITY.check("acme:sparse-normal", density); }

    public SparseNormal() { this(DENSITY.defaultValue()); }

    @Override public String name() { return "acme:sparse-normal"; }

    @Override public Hyperparameters hyperparameters() { return Hyperparameters.of(DENSITY, density); }

    @Override public SparseNormal with(Hyperparameters values) { return new SparseNormal(values.get(DENSITY)); }

    @Override public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
        double deviation = Math.sqrt(1 / (density * fanIn));
        for (int i = from; i < from + fanIn * fanOut; i++) {
            w[i] = random.nextDouble() < density ? (float) (deviation * random.nextGaussian()) : 0;
        }
    }
}
