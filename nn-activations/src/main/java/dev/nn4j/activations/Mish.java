// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.activations;

import dev.nn4j.api.Activation;
import dev.nn4j.api.OnnxForm;
import dev.nn4j.api.math.FloatMath;
import java.util.Optional;

/**
 * Mish, {@code a = z·tanh(softplus(z))} (Misra 2019).
 *
 * <p>With e = exp(z) and n = e·(e + 2), tanh(log(1 + e)) = n/(n + 2): one exponential, and no cancellation for z below
 * zero. From z = 20 on, where tanh is 1 in float, e stays at exp(20) lest its powers overflow.
 *
 * @since 0.1.0
 */
public record Mish() implements Activation {
    /** The operator set that brought Mish. */
    private static final int ONNX_MISH = 18;

    private static final float SATURATED = 20f;

    @Override
    public String name() {
        return "mish";
    }

    @Override
    public String suitableInitializer() {
        return "he-normal";
    }

    @Override
    public Optional<OnnxForm> onnx() {
        return Optional.of((graph, z) -> graph.opset() >= ONNX_MISH
                ? graph.node("Mish", z)
                : graph.node("Mul", z, graph.node("Tanh", graph.node("Softplus", z))));
    }

    @Override
    public void forward(float[] z, float[] a, int from, int to, int width) {
        exponential(z, a, from, to);
        for (int i = from; i < to; i++) {
            float n = a[i] * (a[i] + 2);
            a[i] = z[i] * (n / (n + 2));
        }
    }

    /** g' = t + z·t' with t = n/(n + 2) and t' = 4·e·(1 + e)/(n + 2)². */
    @Override
    public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
        exponential(z, dz, from, to);
        for (int i = from; i < to; i++) {
            float e = dz[i];
            float n = e * (e + 2);
            float slope = 4 * e * (1 + e) / ((n + 2) * (n + 2));
            dz[i] = da[i] * (n / (n + 2) + Math.min(z[i], SATURATED) * slope);
        }
    }

    private static void exponential(float[] z, float[] e, int from, int to) {
        for (int i = from; i < to; i++) {
            e[i] = Math.min(z[i], SATURATED);
        }
        FloatMath.exp(e, e, from, to);
    }
}
