// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.losses;

import dev.nn4j.api.Loss;
import dev.nn4j.api.TargetKind;
import dev.nn4j.api.math.FloatMath;

/**
 * The logarithm of the hyperbolic cosine of the error, squared for small errors, absolute for large ones and smooth between
 * (Green 1990): with e = y − t, {@code L = (1/n)·Σ log cosh e}, {@code dy = tanh(e) / n}. Computed as {@code |e| + log(1 +
 * exp(−2|e|)) − log 2}, which no error overflows.
 *
 * @since 0.1.0
 */
public record LogCosh() implements Loss {
    private static final double LOG_2 = 0x1.62e42fefa39efp-1;

    @Override
    public String name() {
        return "log-cosh";
    }

    @Override
    public TargetKind targets() {
        return TargetKind.NUMBERS;
    }

    @Override
    public void loss(float[] y, float[] t, double[] rowLoss, int from, int to, int width) {
        for (int row = from; row < to; row += width) {
            double sum = 0;
            for (int i = row; i < row + width; i++) {
                double error = Math.abs((double) y[i] - t[i]);
                sum += error + (StrictMath.log1p(StrictMath.exp(-2 * error)) - LOG_2);
            }
            rowLoss[row / width] = sum / width;
        }
    }

    @Override
    public void gradient(float[] y, float[] t, float[] dy, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            dy[i] = y[i] - t[i];
        }
        FloatMath.tanh(dy, dy, from, to);
        float share = 1f / width;
        for (int i = from; i < to; i++) {
            dy[i] *= share;
        }
    }
}
