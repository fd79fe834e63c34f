// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import java.util.Arrays;

/**
 * Statistics of the columns of one batch, summed in double. Mean and variance come from one pass over the rows, as
 * differences from the first (the shifted data algorithm of Chan, Golub and LeVeque 1983): a constant column has variance
 * zero exactly, and a column far from zero loses nothing.
 */
final class BatchStatistics {
    /** μ, rounded. */
    final float[] mean;

    /** 1/√(σ² + ε), rounded. */
    final float[] inverseDeviation;

    /** Means over the rows of dz and of dz ⊙ z, rounded. */
    final float[] meanGradient;

    final float[] meanProduct;

    private final double[] shift;
    private final double[] sums;
    private final double[] products;

    BatchStatistics(int width) {
        mean = new float[width];
        inverseDeviation = new float[width];
        meanGradient = new float[width];
        meanProduct = new float[width];
        shift = new double[width];
        sums = new double[width];
        products = new double[width];
    }

    /** Begins the moments of the columns {@code [from, to)}. */
    void begin(float[] firstRow, int from, int to) {
        clear(from, to);
        for (int j = from; j < to; j++) {
            shift[j] = firstRow[j];
        }
    }

    /** Adds rows to the moments. */
    void add(float[] x, int rows, int from, int to) {
        int width = mean.length;
        for (int row = 0; row < rows; row++) {
            int at = row * width;
            for (int j = from; j < to; j++) {
                double difference = x[at + j] - shift[j];
                sums[j] += difference;
                products[j] += difference * difference;
            }
        }
    }

    /** μ of a column, when all rows have been added. */
    double mean(int column, int rows) {
        return shift[column] + sums[column] / rows;
    }

    /** σ² of a column, when all rows have been added. */
    double variance(int column, int rows) {
        double meanDifference = sums[column] / rows;
        return Math.max(0, products[column] / rows - meanDifference * meanDifference);
    }

    /** Begins the sums of the gradient. */
    void beginGradient(int from, int to) {
        clear(from, to);
    }

    /** Adds rows to the sums of dz and dz ⊙ z. */
    void addGradient(float[] z, float[] dz, int rows, int from, int to) {
        int width = mean.length;
        for (int row = 0; row < rows; row++) {
            int at = row * width;
            for (int j = from; j < to; j++) {
                double gradient = dz[at + j];
                sums[j] += gradient;
                products[j] += gradient * z[at + j];
            }
        }
    }

    /** Σ dz of a column. */
    double gradientSum(int column) {
        return sums[column];
    }

    /** Σ dz ⊙ z of a column. */
    double productSum(int column) {
        return products[column];
    }

    private void clear(int from, int to) {
        Arrays.fill(sums, from, to, 0);
        Arrays.fill(products, from, to, 0);
    }
}
