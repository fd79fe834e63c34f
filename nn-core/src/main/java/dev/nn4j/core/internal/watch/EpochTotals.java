// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.watch;

import dev.nn4j.core.internal.blocks.BlockSum;
import dev.nn4j.core.internal.engine.BatchResult;
import java.util.OptionalDouble;

/** Sums over the batches of an epoch, each weighted by its rows; batches are added as rows are. */
public final class EpochTotals {
    private final boolean hasAccuracy;
    private final BlockSum lossTimesRows = new BlockSum();
    private long batches;
    private long right;
    private long rows;

    /** Of no batch yet. */
    public EpochTotals(boolean hasAccuracy) {
        this.hasAccuracy = hasAccuracy;
    }

    /** Takes a batch of so many rows in. */
    public void add(BatchResult batch, int batchRows) {
        lossTimesRows.add(batches++, batch.loss() * batchRows);
        right += batch.rowsRight();
        rows += batchRows;
    }

    /** Rows so far. */
    public long rows() {
        return rows;
    }

    /** The mean loss of the rows so far. */
    public double loss() {
        return lossTimesRows.total() / rows;
    }

    /** The share of them that is right, if there is such a thing. */
    public OptionalDouble accuracy() {
        return hasAccuracy ? OptionalDouble.of((double) right / rows) : OptionalDouble.empty();
    }
}
