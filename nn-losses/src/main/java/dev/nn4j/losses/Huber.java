// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.losses;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Loss;
import dev.nn4j.api.Range;
import dev.nn4j.api.TargetKind;

/**
 * Huber's loss (Huber 1964), squared for small errors and absolute for large ones: with e = y − t, {@code L = (1/n)·Σ
 * e²/2} where |e| ≤ delta, else {@code delta·(|e| − delta/2)}; {@code dy = max(−delta, min(delta, e)) / n}.
 *
 * @param delta where the two meet, greater than 0
 * @since 0.1.0
 */
public record Huber(double delta) implements Loss {
    private static final String NAME = "huber";
    private static final Hyperparameter<Double> DELTA =
            Hyperparameter.floatNumber("delta", 1, Range.greaterThan(0), "error from which the loss grows linearly");

    /**
     * With the given value.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public Huber {
        DELTA.check(NAME, delta);
    }

    /** With delta 1. */
    public Huber() {
        this(DELTA.defaultValue());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.of(DELTA, delta);
    }

    @Override
    public Huber with(Hyperparameters values) {
        return new Huber(values.get(DELTA));
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
                double error = Math.abs((double) y[i] - t[i]);
                sum += error <= delta ? 0.5 * error * error : delta * (error - 0.5 * delta);
            }
            rowLoss[row / width] = sum / width;
        }
    }

    @Override
    public void gradient(float[] y, float[] t, float[] dy, int from, int to, int width) {
        float share = 1f / width;
        float limit = (float) delta;
        for (int i = from; i < to; i++) {
            dy[i] = Math.max(-limit, Math.min(limit, y[i] - t[i])) * share;
        }
    }
}
