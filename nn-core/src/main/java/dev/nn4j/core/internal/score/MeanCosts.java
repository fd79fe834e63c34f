// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.score;

import dev.nn4j.core.internal.blocks.BlockSum;

/**
 * Means over rows, and over their outputs unless these are of one class, of what each output costs; summed in double in the
 * order of {@link dev.nn4j.core.internal.blocks.Blocks}.
 */
final class MeanCosts {
    /** Targets nearer to zero count as this in a percentage, as in scikit-learn. */
    private static final double LEAST_TARGET = 0x1p-52;

    private final ScoredRows rows;
    private final double weights;

    MeanCosts(ScoredRows rows) {
        this.rows = rows;
        this.weights = rows.isWeighted() ? weights(rows) : rows.rows();
    }

    private static double weights(ScoredRows rows) {
        double sum = 0;
        for (int row = 0; row < rows.rows(); row++) {
            sum += rows.weight(row);
        }
        return sum;
    }

    /** What an output costs. */
    private interface Cost {
        double of(int row, int output);
    }

    /** The sum of the rows' weights. */
    double weights() {
        return weights;
    }

    double logLoss() {
        return mean(this::logLoss);
    }

    double squaredError() {
        return mean((row, output) -> error(row, output) * error(row, output));
    }

    double absoluteError() {
        return mean((row, output) -> Math.abs(error(row, output)));
    }

    double relativeError() {
        return mean((row, output) ->
                Math.abs(error(row, output)) / Math.max(LEAST_TARGET, Math.abs(rows.actual(row, output))));
    }

    private double mean(Cost cost) {
        BlockSum sum = new BlockSum();
        int width = rows.width();
        for (int row = 0; row < rows.rows(); row++) {
            double weight = rows.weight(row);
            for (int output = 0; output < width; output++) {
                sum.add(row, weight * cost.of(row, output));
            }
        }
        return sum.total() / (weights * (rows.isOneOfMany() ? 1 : rows.width()));
    }

    private double error(int row, int output) {
        return (double) rows.output(row, output) - rows.target(row, output);
    }

    /** Of targets between 0 and 1, the mean of what both cost. */
    private double logLoss(int row, int output) {
        float target = rows.target(row, output);
        float probability = rows.output(row, output);
        double yes = target == 0 ? 0 : target * ProbabilityScores.logLoss(probability);
        return rows.isOneOfMany() || target == 1
                ? yes
                : yes + (1 - target) * ProbabilityScores.logLoss(1 - (double) probability);
    }
}
