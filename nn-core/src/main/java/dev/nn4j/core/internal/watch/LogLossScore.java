// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.watch;

import dev.nn4j.api.TargetKind;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.blocks.BlockSum;
import dev.nn4j.core.internal.score.ProbabilityScores;

/** The mean of −log p, p being the probability of what is true: of the class, or of each yes or no. */
final class LogLossScore implements WatchedScore {
    private final DataSet data;
    private final boolean oneOfMany;
    private final int width;
    private final BlockSum losses = new BlockSum();
    private final BlockSum weights = new BlockSum();

    LogLossScore(DataSet data, TargetKind targets) {
        this.data = data;
        this.oneOfMany = targets == TargetKind.ONE_HOT;
        this.width = data.targetWidth();
    }

    @Override
    public void begin() {
        losses.reset();
        weights.reset();
    }

    @Override
    public void add(int first, int rows, float[] outputs, float[] targets) {
        for (int r = 0; r < rows; r++) {
            int row = first + r;
            double weight = data.weight(row);
            weights.add(row, weight);
            for (int i = r * width; i < (r + 1) * width; i++) {
                losses.add(row, weight * loss(outputs[i], targets[i]));
            }
        }
    }

    /** Of targets between 0 and 1, the mean of what both cost. */
    private double loss(float output, float target) {
        double yes = target == 0 ? 0 : target * ProbabilityScores.logLoss(output);
        return oneOfMany || target == 1 ? yes : yes + (1 - target) * ProbabilityScores.logLoss(1 - (double) output);
    }

    @Override
    public double value() {
        return losses.total() / (weights.total() * (oneOfMany ? 1 : width));
    }
}
