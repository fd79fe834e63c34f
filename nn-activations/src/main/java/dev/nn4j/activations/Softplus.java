// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.activations;

import dev.nn4j.api.Activation;
import dev.nn4j.api.OnnxForm;
import dev.nn4j.api.OnnxGraph;
import dev.nn4j.api.ValueRange;
import dev.nn4j.api.math.FloatMath;
import java.util.Optional;

/**
 * The smooth rectifier {@code a = log(1 + exp(z))} (Dugas et al. 2001), always positive; its slope is the sigmoid.
 *
 * @since 0.1.0
 */
public record Softplus() implements Activation {
    @Override
    public String name() {
        return "softplus";
    }

    @Override
    public ValueRange range() {
        return ValueRange.NON_NEGATIVE;
    }

    @Override
    public String suitableInitializer() {
        return "he-normal";
    }

    @Override
    public Optional<OnnxForm> onnx() {
        return Optional.of(OnnxForm.of(OnnxForm.operator("Softplus"), Softplus::withThreshold));
    }

    /** As PyTorch writes it: from 20 on, where the difference is below what a float holds, it is the argument. */
    private static String withThreshold(OnnxGraph graph, String z) {
        String large = graph.node("Greater", z, graph.constant(20));
        return graph.node("Where", large, z, graph.node("Softplus", z));
    }

    @Override
    public void forward(float[] z, float[] a, int from, int to, int width) {
        FloatMath.softplus(z, a, from, to);
    }

    @Override
    public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
        FloatMath.sigmoid(z, dz, from, to);
        for (int i = from; i < to; i++) {
            dz[i] *= da[i];
        }
    }
}
