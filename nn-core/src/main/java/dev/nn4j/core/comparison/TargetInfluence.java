// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.comparison;

import dev.nn4j.core.metrics.Answers;
import java.util.function.IntToDoubleFunction;

/** Influences on the share of a target's variance that is explained, 1 − L / V. */
final class TargetInfluence {
    private final Answers answers;
    private final int target;
    private final double mean;
    private final double variance;

    TargetInfluence(Answers answers, int target) {
        this.answers = answers;
        this.target = target;
        this.mean = Influence.mean(answers, row -> answers.target(row, target));
        this.variance = Influence.mean(answers, this::deviation);
    }

    IntToDoubleFunction r2() {
        return explained(0);
    }

    IntToDoubleFunction explainedVariance() {
        return explained(Influence.mean(answers, this::error));
    }

    private IntToDoubleFunction explained(double bias) {
        double left = Influence.mean(answers, row -> square(error(row) - bias));
        return row -> variance == 0 ? 0 : (left / variance * deviation(row) - square(error(row) - bias)) / variance;
    }

    private double deviation(int row) {
        return square(answers.target(row, target) - mean);
    }

    private double error(int row) {
        return (double) answers.output(row, target) - answers.target(row, target);
    }

    private static double square(double number) {
        return number * number;
    }
}
