// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.losses;

import dev.nn4j.api.Loss;
import dev.nn4j.api.TargetKind;

/** Hinge loss of logits: {@code L = (1/n)·Σ (t·max(0, 1 − z) + (1 − t)·max(0, 1 + z))}. */
record HingeOverLogits() implements Loss {
    @Override
    public String name() {
        return "hinge-over-logits";
    }

    @Override
    public TargetKind targets() {
        return TargetKind.BINARY;
    }

    static double cost(float z, float t) {
        return (double) t * Math.max(0, 1 - (double) z) + (1 - (double) t) * Math.max(0, 1 + (double) z);
    }

    static float slope(float z, float t) {
        return (z < 1 ? -t : 0) + (z > -1 ? 1 - t : 0);
    }

    @Override
    public void loss(float[] z, float[] t, double[] rowLoss, int from, int to, int width) {
        for (int row = from; row < to; row += width) {
            double sum = 0;
            for (int i = row; i < row + width; i++) {
                sum += cost(z[i], t[i]);
            }
            rowLoss[row / width] = sum / width;
        }
    }

    @Override
    public void gradient(float[] z, float[] t, float[] dz, int from, int to, int width) {
        float share = 1f / width;
        for (int i = from; i < to; i++) {
            dz[i] = slope(z[i], t[i]) * share;
        }
    }
}
