// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.activations;

import dev.nn4j.api.Activation;
import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.OnnxForm;
import dev.nn4j.api.Range;
import dev.nn4j.api.math.FloatMath;
import java.util.Map;
import java.util.Optional;

/**
 * The leaky rectified linear unit (Maas et al. 2013): {@code a = z} where z &gt; 0, else {@code alpha·z}; g'(0) = alpha.
 *
 * @param alpha slope where z &lt; 0, in [0, 1]
 * @since 0.1.0
 */
public record LeakyRelu(double alpha) implements Activation {
    private static final Hyperparameter<Double> ALPHA =
            Hyperparameter.floatNumber("alpha", 0.01, Range.closed(0, 1), "slope where z < 0");

    /** Checks alpha. */
    public LeakyRelu {
        ALPHA.check("leaky-relu", alpha);
    }

    /** With the default slope. */
    public LeakyRelu() {
        this(ALPHA.defaultValue());
    }

    @Override
    public String name() {
        return "leaky-relu";
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.of(ALPHA, alpha);
    }

    @Override
    public LeakyRelu with(Hyperparameters values) {
        return new LeakyRelu(values.get(ALPHA));
    }

    @Override
    public String suitableInitializer() {
        return "he-normal";
    }

    @Override
    public Optional<OnnxForm> onnx() {
        return Optional.of(OnnxForm.of(
                (graph, z) -> graph.node("LeakyRelu", Map.of("alpha", (float) alpha), z),
                (graph, z) -> graph.node("PRelu", z, graph.constant((float) alpha))));
    }

    @Override
    public void forward(float[] z, float[] a, int from, int to, int width) {
        float slope = (float) alpha;
        for (int i = from; i < to; i++) {
            a[i] = Math.max(z[i], 0f) + slope * Math.min(z[i], 0f);
        }
    }

    @Override
    public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
        float slope = (float) alpha;
        for (int i = from; i < to; i++) {
            dz[i] = da[i] * Math.max(FloatMath.unitStep(z[i]), slope);
        }
    }
}
