package com.acme;

import dev.nn4j.api.Activation;
import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Range;
import dev.nn4j.api.math.FloatMath;

/** a = 1.7159 · tanh(slope · z), which with slope 2/3 keeps activations near variance 1 (LeCun et al. 1998). */
public record ScaledTanh(double slope) implements Activation {
    private static final float HEIGHT = 1.7159f;
    private static final Hyperparameter<Double> SLOPE =
            Hyperparameter.number("slope", 2.0 / 3, Range.closed(0.01, 100), "how fast it saturates");

    public ScaledTanh { SLOPE.check("acme:scaled-tanh", slope); }

    public ScaledTanh() { this(SLOPE.defaultValue()); }

    @Override public String name() { return "acme:scaled-tanh"; }

    @Override public Hyperparameters hyperparameters() { return Hyperparameters.of(SLOPE, slope); }

    @Override public ScaledTanh with(Hyperparameters values) { return new ScaledTanh(values.get(SLOPE)); }

    @Override public void forward(float[] z, float[] a, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            a[i] = HEIGHT * FloatMath.tanh((float) slope * z[i]);
        }
    }

    @Override public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            float t = a[i] / HEIGHT;
            dz[i] = HEIGHT * (float) slope * (1 - t * t) * da[i];
        }
    }
}
