// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.core.internal.blocks.BlockSum;
import dev.nn4j.core.internal.layer.Workspace;

/** What a pass over a batch tells. Mutable, so that a step allocates nothing. */
public final class BatchResult {
    private final BlockSum losses = new BlockSum();
    private double lossSum;
    private double loss;
    private int rowsRight;

    /** One of no rows. */
    public BatchResult() {}

    /** Takes what others have summed. */
    public void set(Batch batch, double sum, int right) {
        lossSum = sum;
        loss = sum / batch.usualWeight();
        rowsRight = right;
    }

    void reset() {
        losses.reset();
        rowsRight = 0;
    }

    /** Adds the chunk that begins with the batch's row {@code first}. */
    void add(Batch batch, int first, Workspace chunk, CorrectRows decided, int width) {
        if (batch.isWeighted()) {
            for (int r = 0; r < chunk.rows(); r++) {
                losses.add(first + r, batch.weight(first + r) * chunk.rowLoss[r]);
            }
        } else {
            losses.add(first, chunk.rowLoss, chunk.rows());
        }
        rowsRight += decided.count(chunk.a[chunk.a.length - 1], chunk.targets, chunk.rows(), width);
    }

    /** After the last chunk. */
    void finish(Batch batch) {
        set(batch, losses.total(), rowsRight);
    }

    /**
     * Σ w·l / (rows · mean weight of the data) over the batch's rows, summed in the order of {@link
     * dev.nn4j.core.internal.blocks.Blocks}. Of all rows of the data it is their weighted mean.
     */
    public double loss() {
        return loss;
    }

    /** Σ w·l over the rows. */
    public double lossSum() {
        return lossSum;
    }

    /** Rows decided rightly. */
    public int rowsRight() {
        return rowsRight;
    }
}
