// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.activations;

import dev.nn4j.api.Activation;
import java.util.List;

/** The identity: {@code a = z}, for outputs that may be any number. */
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
    public void forward(float[] z, float[] a, int from, int to, int width) {
        System.arraycopy(z, from, a, from, to - from);
    }

    @Override
    public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
        System.arraycopy(da, from, dz, from, to - from);
    }
}
