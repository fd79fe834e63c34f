// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import dev.nn4j.api.OnnxForm;
import dev.nn4j.api.TrainedActivation;
import java.util.List;
import java.util.Optional;

/** A rectifier whose slope on the left each unit learns: a plugin's activation with coefficients of its own. */
final class OnnxPRelu implements TrainedActivation {
    @Override
    public String name() {
        return "acme:prelu";
    }

    @Override
    public List<Coefficient> coefficients() {
        return List.of(new Coefficient("slope", 0.25));
    }

    @Override
    public Optional<OnnxForm> onnx(List<String> coefficients) {
        return Optional.of((graph, z) -> graph.node("PRelu", z, coefficients.get(0)));
    }

    @Override
    public void forward(float[] z, float[] p, float[] a, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            a[i] = z[i] < 0 ? p[i % width] * z[i] : z[i];
        }
    }

    @Override
    public void backward(float[] z, float[] p, float[] a, float[] da, float[] dz, int from, int to, int width) {
        throw new UnsupportedOperationException("only predicts");
    }

    @Override
    public void derivative(int k, float[] z, float[] p, float[] a, float[] d, int from, int to, int width) {
        throw new UnsupportedOperationException("only predicts");
    }
}
