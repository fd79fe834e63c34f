// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import java.util.List;

/**
 * Further columns of predictions, which stand behind the model's answers. A row without a prediction has empty cells. For one
 * thread at a time.
 */
public interface PredictedColumns {
    /** Their names. */
    List<String> header();

    /** Whether the block has to hold how far an ensemble's networks are apart. */
    default boolean needSpread() {
        return false;
    }

    /** The same for another thread. What keeps nothing from one call to the next is it itself. */
    default PredictedColumns ofThread() {
        return this;
    }

    /** Whether blocks are computed by several threads already, so that there is nothing to be had by several blocks at once. */
    default boolean useThreads() {
        return false;
    }

    /** Is called with each block before its rows are, for what is computed for many rows together. */
    default void begin(PredictedBlock block) {}

    /** Appends a cell for each name. */
    void append(PredictedBlock block, int row, List<String> cells);
}
