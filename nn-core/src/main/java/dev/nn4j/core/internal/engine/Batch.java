// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.core.data.DataSet;
import dev.nn4j.core.data.Words;

/** Which rows make a step. Mutable, so that going to the next allocates nothing. */
public final class Batch {
    private final DataSet data;
    private Words order = Words.inHeap(0);
    private int from;
    private int to;
    private double weightSum;

    /** Batches of this data. */
    public Batch(DataSet data) {
        this.data = data;
    }

    /** Goes to the rows that {@code rows} names at {@code [first, last)}. */
    public void moveTo(Words rows, int first, int last) {
        order = rows;
        from = first;
        to = last;
        weightSum = 0;
        for (int i = first; i < last; i++) {
            weightSum += data.weight(rows.get(i));
        }
    }

    DataSet data() {
        return data;
    }

    /** Number of rows. */
    public int rows() {
        return to - from;
    }

    /** Sum of the rows' weights. */
    double weightSum() {
        return weightSum;
    }

    /** Loads the chunk that begins with the batch's row {@code first}. */
    void load(Workspace chunk, int first, int count) {
        chunk.load(data, order, from + first, count, weightSum);
    }

    /** The weight of the batch's row {@code r}. */
    double weight(int r) {
        return data.weight(order.get(from + r));
    }
}
