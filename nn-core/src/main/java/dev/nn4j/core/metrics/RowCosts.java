// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.internal.score.ProbabilityScores;
import dev.nn4j.core.schema.Task;

/**
 * What each row costs by the metrics that are means over rows; over the targets, where there are several, its mean. Weights do not
 * count. Immutable.
 *
 * @since 0.1.0
 */
public final class RowCosts {
    /** Targets nearer to zero count as this in a percentage. */
    private static final double LEAST_TARGET = 0x1p-52;

    private final Answers answers;
    private final int width;

    /** Of these answers. */
    public RowCosts(Answers answers) {
        this.answers = answers;
        this.width = answers.schema().outputs();
    }

    /** −log of the probability of what is true, probabilities limited to at least 1e-15. Classes only. */
    public double logLoss(int row) {
        double sum = 0;
        for (int output = 0; output < width; output++) {
            double probability = answers.output(row, output);
            boolean holds = answers.target(row, output) == 1;
            if (holds) {
                sum += ProbabilityScores.logLoss(probability);
            } else if (answers.schema().task() != Task.MULTICLASS) {
                sum += ProbabilityScores.logLoss(1 - probability);
            }
        }
        return sum / divisor();
    }

    /** The squared distance from the truth. */
    public double squaredError(int row) {
        double sum = 0;
        for (int output = 0; output < width; output++) {
            double error = error(row, output);
            sum += error * error;
        }
        return sum / divisor();
    }

    /** The absolute distance from the truth. */
    public double absoluteError(int row) {
        double sum = 0;
        for (int output = 0; output < width; output++) {
            sum += Math.abs(error(row, output));
        }
        return sum / divisor();
    }

    /** The absolute error over the size of what is true, which counts as at least 2<sup>−52</sup>. */
    public double relativeError(int row) {
        double sum = 0;
        for (int output = 0; output < width; output++) {
            sum += Math.abs(error(row, output)) / Math.max(LEAST_TARGET, Math.abs(answers.actual(row, output)));
        }
        return sum / divisor();
    }

    private double error(int row, int output) {
        return (double) answers.output(row, output) - answers.target(row, output);
    }

    /** What is true of one of several is one statement. */
    private int divisor() {
        return answers.schema().task() == Task.MULTICLASS ? 1 : width;
    }
}
