// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import java.util.List;

/**
 * What a layer computes of all rows of a batch before any of them can go on, on the way there and on the way back.
 * Columns are split over workers; each column's sums are one chain over the rows in order, so that neither chunks nor
 * threads show.
 */
interface RowCoupling {
    /** Computes the statistics of the columns {@code [from, to)} of x, and lets the running ones follow. */
    void gather(BatchStatistics statistics, List<Workspace> chunks, int rows, float[] parameters, int from, int to);

    /** Computes what the gradient of these columns' x needs of all rows, and adds the gradient of their parameters. */
    void gatherGradient(
            BatchStatistics statistics, List<Workspace> chunks, int rows, float[] gradient, int from, int to);
}
