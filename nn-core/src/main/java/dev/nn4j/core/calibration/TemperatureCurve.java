// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.calibration;

import dev.nn4j.core.internal.score.TemperatureSearch;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.schema.Task;

/** The log-loss of answers by the factor on their logits. */
final class TemperatureCurve implements TemperatureSearch.Curve {
    private final Answers answers;
    private final boolean oneOfMany;
    private final int width;
    private double slope;
    private double curvature;

    TemperatureCurve(Answers answers) {
        this.answers = answers;
        this.oneOfMany = answers.schema().task() == Task.MULTICLASS;
        this.width = answers.schema().outputs();
    }

    double factor() {
        return TemperatureSearch.factor(this);
    }

    @Override
    public void moveTo(double factor) {
        slope = 0;
        curvature = 0;
        for (int row = 0; row < answers.rows(); row++) {
            if (oneOfMany) {
                addClasses(row, factor);
            } else {
                addEach(row, factor);
            }
        }
    }

    private void addEach(int row, double factor) {
        double weight = answers.weight(row);
        for (int output = 0; output < width; output++) {
            double z = Calibration.logit(answers.output(row, output));
            double p = 1 / (1 + StrictMath.exp(-factor * z));
            slope += weight * z * (p - answers.target(row, output));
            curvature += weight * z * z * p * (1 - p);
        }
    }

    private void addClasses(int row, double factor) {
        double weight = answers.weight(row);
        float[] outputs = answers.outputs(row);
        double[] z = new double[width];
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < width; k++) {
            z[k] = StrictMath.log(Math.max(outputs[k], Float.MIN_NORMAL));
            most = Math.max(most, z[k]);
        }
        double sum = 0;
        double first = 0;
        double second = 0;
        double truth = 0;
        for (int k = 0; k < width; k++) {
            double power = StrictMath.exp(factor * (z[k] - most));
            sum += power;
            first += power * z[k];
            second += power * z[k] * z[k];
            truth += answers.target(row, k) * z[k];
        }
        double mean = first / sum;
        slope += weight * (mean - truth);
        curvature += weight * (second / sum - mean * mean);
    }

    @Override
    public double slope() {
        return slope;
    }

    @Override
    public double curvature() {
        return curvature;
    }
}
