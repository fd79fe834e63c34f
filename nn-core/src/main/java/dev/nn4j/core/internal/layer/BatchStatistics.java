// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.layer;

import dev.nn4j.core.internal.blocks.Blocks;
import java.util.Arrays;
import java.util.List;

/**
 * Statistics of the columns of one batch at one layer, in double, in the order of {@link Blocks}. Mean and variance of a
 * block come from one pass over its rows, as differences from its first (the shifted data algorithm of Chan, Golub and
 * LeVeque 1983): a constant column has variance zero exactly, and a column far from zero loses nothing. Those of two runs
 * are combined by their pairwise formula. Workers take columns; none sees another's.
 */
public final class BatchStatistics {
    /** μ, rounded. */
    final float[] mean;

    /** 1/√(σ² + ε), rounded. */
    final float[] inverseDeviation;

    /** Means over the rows of dz and of dz ⊙ z, rounded. */
    final float[] meanGradient;

    final float[] meanProduct;

    private final int layer;
    private final double[] shift;
    /** For each run that waits for others: its mean, or its Σ dz. */
    private double[][] first = new double[0][];
    /** Likewise its variance, or its Σ dz ⊙ z. */
    private double[][] second = new double[0][];

    private List<Workspace> chunks = List.of();
    private int rows;

    public BatchStatistics(int layer, int width) {
        this.layer = layer;
        mean = new float[width];
        inverseDeviation = new float[width];
        meanGradient = new float[width];
        meanProduct = new float[width];
        shift = new double[width];
    }

    /** Goes to a batch, before workers do. */
    public void moveTo(List<Workspace> ofBatch, int batchRows) {
        chunks = ofBatch;
        rows = batchRows;
        int runs = Blocks.mostRuns(Blocks.of(rows));
        if (first.length < runs) {
            first = new double[runs][mean.length];
            second = new double[runs][mean.length];
        }
    }

    /** Number of rows of the batch. */
    int rows() {
        return rows;
    }

    /** Takes the moments of x in the columns {@code [from, to)}. */
    public void takeMoments(int from, int to) {
        moments(0, Blocks.of(rows), 0, from, to);
    }

    /** μ of a column. */
    public double mean(int column) {
        return first[0][column];
    }

    /** σ² of a column. */
    public double variance(int column) {
        return second[0][column];
    }

    /** Takes the sums of dz and dz ⊙ z in the columns {@code [from, to)}. */
    void takeGradientSums(int from, int to) {
        gradientSums(0, Blocks.of(rows), 0, from, to);
    }

    /** Σ dz of a column. */
    double gradientSum(int column) {
        return first[0][column];
    }

    /** Σ dz ⊙ z of a column. */
    double productSum(int column) {
        return second[0][column];
    }

    private void moments(int block, int blocks, int run, int from, int to) {
        if (blocks == 1) {
            momentsOf(block, first[run], second[run], from, to);
            return;
        }
        int half = Blocks.firstHalf(blocks);
        moments(block, half, run, from, to);
        moments(block + half, blocks - half, run + 1, from, to);
        double share = (double) (end(block + blocks) - end(block + half)) / (end(block + blocks) - end(block));
        for (int j = from; j < to; j++) {
            double difference = first[run + 1][j] - first[run][j];
            double within = (1 - share) * second[run][j] + share * second[run + 1][j];
            first[run][j] += share * difference;
            second[run][j] = within + share * (1 - share) * difference * difference;
        }
    }

    private void gradientSums(int block, int blocks, int run, int from, int to) {
        if (blocks == 1) {
            gradientSumsOf(block, first[run], second[run], from, to);
            return;
        }
        int half = Blocks.firstHalf(blocks);
        gradientSums(block, half, run, from, to);
        gradientSums(block + half, blocks - half, run + 1, from, to);
        for (int j = from; j < to; j++) {
            first[run][j] += first[run + 1][j];
            second[run][j] += second[run + 1][j];
        }
    }

    private void momentsOf(int block, double[] means, double[] variances, int from, int to) {
        Arrays.fill(means, from, to, 0);
        Arrays.fill(variances, from, to, 0);
        int chunkRows = chunks.get(0).chunkRows();
        for (int row = end(block); row < end(block + 1); row += chunkRows) {
            Workspace chunk = chunks.get(row / chunkRows);
            float[] x = chunk.inputOf(layer);
            for (int j = from; row == end(block) && j < to; j++) {
                shift[j] = x[j];
            }
            addMoments(x, chunk.rows(), means, variances, from, to);
        }
        int count = end(block + 1) - end(block);
        for (int j = from; j < to; j++) {
            double meanDifference = means[j] / count;
            means[j] = shift[j] + meanDifference;
            variances[j] = Math.max(0, variances[j] / count - meanDifference * meanDifference);
        }
    }

    private void addMoments(float[] x, int chunkRows, double[] sums, double[] squares, int from, int to) {
        int width = mean.length;
        for (int row = 0; row < chunkRows; row++) {
            int at = row * width;
            for (int j = from; j < to; j++) {
                double difference = x[at + j] - shift[j];
                sums[j] += difference;
                squares[j] += difference * difference;
            }
        }
    }

    private void gradientSumsOf(int block, double[] sums, double[] products, int from, int to) {
        Arrays.fill(sums, from, to, 0);
        Arrays.fill(products, from, to, 0);
        int chunkRows = chunks.get(0).chunkRows();
        for (int row = end(block); row < end(block + 1); row += chunkRows) {
            Workspace chunk = chunks.get(row / chunkRows);
            addGradient(chunk.z[layer], chunk.dz[layer], chunk.rows(), sums, products, from, to);
        }
    }

    private void addGradient(float[] z, float[] dz, int chunkRows, double[] sums, double[] products, int from, int to) {
        int width = mean.length;
        for (int row = 0; row < chunkRows; row++) {
            int at = row * width;
            for (int j = from; j < to; j++) {
                double gradient = dz[at + j];
                sums[j] += gradient;
                products[j] += gradient * z[at + j];
            }
        }
    }

    /** The row of the batch with which a block begins, and the one before ends. */
    private int end(int block) {
        return (int) Math.min(rows, (long) block * Blocks.ROWS);
    }
}
