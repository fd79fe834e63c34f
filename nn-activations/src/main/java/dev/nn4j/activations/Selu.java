// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.activations;

import dev.nn4j.api.Activation;
import dev.nn4j.api.OnnxForm;
import dev.nn4j.api.math.FloatMath;
import java.util.Map;
import java.util.Optional;

/**
 * The scaled exponential linear unit: {@code a = λ·z} where z &gt; 0, else {@code λ·α·(exp(z) − 1)}. Its constants keep
 * activations at mean 0 and variance 1 from layer to layer (Klambauer et al. 2017).
 *
 * @since 0.1.0
 */
public record Selu() implements Activation {
    /** λ = 1.05070098735548049342. */
    private static final float LAMBDA = 1.050701f;

    private static final float ALPHA = 1.6732632f;

    /** λ·α with α = 1.67326324235437728482. */
    private static final float LAMBDA_ALPHA = 1.7580993f;

    @Override
    public String name() {
        return "selu";
    }

    @Override
    public String suitableInitializer() {
        return "lecun-normal";
    }

    @Override
    public Optional<OnnxForm> onnx() {
        return Optional.of((graph, z) -> graph.node("Selu", Map.of("alpha", ALPHA, "gamma", LAMBDA), z));
    }

    @Override
    public void forward(float[] z, float[] a, int from, int to, int width) {
        Exponents.nonPositive(z, a, from, to);
        FloatMath.expm1(a, a, from, to);
        for (int i = from; i < to; i++) {
            a[i] = LAMBDA * Math.max(z[i], 0f) + LAMBDA_ALPHA * a[i];
        }
    }

    @Override
    public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
        Exponents.nonPositive(z, dz, from, to);
        FloatMath.exp(dz, dz, from, to);
        for (int i = from; i < to; i++) {
            float positive = FloatMath.unitStep(z[i]);
            dz[i] = da[i] * (LAMBDA * positive + (1 - positive) * (LAMBDA_ALPHA * dz[i]));
        }
    }
}
