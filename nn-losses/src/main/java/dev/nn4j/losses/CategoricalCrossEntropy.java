// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.losses;

import dev.nn4j.api.Loss;
import dev.nn4j.api.TargetKind;
import dev.nn4j.api.ValueRange;
import java.util.List;
import java.util.Optional;

/**
 * Categorical cross-entropy: {@code L = −Σ t·log y}, {@code dy = −t / y}. Logarithms are at least −100 and the
 * denominator at least 1e-12.
 *
 * <p>A row of predictions is a distribution over the classes, a row of targets one as well, mostly a single one among
 * zeros. Over the logits of a softmax it has a form that is exact however sure the network is.
 *
 * @since 0.1.0
 */
public record CategoricalCrossEntropy() implements Loss {
    private static final Optional<Loss> OVER_LOGITS = Optional.of(new CategoricalCrossEntropyOverLogits());

    @Override
    public String name() {
        return "categorical-cross-entropy";
    }

    @Override
    public List<String> aliases() {
        return List.of("cross-entropy", "cce");
    }

    @Override
    public TargetKind targets() {
        return TargetKind.ONE_HOT;
    }

    @Override
    public ValueRange domain() {
        return ValueRange.DISTRIBUTION;
    }

    @Override
    public Optional<Loss> overLogits(String activationName) {
        return activationName.equals("softmax") ? OVER_LOGITS : Optional.empty();
    }

    @Override
    public void loss(float[] y, float[] t, double[] rowLoss, int from, int to, int width) {
        for (int row = from; row < to; row += width) {
            double sum = 0;
            for (int i = row; i < row + width; i++) {
                sum -= (double) t[i] * CrossEntropy.log(y[i]);
            }
            rowLoss[row / width] = sum;
        }
    }

    @Override
    public void gradient(float[] y, float[] t, float[] dy, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            dy[i] = -t[i] / Math.max(y[i], CrossEntropy.LEAST_DENOMINATOR);
        }
    }
}
