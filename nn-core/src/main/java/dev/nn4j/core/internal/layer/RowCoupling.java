// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.layer;

/**
 * What a layer computes of all rows of a batch before any of them can go on, on the way there and on the way back.
 * Columns are split over workers; each column's sums are taken in the order of
 * {@link dev.nn4j.core.internal.blocks.Blocks}, so that neither chunks nor threads show.
 */
public interface RowCoupling {
    /** Computes the statistics of the columns {@code [from, to)} of x, and lets the running ones follow. */
    void gather(BatchStatistics statistics, float[] parameters, int from, int to);

    /** Computes what the gradient of these columns' x needs of all rows, and adds the gradient of their parameters. */
    void gatherGradient(BatchStatistics statistics, float[] gradient, int from, int to);
}
