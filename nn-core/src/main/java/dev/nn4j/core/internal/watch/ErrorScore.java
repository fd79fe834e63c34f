// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.watch;

import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.blocks.BlockSum;

/** How far numbers are from their targets: the root of the mean square, or the mean of the absolute, over all outputs. */
final class ErrorScore implements WatchedScore {
    private final DataSet data;
    private final boolean squared;
    private final int width;
    private final BlockSum errors = new BlockSum();
    private final BlockSum weights = new BlockSum();

    ErrorScore(DataSet data, boolean squared) {
        this.data = data;
        this.squared = squared;
        this.width = data.targetWidth();
    }

    @Override
    public void begin() {
        errors.reset();
        weights.reset();
    }

    @Override
    public void add(int first, int rows, float[] outputs, float[] targets) {
        for (int r = 0; r < rows; r++) {
            int row = first + r;
            double weight = data.weight(row);
            weights.add(row, weight);
            for (int i = r * width; i < (r + 1) * width; i++) {
                double error = (double) outputs[i] - targets[i];
                errors.add(row, weight * (squared ? error * error : Math.abs(error)));
            }
        }
    }

    @Override
    public double value() {
        double mean = errors.total() / (weights.total() * width);
        return squared ? Math.sqrt(mean) : mean;
    }
}
