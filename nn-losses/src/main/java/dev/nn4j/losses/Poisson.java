// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.losses;

import dev.nn4j.api.Loss;
import dev.nn4j.api.TargetKind;
import dev.nn4j.api.ValueRange;
import java.util.List;

/**
 * Negative log-likelihood of counts under a Poisson distribution whose rate is predicted, without the part that the
 * prediction does not change: {@code L = (1/n)·Σ (y − t·log y)}, {@code dy = (1 − t/y) / n}. Logarithms are at least −100 and
 * the denominator at least 1e-12.
 *
 * <p>Predictions are rates, of at least 0, and so need an output activation such as softplus; targets are counts, or other
 * numbers of at least 0, which are not scaled.
 *
 * @since 0.1.0
 */
public record Poisson() implements Loss {
    @Override
    public String name() {
        return "poisson";
    }

    @Override
    public List<String> aliases() {
        return List.of("poisson-nll");
    }

    @Override
    public TargetKind targets() {
        return TargetKind.NUMBERS;
    }

    @Override
    public ValueRange domain() {
        return ValueRange.NON_NEGATIVE;
    }

    @Override
    public void loss(float[] y, float[] t, double[] rowLoss, int from, int to, int width) {
        for (int row = from; row < to; row += width) {
            double sum = 0;
            for (int i = row; i < row + width; i++) {
                sum += y[i] - (double) t[i] * CrossEntropy.log(y[i]);
            }
            rowLoss[row / width] = sum / width;
        }
    }

    @Override
    public void gradient(float[] y, float[] t, float[] dy, int from, int to, int width) {
        float share = 1f / width;
        for (int i = from; i < to; i++) {
            dy[i] = (1 - t[i] / Math.max(y[i], CrossEntropy.LEAST_DENOMINATOR)) * share;
        }
    }
}
