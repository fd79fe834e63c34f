// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

/** The metrics of numbers against numbers, summed in double in the order of rows. */
final class RegressionMetrics {
    private RegressionMetrics() {}

    static RegressionEvaluation of(Answers answers) {
        int width = answers.schema().outputs();
        double squares = 0;
        double absolutes = 0;
        for (int row = 0; row < answers.rows(); row++) {
            for (int target = 0; target < width; target++) {
                double error = error(answers, row, target);
                squares += error * error;
                absolutes += Math.abs(error);
            }
        }
        double count = (double) answers.rows() * width;
        double mse = squares / count;
        double r2 = 0;
        for (int target = 0; target < width; target++) {
            r2 += r2(answers, target);
        }
        return new RegressionEvaluation(
                answers.rows(), answers.loss(), mse, Math.sqrt(mse), absolutes / count, r2 / width);
    }

    private static double error(Answers answers, int row, int target) {
        return (double) answers.output(row, target) - answers.target(row, target);
    }

    private static double r2(Answers answers, int target) {
        double sum = 0;
        for (int row = 0; row < answers.rows(); row++) {
            sum += answers.target(row, target);
        }
        double mean = sum / answers.rows();
        double residual = 0;
        double total = 0;
        for (int row = 0; row < answers.rows(); row++) {
            double error = error(answers, row, target);
            double deviation = answers.target(row, target) - mean;
            residual += error * error;
            total += deviation * deviation;
        }
        if (total == 0) {
            return residual == 0 ? 1 : 0;
        }
        return 1 - residual / total;
    }
}
