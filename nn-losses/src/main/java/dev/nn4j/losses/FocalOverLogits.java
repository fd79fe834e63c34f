// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.losses;

import dev.nn4j.api.Loss;
import dev.nn4j.api.TargetKind;

/**
 * Focal loss of p = sigmoid(z): with q = 1 − p, {@code dz = (1/n)·Σ ((1 − α)·(1 − t)·(p^(γ+1) − γ·p^γ·q·log q) − α·t·(q^(γ+1) −
 * γ·q^γ·p·log p))}. Logarithms are those of the logits, not of rounded probabilities.
 */
record FocalOverLogits(double gamma, double alpha) implements Loss {
    @Override
    public String name() {
        return "focal-over-logits";
    }

    @Override
    public TargetKind targets() {
        return TargetKind.BINARY;
    }

    /** log sigmoid(z). */
    private static double logSigmoid(double z) {
        return Math.min(z, 0) - StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
    }

    @Override
    public void loss(float[] z, float[] t, double[] rowLoss, int from, int to, int width) {
        for (int row = from; row < to; row += width) {
            double sum = 0;
            for (int i = row; i < row + width; i++) {
                double logP = logSigmoid(z[i]);
                double logQ = logSigmoid(-(double) z[i]);
                double yes = StrictMath.exp(gamma * logQ) * logP;
                double no = StrictMath.exp(gamma * logP) * logQ;
                sum -= alpha * t[i] * yes + (1 - alpha) * (1 - (double) t[i]) * no;
            }
            rowLoss[row / width] = sum / width;
        }
    }

    @Override
    public void gradient(float[] z, float[] t, float[] dz, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            double logP = logSigmoid(z[i]);
            double logQ = logSigmoid(-(double) z[i]);
            double p = StrictMath.exp(logP);
            double q = StrictMath.exp(logQ);
            double yes = StrictMath.exp(gamma * logQ) * (q - gamma * p * logP);
            double no = StrictMath.exp(gamma * logP) * (p - gamma * q * logQ);
            dz[i] = (float) (((1 - alpha) * (1 - (double) t[i]) * no - alpha * t[i] * yes) / width);
        }
    }
}
