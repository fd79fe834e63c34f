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

    void add(double weightedLoss, int right) {
        loss += weightedLoss;
        rowsRight += right;
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
