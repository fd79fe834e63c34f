// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.losses;

import dev.nn4j.api.Loss;
import dev.nn4j.api.TargetKind;
import java.util.List;

/**
 * Mean squared error: {@code L = (1/n)·Σ (y − t)²}, {@code dy = 2·(y − t) / n}.
 *
 * @since 0.1.0
 */
public record MeanSquaredError() implements Loss {
    @Override
    public String name() {
        return "mean-squared-error";
    }

    @Override
    public List<String> aliases() {
        return List.of("mse");
    }

    @Override
    public TargetKind targets() {
        return TargetKind.NUMBERS;
    }

    @Override
    public void loss(float[] y, float[] t, double[] rowLoss, int from, int to, int width) {
        for (int row = from; row < to; row += width) {
            double sum = 0;
            for (int i = row; i < row + width; i++) {
                double error = (double) y[i] - t[i];
                sum += error * error;
            }
            rowLoss[row / width] = sum / width;
        }
    }

    @Override
    public void gradient(float[] y, float[] t, float[] dy, int from, int to, int width) {
        float share = 2f / width;
        for (int i = from; i < to; i++) {
            dy[i] = (y[i] - t[i]) * share;
        }
    }
}
