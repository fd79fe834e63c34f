// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Where a training stands after a batch.
 *
 * @since 0.1.0
 */
public final class BatchProgress {
    private final int epoch;
    private final int epochs;
    private final long rowsDone;
    private final long rows;
    private final double loss;
    private final OptionalDouble accuracy;

    /** All parts, in this order; made by trainings, and by tests of listeners. */
    public BatchProgress(int epoch, int epochs, long rowsDone, long rows, double loss, OptionalDouble accuracy) {
        this.epoch = epoch;
        this.epochs = epochs;
        this.rowsDone = rowsDone;
        this.rows = rows;
        this.loss = loss;
        this.accuracy = accuracy;
    }

    /** The epoch, counted from 1. */
    public int epoch() {
        return epoch;
    }

    /** The most epochs there will be. */
    public int epochs() {
        return epochs;
    }

    /** Rows trained in this epoch so far. */
    public long rowsDone() {
        return rowsDone;
    }

    /** Rows to an epoch. */
    public long rows() {
        return rows;
    }

    /** Mean loss of this epoch's batches so far. */
    public double loss() {
        return loss;
    }

    /** Accuracy of this epoch's batches so far; empty for regression. */
    public OptionalDouble accuracy() {
        return accuracy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BatchProgress that
                && epoch == that.epoch
                && epochs == that.epochs
                && rowsDone == that.rowsDone
                && rows == that.rows
                && Double.compare(loss, that.loss) == 0
                && accuracy.equals(that.accuracy);
    }

    @Override
    public int hashCode() {
        return Objects.hash(epoch, epochs, rowsDone, rows, loss, accuracy);
    }

    @Override
    public String toString() {
        return "BatchProgress[epoch=" + epoch + ", epochs=" + epochs + ", rowsDone=" + rowsDone + ", rows=" + rows
                + ", loss=" + loss + ", accuracy=" + accuracy + "]";
    }
}
