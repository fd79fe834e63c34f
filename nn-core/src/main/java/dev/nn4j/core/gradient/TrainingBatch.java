// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.gradient;

import dev.nn4j.core.internal.blocks.Blocks;
import dev.nn4j.core.table.WordArray;

/**
 * The rows of a step.
 *
 * @param step counted from 1
 * @param order rows of the training data, by their numbers; read only, and filled anew for the next epoch
 * @param first where the batch begins in that order
 * @param last where it ends, exclusively
 * @param weight what the batch's rows would weigh at the mean weight of the training data: their number where no row has
 *     a weight
 * @param dropoutFactor by which the step multiplies the rates of dropout, in [0, 1]; 1 where no schedule changes them
 * @since 0.1.0
 */
public record TrainingBatch(long step, WordArray order, int first, int last, double weight, double dropoutFactor) {
    /** Rows of a step whose rates of dropout are those of the network. */
    public TrainingBatch(long step, WordArray order, int first, int last, double weight) {
        this(step, order, first, last, weight, 1);
    }

    /** Number of rows. */
    public int rows() {
        return last - first;
    }

    /** Number of blocks, of {@link BatchPart#BLOCK_ROWS} rows each, the last one perhaps of fewer. */
    public int blocks() {
        return Blocks.of(rows());
    }

    /**
     * A block of the batch.
     *
     * @param block counted from 0
     * @throws IllegalArgumentException if there is no such block
     */
    public BatchPart block(int block) {
        if (block < 0 || block >= blocks()) {
            throw new IllegalArgumentException("batch: block must be in [0, " + (blocks() - 1) + "], got " + block);
        }
        int from = first + block * Blocks.ROWS;
        return new BatchPart(step, order, from, Math.min(last, from + Blocks.ROWS), block * Blocks.ROWS, weight);
    }
}
