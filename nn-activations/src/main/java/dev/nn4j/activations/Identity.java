// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.activations;

import dev.nn4j.api.Activation;
import dev.nn4j.api.Clamp;
import dev.nn4j.api.OnnxForm;
import java.util.List;
import java.util.Optional;

/**
 * The identity: {@code a = z}, for outputs that may be any number.
 *
 * @since 0.1.0
 */
public record Identity() implements Activation {
    @Override
    public String name() {
        return "identity";
    }

    @Override
    public List<String> aliases() {
        return List.of("linear");
    }

    @Override
    public Optional<Clamp> clamp() {
        return Optional.of(Clamp.NONE);
    }

    @Override
    public Optional<OnnxForm> onnx() {
        return Optional.of((graph, z) -> z);
    }

    @Override
    public void forward(float[] z, float[] a, int from, int to, int width) {
        System.arraycopy(z, from, a, from, to - from);
    }

    @Override
    public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
        System.arraycopy(da, from, dz, from, to - from);
    }
}
