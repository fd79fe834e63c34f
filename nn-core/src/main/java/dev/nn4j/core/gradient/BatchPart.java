// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.gradient;

import dev.nn4j.core.internal.blocks.Blocks;
import dev.nn4j.core.table.WordArray;
import java.util.Objects;

/**
 * Rows of a batch that lie side by side, of which one place computes the gradient: a block, or less where the batch ends.
 *
 * @param step counted from 1; what is drawn for the rows, such as dropout's units, depends on it
 * @param order rows of the data that {@link BlockGradient#compute} is given, by their numbers there
 * @param first where the part begins in that order
 * @param last where it ends, exclusively
 * @param place of its first row in the batch, from 0: a multiple of {@link #BLOCK_ROWS}
 * @param batchWeight what all rows of the batch would weigh at the mean weight of the training data
 * @since 0.1.0
 */
public record BatchPart(long step, WordArray order, int first, int last, int place, double batchWeight) {
    /** Rows to a block. */
    public static final int BLOCK_ROWS = Blocks.ROWS;

    /** Refuses parts that are not a block's. */
    public BatchPart {
        if (first < 0 || last <= first || last - first > BLOCK_ROWS) {
            throw new IllegalArgumentException(
                    "batch part: must have 1 to " + BLOCK_ROWS + " rows, got [" + first + ", " + last + ")");
        }
        if (place < 0 || place % BLOCK_ROWS != 0) {
            throw new IllegalArgumentException("batch part: must begin at a multiple of " + BLOCK_ROWS
                    + " rows of its batch, got " + place + "; cut the batch in whole blocks");
        }
        Objects.requireNonNull(order, "batch part: the order of rows is null");
        if (!(batchWeight > 0) || Double.isInfinite(batchWeight)) {
            throw new IllegalArgumentException(
                    "batch part: the batch's weight must be finite and above 0, got " + batchWeight);
        }
    }

    /** Number of rows. */
    public int rows() {
        return last - first;
    }

    /** Which block of the batch it is, from 0. */
    public int block() {
        return place / BLOCK_ROWS;
    }
}
