// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.losses;

import dev.nn4j.api.Loss;
import dev.nn4j.api.TargetKind;
import java.util.List;

/**
 * Mean absolute error: {@code L = (1/n)·Σ |y − t|}, {@code dy = sign(y − t) / n}, 0 where y = t.
 *
 * @since 0.1.0
 */
public record MeanAbsoluteError() implements Loss {
    @Override
    public String name() {
        return "mean-absolute-error";
    }

    @Override
    public List<String> aliases() {
        return List.of("mae", "l1-loss");
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
                sum += Math.abs((double) y[i] - t[i]);
            }
            rowLoss[row / width] = sum / width;
        }
    }

    @Override
    public void gradient(float[] y, float[] t, float[] dy, int from, int to, int width) {
        float share = 1f / width;
        for (int i = from; i < to; i++) {
            float error = y[i] - t[i];
            float sign = error > 0 ? 1 : error < 0 ? -1 : error; // Math.signum, of which JDK 17 makes no vector
            dy[i] = sign * share;
        }
    }
}
