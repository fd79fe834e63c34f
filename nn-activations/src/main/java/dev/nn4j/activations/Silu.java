// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.activations;

import dev.nn4j.api.Activation;
import dev.nn4j.api.OnnxForm;
import dev.nn4j.api.math.FloatMath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sigmoid linear unit {@code a = z·σ(z)} (Elfwing et al. 2018), also known as swish (Ramachandran et al. 2017).
 *
 * @since 0.1.0
 */
public record Silu() implements Activation {
    @Override
    public String name() {
        return "silu";
    }

    @Override
    public List<String> aliases() {
        return List.of("swish");
    }

    @Override
    public String suitableInitializer() {
        return "he-normal";
    }

    @Override
    public Optional<OnnxForm> onnx() {
        // Swish came with operator set 24, which is read but not written
        return Optional.of(OnnxForm.of(
                (graph, z) -> graph.node("Mul", z, graph.node("Sigmoid", z)),
                (graph, z) -> graph.node("Swish", Map.of("alpha", 1f), z)));
    }

    @Override
    public void forward(float[] z, float[] a, int from, int to, int width) {
        FloatMath.sigmoid(z, a, from, to);
        for (int i = from; i < to; i++) {
            a[i] *= z[i];
        }
    }

    /** g' = σ·(1 + z·(1 − σ)): σ comes first, so that the tail keeps its digits and a huge z its sign. */
    @Override
    public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
        FloatMath.sigmoid(z, dz, from, to);
        for (int i = from; i < to; i++) {
            dz[i] = da[i] * (dz[i] * (1 + z[i] * (1 - dz[i])));
        }
    }
}
