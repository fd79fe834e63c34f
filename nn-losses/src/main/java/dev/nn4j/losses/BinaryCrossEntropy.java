// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.losses;

import dev.nn4j.api.Loss;
import dev.nn4j.api.TargetKind;
import dev.nn4j.api.ValueRange;
import java.util.List;
import java.util.Optional;

/**
 * Binary cross-entropy: {@code L = −(1/n)·Σ (t·log y + (1 − t)·log(1 − y))}, {@code dy = (y − t) / (y·(1 − y)) / n}.
 * Logarithms are at least −100 and y·(1 − y) at least 1e-12.
 *
 * <p>Predictions are probabilities, each of its own label; targets are 0 or 1, or anything between. Over the logits of
 * a sigmoid it has a form that is exact however sure the network is.
 *
 * @since 0.1.0
 */
public record BinaryCrossEntropy() implements Loss {
    private static final Optional<Loss> OVER_LOGITS = Optional.of(new BinaryCrossEntropyOverLogits());

    @Override
    public String name() {
        return "binary-cross-entropy";
    }

    @Override
    public List<String> aliases() {
        return List.of("bce");
    }

    @Override
    public TargetKind targets() {
        return TargetKind.BINARY;
    }

    @Override
    public ValueRange domain() {
        return ValueRange.UNIT_INTERVAL;
    }

    @Override
    public Optional<Loss> overLogits(String activationName) {
        return activationName.equals("sigmoid") ? OVER_LOGITS : Optional.empty();
    }

    @Override
    public void loss(float[] y, float[] t, double[] rowLoss, int from, int to, int width) {
        for (int row = from; row < to; row += width) {
            double sum = 0;
            for (int i = row; i < row + width; i++) {
                double logOfComplement = CrossEntropy.logOfComplement(y[i]);
                sum -= logOfComplement + t[i] * (CrossEntropy.log(y[i]) - logOfComplement);
            }
            rowLoss[row / width] = sum / width;
        }
    }

    @Override
    public void gradient(float[] y, float[] t, float[] dy, int from, int to, int width) {
        float share = 1f / width;
        for (int i = from; i < to; i++) {
            dy[i] = (y[i] - t[i]) / Math.max((1 - y[i]) * y[i], CrossEntropy.LEAST_DENOMINATOR) * share;
        }
    }
}
