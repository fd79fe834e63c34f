// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

/** What a pass over a batch tells. Mutable, so that a step allocates nothing. */
public final class BatchResult {
    private double loss;
    private int rowsRight;

    BatchResult() {}

    void reset() {
        loss = 0;
        rowsRight = 0;
    }

    /** Adds the chunk that begins with the batch's row {@code first}. */
    void add(Batch batch, int first, Workspace chunk, RowsRight decided, int width) {
        double sum = 0;
        for (int r = 0; r < chunk.rows(); r++) {
            sum += batch.weight(first + r) * chunk.rowLoss[r];
        }
        loss += sum;
        rowsRight += decided.count(chunk.a[chunk.a.length - 1], chunk.targets, chunk.rows(), width);
    }

    void divideLoss(double weightSum) {
        loss = weightSum == 0 ? 0 : loss / weightSum;
    }

    /** Σ w·l / Σ w over the rows. */
    public double loss() {
        return loss;
    }

    /** Rows decided rightly. */
    public int rowsRight() {
        return rowsRight;
    }
}
