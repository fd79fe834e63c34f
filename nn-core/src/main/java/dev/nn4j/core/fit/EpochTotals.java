// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import dev.nn4j.core.internal.blocks.BlockSum;
import dev.nn4j.core.internal.engine.BatchResult;
import java.util.OptionalDouble;

/** Sums over the batches of an epoch, each weighted by its rows; batches are added as rows are. */
final class EpochTotals {
    private final boolean hasAccuracy;
    private final BlockSum lossTimesRows = new BlockSum();
    private long batches;
    private long right;
    private long rows;

    EpochTotals(boolean hasAccuracy) {
        this.hasAccuracy = hasAccuracy;
    }

    void add(BatchResult batch, int batchRows) {
        lossTimesRows.add(batches++, batch.loss() * batchRows);
        right += batch.rowsRight();
        rows += batchRows;
    }

    long rows() {
        return rows;
    }

    double loss() {
        return lossTimesRows.total() / rows;
    }

    OptionalDouble accuracy() {
        return hasAccuracy ? OptionalDouble.of((double) right / rows) : OptionalDouble.empty();
    }
}
