// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.losses;

import dev.nn4j.api.Loss;
import dev.nn4j.api.TargetDistribution;
import dev.nn4j.api.TargetKind;
import java.util.List;

/**
 * Negative log-likelihood of a normal distribution whose mean and variance are predicted for each row (Nix and Weigend 1994),
 * without its constant ½·log 2π. Of each target there are two outputs, the mean m and s, and v = 1e-6 + exp(min(s, 80)) is the
 * variance ({@link TargetDistribution.Normal}): {@code L = (1/k)·Σ ½·(log v + (t − m)²/v)} over a row's k targets; {@code dm =
 * (m − t) / (k·v)}, {@code ds = ½·(1 − (t − m)²/v)·exp(s) / (k·v)}, 0 for s above 80.
 *
 * @since 0.1.0
 */
public record Gaussian() implements Loss {
    private static final double LEAST_VARIANCE = TargetDistribution.Normal.LEAST_VARIANCE;
    private static final float GREATEST_LOG = TargetDistribution.Normal.GREATEST_LOG;

    @Override
    public String name() {
        return "gaussian";
    }

    @Override
    public List<String> aliases() {
        return List.of("gaussian-nll");
    }

    @Override
    public TargetKind targets() {
        return TargetKind.NUMBERS;
    }

    @Override
    public TargetDistribution distribution() {
        return new TargetDistribution.Normal();
    }

    @Override
    public void loss(float[] y, float[] t, double[] rowLoss, int from, int to, int width) {
        for (int row = from; row < to; row += width) {
            double sum = 0;
            for (int i = row; i < row + width; i += 2) {
                double variance = LEAST_VARIANCE + share(y[i + 1]);
                double error = (double) t[i] - y[i];
                sum += StrictMath.log(variance) + error * error / variance;
            }
            rowLoss[row / width] = sum / width; // one half of the mean over width / 2 targets
        }
    }

    @Override
    public void gradient(float[] y, float[] t, float[] dy, int from, int to, int width) {
        double targets = width / 2.0;
        for (int i = from; i < to; i += 2) {
            double share = share(y[i + 1]);
            double variance = LEAST_VARIANCE + share;
            double error = (double) y[i] - t[i];
            dy[i] = (float) (error / variance / targets);
            dy[i + 1] = y[i + 1] > GREATEST_LOG
                    ? 0
                    : (float) (0.5 * (1 - error * error / variance) * (share / variance) / targets);
        }
    }

    /** What of the variance s decides. */
    private static double share(float s) {
        return StrictMath.exp(Math.min(s, GREATEST_LOG));
    }
}
