// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.activations;

import dev.nn4j.api.Activation;
import dev.nn4j.api.OnnxForm;
import dev.nn4j.api.math.FloatMath;
import java.util.Optional;

/**
 * The hyperbolic tangent {@code a = tanh(z)}, in [−1, 1].
 *
 * @since 0.1.0
 */
public record Tanh() implements Activation {
    @Override
    public String name() {
        return "tanh";
    }

    @Override
    public Optional<OnnxForm> onnx() {
        return Optional.of(OnnxForm.operator("Tanh"));
    }

    @Override
    public void forward(float[] z, float[] a, int from, int to, int width) {
        FloatMath.tanh(z, a, from, to);
    }

    /** g' = 1 − a², factored: near ±1 the difference is exact, a² would round it away. */
    @Override
    public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            dz[i] = da[i] * ((1 - a[i]) * (1 + a[i]));
        }
    }
}
