// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.activations;

import dev.nn4j.api.Activation;
import dev.nn4j.api.Clamp;
import dev.nn4j.api.OnnxForm;
import dev.nn4j.api.ValueRange;
import dev.nn4j.api.math.FloatMath;
import java.util.Optional;

/**
 * The rectified linear unit {@code a = max(0, z)} (Nair and Hinton 2010); g'(0) = 0.
 *
 * @since 0.1.0
 */
public record Relu() implements Activation {
    private static final Clamp RECTIFIER = new Clamp(0, Float.POSITIVE_INFINITY);

    @Override
    public String name() {
        return "relu";
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
    public Optional<Clamp> clamp() {
        return Optional.of(RECTIFIER);
    }

    @Override
    public Optional<OnnxForm> onnx() {
        // a maximum is also what a Clip without an upper bound comes to
        return Optional.of(
                OnnxForm.of(OnnxForm.operator("Relu"), (graph, z) -> graph.node("Max", z, graph.constant(0))));
    }

    @Override
    public void forward(float[] z, float[] a, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            a[i] = Math.max(0f, z[i]);
        }
    }

    @Override
    public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            dz[i] = da[i] * FloatMath.unitStep(z[i]);
        }
    }
}
