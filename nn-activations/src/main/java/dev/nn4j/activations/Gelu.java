// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.activations;

import dev.nn4j.api.Activation;
import dev.nn4j.api.OnnxForm;
import dev.nn4j.api.OnnxGraph;
import dev.nn4j.api.math.FloatMath;
import java.util.Map;
import java.util.Optional;

/**
 * The Gaussian error linear unit {@code a = z·Φ(z)}, Φ the standard normal distribution function, exactly: {@code Φ(z) =
 * (1 + erf(z/√2)) / 2} (Hendrycks and Gimpel 2016). The tanh approximation is {@link GeluTanh}.
 *
 * @since 0.1.0
 */
public record Gelu() implements Activation {
    /** The operator set that brought Gelu. */
    static final int ONNX_GELU = 20;

    private static final float ROOT_2 = 1.4142135f;
    private static final float INVERSE_ROOT_2 = 0.70710677f;
    private static final float INVERSE_ROOT_2PI = 0.3989423f;
    /** Below, Φ(z) is 1/2 in float and z·Φ(z) may be subnormal. */
    private static final float TINY = 1e-20f;

    @Override
    public String name() {
        return "gelu";
    }

    @Override
    public String suitableInitializer() {
        return "he-normal";
    }

    @Override
    public Optional<OnnxForm> onnx() {
        return Optional.of((graph, z) -> graph.opset() >= ONNX_GELU
                ? graph.node("Gelu", Map.of("approximate", "none"), z)
                : gated(graph, z, graph.node("Erf", graph.node("Div", z, graph.constant(ROOT_2)))));
    }

    /** (z·(1 + gate))/2, as PyTorch writes it. */
    static String gated(OnnxGraph graph, String z, String gate) {
        String open = graph.node("Add", gate, graph.constant(1));
        return graph.node("Mul", graph.node("Mul", z, open), graph.constant(0.5f));
    }

    @Override
    public void forward(float[] z, float[] a, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            a[i] = z[i] * INVERSE_ROOT_2;
        }
        FloatMath.erf(a, a, from, to);
        for (int i = from; i < to; i++) {
            a[i] = z[i] * (0.5f + 0.5f * a[i]);
        }
    }

    /** g' = Φ(z) + z·φ(z) with the density φ(z) = exp(−z²/2)/√(2π); Φ(z) is had back from a = z·Φ(z). */
    @Override
    public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            dz[i] = -0.5f * z[i] * z[i];
        }
        FloatMath.exp(dz, dz, from, to);
        for (int i = from; i < to; i++) {
            float cdf = Math.abs(z[i]) < TINY ? 0.5f : a[i] / z[i];
            dz[i] = da[i] * (cdf + z[i] * (INVERSE_ROOT_2PI * dz[i]));
        }
    }
}
