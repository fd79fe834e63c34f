// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.start;

import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.internal.blocks.BlockSums;
import dev.nn4j.core.internal.kernels.Kernels;

/**
 * Fits the weights of a dense layer to rows of data (Holzmüller, Grinsztajn and Steinwart 2024, "Better by default", and Steinwart
 * 2019): a unit's weights are divided by the deviation of its z over the rows, and its bias becomes minus a random mean of z at a
 * few of them. So each unit bends where rows lie.
 */
public final class UnitStart {
    /** Rows of which a unit's bias is a mean. */
    private static final int ROWS_TO_BIAS = 5;

    private final Kernels kernels;
    private final float[] parameters;
    private final int weights;
    private final int inputs;
    private final int units;

    /** For the weights of a layer, which lie among the parameters from an index on. */
    public UnitStart(Kernels kernels, float[] parameters, int weights, int inputs, int units) {
        this.kernels = kernels;
        this.parameters = parameters;
        this.weights = weights;
        this.inputs = inputs;
        this.units = units;
    }

    /** Divides the weights, and draws the biases behind them. */
    public void withBiases(TrainingSample sample, RandomStream random) {
        int[] rows = new int[units * ROWS_TO_BIAS];
        double[] shares = new double[rows.length];
        draw(rows, shares, sample.rows(), random);
        float[] picked = new float[rows.length];
        float[] deviations = divide(sample, rows, picked);
        int bias = weights + inputs * units;
        for (int j = 0; j < units; j++) {
            double mean = 0;
            for (int i = j * ROWS_TO_BIAS; i < (j + 1) * ROWS_TO_BIAS; i++) {
                mean += shares[i] * picked[i];
            }
            parameters[bias + j] = (float) (-mean / deviations[j]);
        }
    }

    /** Divides the weights alone. */
    public void withoutBiases(TrainingSample sample) {
        divide(sample, new int[0], new float[0]);
    }

    /** For each unit a few rows, and the share of each: draws of an exponential distribution, divided by their sum. */
    private void draw(int[] rows, double[] shares, int count, RandomStream random) {
        for (int first = 0; first < rows.length; first += ROWS_TO_BIAS) {
            double sum = 0;
            for (int i = first; i < first + ROWS_TO_BIAS; i++) {
                rows[i] = random.nextInt(count);
                shares[i] = -StrictMath.log(1 - random.nextDouble());
                sum += shares[i];
            }
            for (int i = first; i < first + ROWS_TO_BIAS; i++) {
                shares[i] = sum > 0 ? shares[i] / sum : 1.0 / ROWS_TO_BIAS;
            }
        }
    }

    /**
     * Divides each unit's weights by the deviation of its z, by 1 where z is constant.
     *
     * @param rows for each unit some
     * @param picked receives z of the units at these, before the division
     * @return what the units were divided by
     */
    private float[] divide(TrainingSample sample, int[] rows, float[] picked) {
        BlockSums sums = new BlockSums(units);
        BlockSums squares = new BlockSums(units);
        ZBuffer buffer = new ZBuffer();
        sample.pass((first, count, x) -> {
            float[] z = buffer.of(x, count);
            for (int row = 0; row < count; row++) {
                for (int j = 0; j < units; j++) {
                    double value = z[row * units + j];
                    sums.add(first + row, j, value);
                    squares.add(first + row, j, value * value);
                }
            }
            for (int i = 0; i < rows.length; i++) {
                int row = rows[i] - first;
                if (row >= 0 && row < count) {
                    picked[i] = z[row * units + i / ROWS_TO_BIAS];
                }
            }
        });
        float[] deviations = deviations(sums.totals(), squares.totals(), sample.rows());
        for (int i = 0; i < inputs * units; i++) {
            parameters[weights + i] /= deviations[i % units];
        }
        return deviations;
    }

    private static float[] deviations(double[] sums, double[] squares, int rows) {
        float[] deviations = new float[sums.length];
        for (int j = 0; j < deviations.length; j++) {
            double mean = sums[j] / rows;
            double variance = squares[j] / rows - mean * mean;
            // what is left of rounding is no deviation
            boolean constant = !(variance > 1e-12 * mean * mean) || variance < Float.MIN_NORMAL;
            deviations[j] = constant ? 1 : (float) Math.sqrt(variance);
        }
        return deviations;
    }

    /** Memory for z, as long as the longest chunk. */
    private final class ZBuffer {
        private float[] z = new float[0];

        float[] of(float[] x, int count) {
            if (z.length < count * units) {
                z = new float[Math.multiplyExact(count, units)];
                kernels.reserve(count, inputs, units);
            }
            kernels.affine(x, 0, parameters, weights, Kernels.NO_BIAS, z, 0, count, inputs, units);
            return z;
        }
    }
}
