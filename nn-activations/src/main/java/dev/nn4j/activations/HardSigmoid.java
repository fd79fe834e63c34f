// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.activations;

import dev.nn4j.api.Activation;
import dev.nn4j.api.OnnxForm;
import dev.nn4j.api.ValueRange;
import dev.nn4j.api.math.FloatMath;
import java.util.Map;
import java.util.Optional;

/**
 * The piecewise linear sigmoid {@code a = min(max(z + 3, 0), 6) / 6} (Howard et al. 2019); g'(±3) = 0. It has a slope of
 * 1/6, as PyTorch's; older definitions with a slope of 1/5 are other functions.
 *
 * @since 0.1.0
 */
public record HardSigmoid() implements Activation {
    @Override
    public String name() {
        return "hard-sigmoid";
    }

    @Override
    public ValueRange range() {
        return ValueRange.UNIT_INTERVAL;
    }

    @Override
    public Optional<OnnxForm> onnx() {
        return Optional.of((graph, z) -> graph.node("HardSigmoid", Map.of("alpha", 1 / 6f, "beta", 0.5f), z));
    }

    @Override
    public void forward(float[] z, float[] a, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            a[i] = Math.min(Math.max(z[i] + 3, 0f), 6f) / 6;
        }
    }

    @Override
    public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            dz[i] = da[i] / 6 * FloatMath.unitStep(3 - Math.abs(z[i]));
        }
    }
}
