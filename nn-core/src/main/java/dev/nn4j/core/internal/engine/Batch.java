// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.layer.Workspace;
import dev.nn4j.core.internal.rules.LabelSmoothing;
import dev.nn4j.core.table.WordArray;

/** Which rows make a step. Mutable, so that going to the next allocates nothing. */
public final class Batch {
    private final DataSet data;
    private final DataSet.Reader reader;
    private final Cancellation.Walk walk;
    private final LabelSmoothing smoothing;
    private WordArray order = WordArray.inHeap(0);
    private int from;
    private int to;
    private int place;
    private double usualWeight;

    /** Batches of this data, which no cancellation ends. */
    public Batch(DataSet data) {
        this(data, Cancellation.none());
    }

    /** Batches of this data, on whose way a cancellation is asked for. */
    public Batch(DataSet data, Cancellation cancellation) {
        this(data, cancellation, LabelSmoothing.none());
    }

    /** Likewise, with targets that are spread as training wants them. */
    public Batch(DataSet data, Cancellation cancellation, LabelSmoothing smoothing) {
        this.smoothing = smoothing;
        this.data = data;
        this.walk = cancellation.newWalk();
        this.reader = data.newReader();
    }

    /** Goes to the rows that {@code rows} names at {@code [first, last)}. */
    public void moveTo(WordArray rows, int first, int last) {
        moveTo(rows, first, last, 0, (last - first) * data.meanWeight());
    }

    /**
     * Goes to rows that are a part of a batch.
     *
     * @param inBatch place of the first of them in the batch, from 0; begins a block
     * @param batchWeight what the whole batch's rows would weigh at the mean weight of the data
     */
    public void moveTo(WordArray rows, int first, int last, int inBatch, double batchWeight) {
        order = rows;
        from = first;
        to = last;
        place = inBatch;
        usualWeight = batchWeight;
    }

    DataSet data() {
        return data;
    }

    /** The rows of the data in an order of which the batch is a part. */
    public WordArray order() {
        return order;
    }

    /** Where the batch begins in that order. */
    public int first() {
        return from;
    }

    /** Place of the first row in its batch: 0, unless these rows are a part of one. */
    int place() {
        return place;
    }

    /** Number of rows. */
    public int rows() {
        return to - from;
    }

    /**
     * What the rows' weights are shares of: so many rows of the data's mean weight. It depends on no row of the batch, so
     * that the batches of an epoch add up to the loss of all rows, whatever their size.
     */
    public double usualWeight() {
        return usualWeight;
    }

    /**
     * Loads the chunk that begins with the batch's row {@code first}. Before the first chunk nothing is asked: who moves
     * from batch to batch asks between them, and small batches are over sooner than the clock is read.
     */
    void load(Workspace chunk, int first, int count) {
        if (first > 0) {
            goOn();
        }
        chunk.load(data, reader, order, from + first, count, usualWeight());
        smoothing.apply(chunk.targets, count * data.targetWidth());
    }

    /** Between two parts of the work on the batch, asks now and then whether it is to end. */
    void goOn() {
        walk.longStep();
    }

    /** Whether rows have weights of their own. */
    boolean isWeighted() {
        return data.isWeighted();
    }

    /** The weight of the batch's row {@code r}. */
    double weight(int r) {
        return data.weight(order.get(from + r));
    }
}
