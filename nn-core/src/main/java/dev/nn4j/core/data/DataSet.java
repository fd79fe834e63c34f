// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

/**
 * Rows of numbers ready for a network: inputs, targets and weights, row-major. It keeps the arrays it is given, to
 * spare large data a copy: they must not be changed afterwards.
 */
public final class DataSet {
    private final int rows;
    private final int inputWidth;
    private final int targetWidth;
    private final float[] inputs;
    private final float[] targets;
    private final float[] weights;

    private DataSet(float[] inputs, int inputWidth, float[] targets, int targetWidth, float[] weights) {
        this.rows = targets.length / targetWidth;
        this.inputWidth = inputWidth;
        this.targetWidth = targetWidth;
        this.inputs = inputs;
        this.targets = targets;
        this.weights = weights;
    }

    /**
     * Rows that all weigh the same.
     *
     * @param inputs {@code rows × inputWidth}
     * @param targets {@code rows × targetWidth}; classes one-hot, binary targets 0 or 1
     */
    public static DataSet of(float[] inputs, int inputWidth, float[] targets, int targetWidth) {
        if (inputWidth < 1 || targetWidth < 1) {
            throw new IllegalArgumentException(
                    "data set: widths must be at least 1, got " + inputWidth + " and " + targetWidth);
        }
        int rows = targets.length / targetWidth;
        if (rows * targetWidth != targets.length || (long) rows * inputWidth != inputs.length) {
            throw new IllegalArgumentException("data set: " + inputs.length + " inputs of width " + inputWidth + " and "
                    + targets.length + " targets of width " + targetWidth + " must make the same whole rows");
        }
        return new DataSet(inputs, inputWidth, targets, targetWidth, new float[0]);
    }

    /**
     * These rows with weights, which scale each row's share in the loss.
     *
     * @param rowWeights one for each row, finite, at least 0, not all 0
     */
    public DataSet withWeights(float[] rowWeights) {
        if (rowWeights.length != rows) {
            throw new IllegalArgumentException(
                    "data set: " + rows + " rows need as many weights, got " + rowWeights.length);
        }
        double sum = 0;
        for (float weight : rowWeights) {
            if (!(weight >= 0) || Float.isInfinite(weight)) {
                throw new IllegalArgumentException("data set: weights must be finite and at least 0, got " + weight);
            }
            sum += weight;
        }
        if (sum == 0) {
            throw new IllegalArgumentException("data set: at least one weight must be above 0");
        }
        return new DataSet(inputs, inputWidth, targets, targetWidth, rowWeights);
    }

    /** Number of rows. */
    public int rows() {
        return rows;
    }

    /** Inputs to a row. */
    public int inputWidth() {
        return inputWidth;
    }

    /** Targets to a row. */
    public int targetWidth() {
        return targetWidth;
    }

    /** The inputs themselves, {@code rows × inputWidth}; read only. */
    public float[] inputs() {
        return inputs;
    }

    /** The targets themselves, {@code rows × targetWidth}; read only. */
    public float[] targets() {
        return targets;
    }

    /** Whether rows have weights of their own. */
    public boolean isWeighted() {
        return weights.length > 0;
    }

    /** The weight of a row; 1 without weights. */
    public float weight(int row) {
        return isWeighted() ? weights[row] : 1;
    }

    /** A copy of the rows of these indices, in that order. */
    public DataSet select(int[] indices) {
        return new DataSet(
                pick(inputs, inputWidth, indices),
                inputWidth,
                pick(targets, targetWidth, indices),
                targetWidth,
                isWeighted() ? pick(weights, 1, indices) : weights);
    }

    private static float[] pick(float[] values, int width, int[] indices) {
        float[] picked = new float[Math.multiplyExact(indices.length, width)];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(values, indices[i] * width, picked, i * width, width);
        }
        return picked;
    }

    /** As in {@code 512 rows, 30 inputs, 1 targets}. */
    @Override
    public String toString() {
        return rows + " rows, " + inputWidth + " inputs, " + targetWidth + " targets";
    }
}
