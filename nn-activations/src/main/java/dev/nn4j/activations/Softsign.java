// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.activations;

import dev.nn4j.api.Activation;
import dev.nn4j.api.OnnxForm;
import dev.nn4j.api.OnnxGraph;
import java.util.Optional;

/**
 * The softsign {@code a = z / (1 + |z|)} (Bergstra et al. 2009), in [−1, 1] with tails that fall as 1/z².
 *
 * @since 0.1.0
 */
public record Softsign() implements Activation {
    @Override
    public String name() {
        return "softsign";
    }

    @Override
    public Optional<OnnxForm> onnx() {
        return Optional.of(OnnxForm.of(OnnxForm.operator("Softsign"), Softsign::quotient));
    }

    /** z / (1 + |z|), as PyTorch writes it. */
    private static String quotient(OnnxGraph graph, String z) {
        return graph.node("Div", z, graph.node("Add", graph.node("Abs", z), graph.constant(1)));
    }

    @Override
    public void forward(float[] z, float[] a, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            a[i] = z[i] / (1 + Math.abs(z[i]));
        }
    }

    @Override
    public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            float denominator = 1 + Math.abs(z[i]);
            dz[i] = da[i] / (denominator * denominator);
        }
    }
}
