// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.streaming;

import dev.nn4j.core.schema.InputTally;
import dev.nn4j.core.table.WordArray;

/**
 * What is kept of rows that a model was asked about.
 *
 * @param rows how many could be asked
 * @param withoutTarget how many had no target
 * @param outputs {@code rows × detailWidth}
 * @param truth the true labels' indices, or bits of the numbers, row by row
 * @param losses one for each row; none if the model says none
 * @param tally of what its policies let through
 */
record AskedRows(int rows, int withoutTarget, float[] outputs, WordArray truth, double[] losses, InputTally tally) {
    static AskedRows none(int withoutTarget, InputTally tally) {
        return new AskedRows(0, withoutTarget, new float[0], WordArray.inHeap(0), new double[0], tally);
    }
}
