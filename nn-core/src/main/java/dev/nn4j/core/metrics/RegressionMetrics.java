// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

/** The metrics of numbers against numbers, summed in double in the order of rows. */
final class RegressionMetrics {
    private RegressionMetrics() {}

    static RegressionEvaluation of(float[] outputs, float[] targets, int width, double loss) {
        double squares = 0;
        double absolutes = 0;
        for (int i = 0; i < targets.length; i++) {
            double error = (double) outputs[i] - targets[i];
            squares += error * error;
            absolutes += Math.abs(error);
        }
        double mse = squares / targets.length;
        double r2 = 0;
        for (int target = 0; target < width; target++) {
            r2 += r2(outputs, targets, width, target);
        }
        return new RegressionEvaluation(
                targets.length / width, loss, mse, Math.sqrt(mse), absolutes / targets.length, r2 / width);
    }

    private static double r2(float[] outputs, float[] targets, int width, int target) {
        double sum = 0;
        for (int i = target; i < targets.length; i += width) {
            sum += targets[i];
        }
        int rows = targets.length / width;
        double mean = sum / rows;
        double residual = 0;
        double total = 0;
        for (int i = target; i < targets.length; i += width) {
            double error = (double) outputs[i] - targets[i];
            double deviation = targets[i] - mean;
            residual += error * error;
            total += deviation * deviation;
        }
        if (total == 0) {
            return residual == 0 ? 1 : 0;
        }
        return 1 - residual / total;
    }
}
