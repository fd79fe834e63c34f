// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.losses;

import dev.nn4j.api.Loss;
import dev.nn4j.api.TargetKind;
import dev.nn4j.api.ValueRange;
import java.util.List;
import java.util.Optional;

/**
 * Divergence of the predicted distribution from that of the targets (Kullback, Leibler 1951): {@code L = Σ t·(log t − log y)},
 * {@code dy = −t / y}. Logarithms of predictions are at least −100 and the denominator at least 1e-12.
 *
 * <p>It is categorical cross-entropy less the entropy of the targets: of labels, a one among zeros, the same; of targets that
 * are distributions it is 0 where the prediction agrees. Over the logits of a softmax it has a form that is exact however
 * sure the network is.
 *
 * @since 0.1.0
 */
public record KullbackLeibler() implements Loss {
    private static final Optional<Loss> OVER_LOGITS = Optional.of(new KullbackLeiblerOverLogits());

    @Override
    public String name() {
        return "kullback-leibler";
    }

    @Override
    public List<String> aliases() {
        return List.of("kl-divergence");
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
            double sum = -entropy(t, row, row + width);
            for (int i = row; i < row + width; i++) {
                sum -= (double) t[i] * CrossEntropy.log(y[i]);
            }
            rowLoss[row / width] = sum;
        }
    }

    /** −Σ t·log t, to which zeros add nothing. */
    static double entropy(float[] t, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            if (t[i] > 0) {
                sum -= t[i] * StrictMath.log(t[i]);
            }
        }
        return sum;
    }

    @Override
    public void gradient(float[] y, float[] t, float[] dy, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            dy[i] = -t[i] / Math.max(y[i], CrossEntropy.LEAST_DENOMINATOR);
        }
    }
}
