// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.losses;

import dev.nn4j.api.Loss;
import dev.nn4j.api.TargetKind;
import dev.nn4j.api.math.FloatMath;

/**
 * Binary cross-entropy of sigmoid(z): {@code L = (1/n)·Σ (max(z, 0) − z·t + log(1 + e^−|z|))}, {@code dz = (sigmoid(z)
 * − t) / n}. No logarithm of a rounded probability remains, so nothing needs a clamp.
 */
record BinaryCrossEntropyOverLogits() implements Loss {
    @Override
    public String name() {
        return "binary-cross-entropy-over-logits";
    }

    @Override
    public TargetKind targets() {
        return TargetKind.BINARY;
    }

    @Override
    public void loss(float[] z, float[] t, double[] rowLoss, int from, int to, int width) {
        for (int row = from; row < to; row += width) {
            double sum = 0;
            for (int i = row; i < row + width; i++) {
                double linear = Math.max(z[i], 0f) - (double) z[i] * t[i];
                sum += linear + FloatMath.log1p(FloatMath.exp(-Math.abs(z[i])));
            }
            rowLoss[row / width] = sum / width;
        }
    }

    @Override
    public void gradient(float[] z, float[] t, float[] dz, int from, int to, int width) {
        FloatMath.sigmoid(z, dz, from, to);
        float share = 1f / width;
        for (int i = from; i < to; i++) {
            dz[i] = (dz[i] - t[i]) * share;
        }
    }
}
