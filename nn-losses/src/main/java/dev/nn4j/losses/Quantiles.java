// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.losses;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Loss;
import dev.nn4j.api.Range;
import dev.nn4j.api.TargetDistribution;
import dev.nn4j.api.TargetKind;
import java.util.List;

/**
 * Pinball loss of several quantiles of each target (Koenker, Bassett 1978): an output for each level, each judged as {@link
 * Quantile} does. With e = t − y, {@code L = (1/n)·Σ max(level·e, (level − 1)·e)} over a row's n outputs; {@code dy = −level /
 * n} where y is too small, {@code (1 − level) / n} where it is too large, 0 where it agrees.
 *
 * @param levels shares of the targets that are to lie below the answers: 2 to 99, in (0, 1), ascending
 * @since 0.1.0
 */
public record Quantiles(List<Double> levels) implements Loss {
    private static final String NAME = "quantiles";
    private static final Hyperparameter<List<Double>> LEVELS = Hyperparameter.numbers(
            "levels",
            List.of(0.05, 0.5, 0.95),
            Range.open(0, 1),
            "shares of the targets that are to lie below the answers, ascending");

    /**
     * With the given levels.
     *
     * @throws IllegalArgumentException if they are fewer or more, out of range or do not ascend
     */
    public Quantiles {
        levels = new TargetDistribution.Quantiles(LEVELS.check(NAME, List.copyOf(levels))).levels();
    }

    /** With levels 0.05, 0.5 and 0.95: the median, and what holds nine of ten. */
    public Quantiles() {
        this(LEVELS.defaultValue());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> aliases() {
        return List.of("multi-quantile");
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.of(LEVELS, levels);
    }

    @Override
    public Quantiles with(Hyperparameters values) {
        return new Quantiles(values.get(LEVELS));
    }

    @Override
    public TargetKind targets() {
        return TargetKind.NUMBERS;
    }

    @Override
    public TargetDistribution distribution() {
        return new TargetDistribution.Quantiles(levels);
    }

    @Override
    public void loss(float[] y, float[] t, double[] rowLoss, int from, int to, int width) {
        double[] each = each();
        for (int row = from; row < to; row += width) {
            double sum = 0;
            for (int i = 0; i < width; i++) {
                double level = each[i % each.length];
                double error = (double) t[row + i] - y[row + i];
                sum += Math.max(level * error, (level - 1) * error);
            }
            rowLoss[row / width] = sum / width;
        }
    }

    @Override
    public void gradient(float[] y, float[] t, float[] dy, int from, int to, int width) {
        double[] each = each();
        for (int row = from; row < to; row += width) {
            for (int i = 0; i < width; i++) {
                double level = each[i % each.length];
                float error = y[row + i] - t[row + i];
                dy[row + i] = error < 0
                        ? (float) (-level / width)
                        : error > 0 ? (float) ((1 - level) / width) : error; // 0, or NaN
            }
        }
    }

    private double[] each() {
        return levels.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
