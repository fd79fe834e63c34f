package com.acme;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Loss;
import dev.nn4j.api.Range;
import dev.nn4j.api.TargetKind;

/** Smooth everywhere, squared near zero, linear far away: delta² · (√(1 + (e/delta)²) − 1), e = y − t. */
public record PseudoHuber(double delta) implements Loss {
    private static final Hyperparameter<Double> DELTA =
            Hyperparameter.number("delta", 1, Range.closed(1e-6, 1e6), "error where it becomes linear");

    public PseudoHuber { DELTA.check("acme:pseudo-huber", delta); }

    public PseudoHuber() { this(DELTA.defaultValue()); }

    @Override public String name() { return "acme:pseudo-huber"; }
    @Override public TargetKind targets() { return TargetKind.NUMBERS; }
    @Override public Hyperparameters hyperparameters() { return Hyperparameters.of(DELTA, delta); }
    @Override public PseudoHuber with(Hyperparameters values) { return new PseudoHuber(values.get(DELTA)); }

    private double root(double e) { return Math.sqrt(1 + e / delta * (e / delta)); }

    @Override public void loss(float[] y, float[] t, double[] rowLoss, int from, int to, int width) {
        for (int row = from; row < to; row += width) {
            double sum = 0;
            for (int i = row; i < row + width; i++) {
                double e = (double) y[i] - t[i];
                sum += e * e / (root(e) + 1); // the same value without cancellation
            }
            rowLoss[row / width] = sum / width;
        }
    }

    @Override public void gradient(float[] y, float[] t, float[] dy, int from, int to, int width) {
        for (int i = from; i < to; i++) dy[i] = (float) (((double) y[i] - t[i]) / root((double) y[i] - t[i]) / width);
    }
}
