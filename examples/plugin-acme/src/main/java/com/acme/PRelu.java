package com.acme;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.OnnxForm;
import dev.nn4j.api.Range;
import dev.nn4j.api.TrainedActivation;
import java.util.List;
import java.util.Optional;

/** a = z above 0 and slope · z below, the slope being trained, one for each unit (He et al. 2015). */
public record PRelu(double slope) implements TrainedActivation {
    private static final Hyperparameter<Double> SLOPE =
            Hyperparameter.number("slope", 0.25, Range.closed(-1, 1), "slope where z < 0, as training begins");

    public PRelu { SLOPE.check("acme:prelu", slope); }

    public PRelu() { this(SLOPE.defaultValue()); }

    @Override public String name() { return "acme:prelu"; }

    @Override public Hyperparameters hyperparameters() { return Hyperparameters.of(SLOPE, slope); }

    @Override public PRelu with(Hyperparameters values) { return new PRelu(values.get(SLOPE)); }

    @Override public List<Coefficient> coefficients() { return List.of(new Coefficient("slope", slope)); }

    @Override public void forward(float[] z, float[] p, float[] a, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            a[i] = z[i] < 0 ? p[i % width] * z[i] : z[i];
        }
    }

    @Override public void backward(float[] z, float[] p, float[] a, float[] da, float[] dz, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            dz[i] = z[i] < 0 ? p[i % width] * da[i] : da[i];
        }
    }

    @Override public void derivative(int k, float[] z, float[] p, float[] a, float[] d, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            d[i] = Math.min(z[i], 0);
        }
    }

    @Override public Optional<OnnxForm> onnx(List<String> coefficients) {
        return Optional.of((graph, z) -> graph.node("PRelu", z, coefficients.get(0)));
    }
}
