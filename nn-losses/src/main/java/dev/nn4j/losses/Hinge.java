// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.losses;

import dev.nn4j.api.Loss;
import dev.nn4j.api.TargetKind;
import dev.nn4j.api.ValueRange;
import java.util.Optional;

/**
 * Hinge loss, that of support vector machines (Cortes, Vapnik 1995), of the logit of a prediction: with {@code z = log y −
 * log(1 − y)}, {@code L = (1/n)·Σ (t·max(0, 1 − z) + (1 − t)·max(0, 1 + z))}, {@code dy = (−t where z < 1, plus 1 − t where z
 * > −1) / (y·(1 − y)) / n}. Logarithms are at least −100 and y·(1 − y) at least 1e-12.
 *
 * <p>So the output layer keeps its sigmoid, and the answer is yes where z is above 0; what it gives is no probability until
 * it is calibrated. Targets are 0 or 1. Over the logits of a sigmoid it is computed without the logarithms.
 *
 * @since 0.1.0
 */
public record Hinge() implements Loss {
    private static final Optional<Loss> OVER_LOGITS = Optional.of(new HingeOverLogits());

    @Override
    public String name() {
        return "hinge";
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

    private static float logit(float y) {
        return CrossEntropy.log(y) - CrossEntropy.logOfComplement(y);
    }

    @Override
    public void loss(float[] y, float[] t, double[] rowLoss, int from, int to, int width) {
        for (int row = from; row < to; row += width) {
            double sum = 0;
            for (int i = row; i < row + width; i++) {
                sum += HingeOverLogits.cost(logit(y[i]), t[i]);
            }
            rowLoss[row / width] = sum / width;
        }
    }

    @Override
    public void gradient(float[] y, float[] t, float[] dy, int from, int to, int width) {
        float share = 1f / width;
        for (int i = from; i < to; i++) {
            float slope = HingeOverLogits.slope(logit(y[i]), t[i]);
            dy[i] = slope / Math.max((1 - y[i]) * y[i], CrossEntropy.LEAST_DENOMINATOR) * share;
        }
    }
}
