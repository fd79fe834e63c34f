// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.activations;

import dev.nn4j.api.Activation;
import dev.nn4j.api.OnnxForm;
import dev.nn4j.api.OnnxGraph;
import dev.nn4j.api.math.FloatMath;
import java.util.Map;
import java.util.Optional;

/**
 * The tanh approximation of {@link Gelu}: {@code a = z·(1 + tanh u)/2} with {@code u = √(2/π)·(z + 0.044715·z³)}
 * (Hendrycks and Gimpel 2016).
 *
 * <p>Computed as {@code z·σ(2u)}, the same function, because 1 + tanh u cancels for z below zero.
 *
 * @since 0.1.0
 */
public record GeluTanh() implements Activation {
    /** 2·√(2/π). */
    private static final float LINEAR = 1.5957692f;
    /** 2·√(2/π)·0.044715. */
    private static final float CUBIC = 0.071354814f;
    /** From here on σ(2u) is 0 or 1 in float, and powers of z must not overflow against it. */
    private static final float SATURATED = 16f;

    @Override
    public String name() {
        return "gelu-tanh";
    }

    @Override
    public String suitableInitializer() {
        return "he-normal";
    }

    @Override
    public Optional<OnnxForm> onnx() {
        return Optional.of((graph, z) -> graph.opset() >= Gelu.ONNX_GELU
                ? graph.node("Gelu", Map.of("approximate", "tanh"), z)
                : Gelu.gated(graph, z, graph.node("Tanh", inner(graph, z))));
    }

    /** √(2/π)·(z + 0.044715·z³). */
    private static String inner(OnnxGraph graph, String z) {
        String cube = graph.node("Mul", z, graph.node("Mul", z, z));
        String bent = graph.node("Add", z, graph.node("Mul", cube, graph.constant(0.044715f)));
        return graph.node("Mul", bent, graph.constant(LINEAR / 2));
    }

    @Override
    public void forward(float[] z, float[] a, int from, int to, int width) {
        gate(z, a, from, to);
        for (int i = from; i < to; i++) {
            a[i] *= z[i];
        }
    }

    /** g' = s + z·s·(1 − s)·2u' with s = σ(2u). */
    @Override
    public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
        gate(z, dz, from, to);
        for (int i = from; i < to; i++) {
            float x = clamp(z[i]);
            float s = dz[i];
            float slope = LINEAR + 3 * CUBIC * x * x;
            dz[i] = da[i] * (s * (1 + x * (1 - s) * slope));
        }
    }

    /** σ(2u). */
    private static void gate(float[] z, float[] s, int from, int to) {
        for (int i = from; i < to; i++) {
            float x = clamp(z[i]);
            s[i] = x * (LINEAR + CUBIC * x * x);
        }
        FloatMath.sigmoid(s, s, from, to);
    }

    private static float clamp(float z) {
        return Math.min(Math.max(z, -SATURATED), SATURATED);
    }
}
