// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.activations;

import dev.nn4j.api.Activation;
import dev.nn4j.api.OnnxForm;
import dev.nn4j.api.math.FloatMath;
import java.util.Optional;

/** The smooth rectifier {@code a = log(1 + exp(z))} (Dugas et al. 2001), always positive; its slope is the sigmoid. */
public record Softplus() implements Activation {
    @Override
    public String name() {
        return "softplus";
    }

    @Override
    public String suitableInitializer() {
        return "he-normal";
    }

    @Override
    public Optional<OnnxForm> onnx() {
        return Optional.of(OnnxForm.operator("Softplus"));
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
