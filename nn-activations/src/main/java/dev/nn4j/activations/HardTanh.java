// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.activations;

import dev.nn4j.api.Activation;
import dev.nn4j.api.Clamp;
import dev.nn4j.api.OnnxForm;
import dev.nn4j.api.math.FloatMath;
import java.util.Optional;

/**
 * The piecewise linear tanh {@code a = min(max(z, −1), 1)} (Collobert 2004); g'(±1) = 0.
 *
 * @since 0.1.0
 */
public record HardTanh() implements Activation {
    private static final Clamp BOUNDS = new Clamp(-1, 1);

    @Override
    public String name() {
        return "hard-tanh";
    }

    @Override
    public Optional<Clamp> clamp() {
        return Optional.of(BOUNDS);
    }

    @Override
    public Optional<OnnxForm> onnx() {
        return Optional.of((graph, z) -> graph.node("Clip", z, graph.constant(-1), graph.constant(1)));
    }

    @Override
    public void forward(float[] z, float[] a, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            a[i] = Math.min(Math.max(z[i], -1f), 1f);
        }
    }

    @Override
    public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            dz[i] = da[i] * FloatMath.unitStep(1 - Math.abs(z[i]));
        }
    }
}
