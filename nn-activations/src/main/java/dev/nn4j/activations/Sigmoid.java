// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.activations;

import dev.nn4j.api.Activation;
import dev.nn4j.api.OnnxForm;
import dev.nn4j.api.ValueRange;
import dev.nn4j.api.math.FloatMath;
import java.util.Optional;

/**
 * The logistic function {@code a = 1 / (1 + exp(−z))}: the probability of the positive class from its log-odds.
 *
 * @since 0.1.0
 */
public record Sigmoid() implements Activation {
    @Override
    public String name() {
        return "sigmoid";
    }

    @Override
    public ValueRange range() {
        return ValueRange.UNIT_INTERVAL;
    }

    @Override
    public Optional<OnnxForm> onnx() {
        return Optional.of(OnnxForm.operator("Sigmoid"));
    }

    @Override
    public void forward(float[] z, float[] a, int from, int to, int width) {
        FloatMath.sigmoid(z, a, from, to);
    }

    @Override
    public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            dz[i] = da[i] * (a[i] * (1 - a[i]));
        }
    }
}
