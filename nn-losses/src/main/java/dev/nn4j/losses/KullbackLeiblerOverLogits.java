// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.losses;

import dev.nn4j.api.Loss;
import dev.nn4j.api.TargetKind;

/** Kullback–Leibler divergence of softmax(z): categorical cross-entropy over logits less the entropy of the targets. */
record KullbackLeiblerOverLogits() implements Loss {
    private static final Loss CROSS_ENTROPY = new CategoricalCrossEntropyOverLogits();

    @Override
    public String name() {
        return "kullback-leibler-over-logits";
    }

    @Override
    public TargetKind targets() {
        return TargetKind.ONE_HOT;
    }

    @Override
    public void loss(float[] z, float[] t, double[] rowLoss, int from, int to, int width) {
        CROSS_ENTROPY.loss(z, t, rowLoss, from, to, width);
        for (int row = from; row < to; row += width) {
            rowLoss[row / width] -= KullbackLeibler.entropy(t, row, row + width);
        }
    }

    @Override
    public void gradient(float[] z, float[] t, float[] dz, int from, int to, int width) {
        CROSS_ENTROPY.gradient(z, t, dz, from, to, width);
    }
}
