// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.activations;

import dev.nn4j.api.Activation;
import dev.nn4j.api.OnnxForm;
import dev.nn4j.api.ValueRange;
import dev.nn4j.api.math.FloatMath;
import dev.nn4j.api.math.RowSums;
import java.util.Map;
import java.util.Optional;

/**
 * The softmax of each row, {@code aⱼ = exp(zⱼ) / Σₖ exp(zₖ)}: a distribution over classes from their log-odds.
 *
 * <p>The row's maximum is subtracted first, which changes nothing in exact arithmetic and keeps exp from overflowing. A
 * row that contains NaN or +∞, or −∞ alone, becomes NaN.
 *
 * @since 0.1.0
 */
public record Softmax() implements Activation {
    @Override
    public String name() {
        return "softmax";
    }

    @Override
    public ValueRange range() {
        return ValueRange.DISTRIBUTION;
    }

    @Override
    public Optional<OnnxForm> onnx() {
        return Optional.of((graph, z) -> graph.node("Softmax", Map.of("axis", -1L), z));
    }

    @Override
    public void forward(float[] z, float[] a, int from, int to, int width) {
        for (int row = from; row < to; row += width) {
            shiftByMaximum(z, a, row, row + width);
        }
        FloatMath.exp(a, a, from, to);
        for (int row = from; row < to; row += width) {
            divide(a, RowSums.sum(a, row, row + width), row, row + width);
        }
    }

    private static void shiftByMaximum(float[] z, float[] a, int from, int to) {
        float maximum = z[from];
        for (int i = from + 1; i < to; i++) {
            maximum = Math.max(maximum, z[i]);
        }
        for (int i = from; i < to; i++) {
            a[i] = z[i] - maximum;
        }
    }

    private static void divide(float[] a, float divisor, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] /= divisor;
        }
    }

    /** With J = diag(a) − a·aᵀ: {@code dzⱼ = aⱼ·(daⱼ − Σₖ aₖ·daₖ)}. */
    @Override
    public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
        for (int row = from; row < to; row += width) {
            float mean = RowSums.dot(a, da, row, row + width);
            for (int i = row; i < row + width; i++) {
                dz[i] = a[i] * (da[i] - mean);
            }
        }
    }
}
