// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.activations;

import dev.nn4j.api.Activation;
import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.OnnxForm;
import dev.nn4j.api.OnnxGraph;
import dev.nn4j.api.Range;
import dev.nn4j.api.math.FloatMath;
import java.util.Map;
import java.util.Optional;

/**
 * The exponential linear unit (Clevert et al. 2016): {@code a = z} where z &gt; 0, else {@code alpha·(exp(z) − 1)};
 * g'(0) = alpha.
 *
 * @param alpha the value −a approaches as z falls, in [0, 1000]
 * @since 0.1.0
 */
public record Elu(double alpha) implements Activation {
    private static final Hyperparameter<Double> ALPHA =
            Hyperparameter.floatNumber("alpha", 1, Range.closed(0, 1000), "the value −a approaches as z falls");

    /** Checks alpha. */
    public Elu {
        ALPHA.check("elu", alpha);
    }

    /** With alpha = 1, where the slope has no jump. */
    public Elu() {
        this(ALPHA.defaultValue());
    }

    @Override
    public String name() {
        return "elu";
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.of(ALPHA, alpha);
    }

    @Override
    public Elu with(Hyperparameters values) {
        return new Elu(values.get(ALPHA));
    }

    @Override
    public String suitableInitializer() {
        return "he-normal";
    }

    @Override
    public Optional<OnnxForm> onnx() {
        return Optional.of(OnnxForm.of(this::elu, (graph, z) -> alpha == 1 ? celu(graph, z) : elu(graph, z)));
    }

    private String elu(OnnxGraph graph, String z) {
        return graph.node("Elu", Map.of("alpha", (float) alpha), z);
    }

    /** The same function only for the alpha of 1. */
    private static String celu(OnnxGraph graph, String z) {
        return graph.node("Celu", Map.of("alpha", 1f), z);
    }

    @Override
    public void forward(float[] z, float[] a, int from, int to, int width) {
        float scale = (float) alpha;
        Exponents.nonPositive(z, a, from, to);
        FloatMath.expm1(a, a, from, to);
        for (int i = from; i < to; i++) {
            a[i] = Math.max(z[i], 0f) + scale * a[i];
        }
    }

    /** g' = alpha·exp(z) for z ≤ 0, and not a + alpha, which would lose all digits in the tail. */
    @Override
    public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
        float scale = (float) alpha;
        Exponents.nonPositive(z, dz, from, to);
        FloatMath.exp(dz, dz, from, to);
        for (int i = from; i < to; i++) {
            float positive = FloatMath.unitStep(z[i]);
            dz[i] = da[i] * (positive + (1 - positive) * (scale * dz[i]));
        }
    }
}
