// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.losses;

import dev.nn4j.api.Loss;
import dev.nn4j.api.TargetKind;
import dev.nn4j.api.math.FloatMath;
import dev.nn4j.api.math.RowSums;

/**
 * Categorical cross-entropy of softmax(z): {@code L = Σ t·(log Σ e^z − z)}, {@code dz = softmax(z)·Σt − t}.
 *
 * <p>With M = max z the value is computed as {@code Σ t·((M − z) + log Σ e^(z − M))}: no term overflows, and none is
 * lost to the cancellation of two large numbers.
 */
record CategoricalCrossEntropyOverLogits() implements Loss {
    @Override
    public String name() {
        return "categorical-cross-entropy-over-logits";
    }

    @Override
    public TargetKind targets() {
        return TargetKind.ONE_HOT;
    }

    @Override
    public void loss(float[] z, float[] t, double[] rowLoss, int from, int to, int width) {
        for (int row = from; row < to; row += width) {
            rowLoss[row / width] = rowLoss(z, t, row, row + width);
        }
    }

    private static double rowLoss(float[] z, float[] t, int from, int to) {
        float max = max(z, from, to);
        double denominator = 0;
        for (int i = from; i < to; i++) {
            denominator += FloatMath.exp(z[i] - max);
        }
        double log = StrictMath.log(denominator);
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += t[i] * (((double) max - z[i]) + log);
        }
        return sum;
    }

    @Override
    public void gradient(float[] z, float[] t, float[] dz, int from, int to, int width) {
        for (int row = from; row < to; row += width) {
            subtractMax(z, dz, row, row + width);
        }
        FloatMath.exp(dz, dz, from, to);
        for (int row = from; row < to; row += width) {
            float scale = RowSums.sum(t, row, row + width) / RowSums.sum(dz, row, row + width);
            for (int i = row; i < row + width; i++) {
                dz[i] = dz[i] * scale - t[i];
            }
        }
    }

    private static void subtractMax(float[] z, float[] dz, int from, int to) {
        float max = max(z, from, to);
        for (int i = from; i < to; i++) {
            dz[i] = z[i] - max;
        }
    }

    /** The largest of a row; NaN if one is. */
    private static float max(float[] z, int from, int to) {
        float max = z[from];
        for (int i = from + 1; i < to; i++) {
            max = Math.max(max, z[i]);
        }
        return max;
    }
}
