// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.losses;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Loss;
import dev.nn4j.api.Range;
import dev.nn4j.api.TargetKind;
import java.util.List;

/**
 * Quantile or pinball loss (Koenker, Bassett 1978), least where a share {@code level} of the targets lies below the prediction:
 * with e = t − y, {@code L = (1/n)·Σ max(level·e, (level − 1)·e)}; {@code dy = −level / n} where y is too small, {@code (1 −
 * level) / n} where it is too large, 0 where it agrees.
 *
 * @param level the share, in (0, 1); 0.5 is the median
 * @since 0.1.0
 */
public record Quantile(double level) implements Loss {
    private static final String NAME = "quantile";
    private static final Hyperparameter<Double> LEVEL = Hyperparameter.floatNumber(
            "level", 0.5, Range.open(0, 1), "share of the targets that is to lie below the answer");

    /**
     * With the given value.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public Quantile {
        LEVEL.check(NAME, level);
    }

    /** With level 0.5. */
    public Quantile() {
        this(LEVEL.defaultValue());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> aliases() {
        return List.of("pinball");
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.of(LEVEL, level);
    }

    @Override
    public Quantile with(Hyperparameters values) {
        return new Quantile(values.get(LEVEL));
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
                double error = (double) t[i] - y[i];
                sum += Math.max(level * error, (level - 1) * error);
            }
            rowLoss[row / width] = sum / width;
        }
    }

    @Override
    public void gradient(float[] y, float[] t, float[] dy, int from, int to, int width) {
        float below = (float) (-level / width);
        float above = (float) ((1 - level) / width);
        for (int i = from; i < to; i++) {
            float error = y[i] - t[i];
            dy[i] = error < 0 ? below : error > 0 ? above : error; // 0, or NaN
        }
    }
}
