// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.internal.blocks.BlockSum;
import java.util.ArrayList;
import java.util.List;

/**
 * The metrics of numbers against numbers, each times its row's weight, summed in double in the order of {@link
 * dev.nn4j.core.internal.blocks.Blocks}.
 */
final class RegressionMetrics {
    private final Answers answers;
    private final double weights;

    private RegressionMetrics(Answers answers) {
        this.answers = answers;
        this.weights = answers.totalWeight();
    }

    static RegressionEvaluation of(Answers answers) {
        return new RegressionMetrics(answers).evaluation();
    }

    private RegressionEvaluation evaluation() {
        int width = answers.schema().outputs();
        BlockSum squares = new BlockSum();
        BlockSum absolutes = new BlockSum();
        for (int row = 0; row < answers.rows(); row++) {
            double weight = answers.weight(row);
            for (int target = 0; target < width; target++) {
                double error = error(row, target);
                squares.add(row, weight * (error * error));
                absolutes.add(row, weight * Math.abs(error));
            }
        }
        double count = weights * width;
        double mse = squares.total() / count;
        List<TargetScore> targets = new ArrayList<>();
        for (int target = 0; target < width; target++) {
            targets.add(score(target));
        }
        double r2 = targets.stream().mapToDouble(TargetScore::r2).reduce(0, Double::sum);
        return new RegressionEvaluation(
                answers.rows(), answers.loss(), mse, Math.sqrt(mse), absolutes.total() / count, r2 / width, targets);
    }

    private double error(int row, int target) {
        return (double) answers.output(row, target) - answers.target(row, target);
    }

    private TargetScore score(int target) {
        BlockSum sum = new BlockSum();
        for (int row = 0; row < answers.rows(); row++) {
            sum.add(row, (double) answers.weight(row) * answers.target(row, target));
        }
        double mean = sum.total() / weights;
        BlockSum residuals = new BlockSum();
        BlockSum deviations = new BlockSum();
        BlockSum absolutes = new BlockSum();
        for (int row = 0; row < answers.rows(); row++) {
            double weight = answers.weight(row);
            double error = error(row, target);
            double deviation = answers.target(row, target) - mean;
            residuals.add(row, weight * (error * error));
            deviations.add(row, weight * (deviation * deviation));
            absolutes.add(row, weight * Math.abs(error));
        }
        double residual = residuals.total();
        double total = deviations.total();
        double mse = residual / weights;
        double r2 = total == 0 ? (residual == 0 ? 1 : 0) : 1 - residual / total;
        return new TargetScore(
                answers.schema().targets().get(target), mse, Math.sqrt(mse), absolutes.total() / weights, r2);
    }
}
