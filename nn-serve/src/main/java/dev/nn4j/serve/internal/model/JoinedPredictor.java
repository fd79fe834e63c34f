// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.model;

import dev.nn4j.api.Nn4jException;
import dev.nn4j.core.Predictor;
import dev.nn4j.core.Scratch;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.schema.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Predicts for many threads with few working memories. Who finds one free goes at once; who does not waits, and all who wait
 * are predicted together by the first for whom one comes free. So nothing waits where there is no load, and under load the
 * batches grow. What a row's answer is does not depend on the rows beside it, so the bits are those of single rows.
 */
public final class JoinedPredictor implements Predictor {
    /** Rows that are predicted together at most; more than that go alone. */
    static final int MOST_ROWS = 64;

    private final Predictor predictor;
    private final IntConsumer batches;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Seat> free = new ArrayDeque<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Ticket ticket = new Ticket();

    /**
     * Predicts as another does.
     *
     * @param seats how many threads predict at once
     * @param batches is told how many rows are predicted together
     */
    public JoinedPredictor(Predictor predictor, KernelChoice kernels, int seats, IntConsumer batches) {
        this.predictor = predictor;
        this.batches = batches;
        for (int i = 0; i < seats; i++) {
            free.push(new Seat(predictor, kernels));
        }
    }

    private static final class Ticket implements Scratch {}

    /** Working memory, and room for rows of several callers. */
    private static final class Seat {
        private final Scratch scratch;
        private final float[] rows;
        private final float[] outputs;

        Seat(Predictor predictor, KernelChoice kernels) {
            this.scratch = predictor.newScratch(kernels);
            this.rows = new float[MOST_ROWS * predictor.schema().rawWidth()];
            this.outputs = new float[MOST_ROWS * predictor.schema().outputs()];
        }
    }

    /** Rows of one caller, who waits for a seat or for their answers. */
    private static final class Waiting {
        private final float[] rows;
        private final int count;
        private final float[] outputs;
        private final float @Nullable [] spread;
        /** Whether details are asked for in the place of outputs. */
        private final boolean details;

        private final Condition turn;
        private boolean taken;
        private boolean done;
        private @Nullable RuntimeException fault;

        Waiting(float[] rows, int count, float[] outputs, float @Nullable [] spread, boolean details, Condition turn) {
            this.details = details;
            this.rows = rows;
            this.count = count;
            this.outputs = outputs;
            this.spread = spread;
            this.turn = turn;
        }

        boolean isAlone() {
            return count > MOST_ROWS || spread != null;
        }
    }

    @Override
    public Schema schema() {
        return predictor.schema();
    }

    @Override
    public int members() {
        return predictor.members();
    }

    /** A ticket: the memory is the seat's. */
    @Override
    public Scratch newScratch(KernelChoice kernels) {
        return ticket;
    }

    @Override
    public void predict(float[] rows, int count, float[] outputs, Scratch scratch) {
        predict(new Waiting(rows, count, outputs, null, false, lock.newCondition()));
    }

    @Override
    public void predict(float[] rows, int count, float[] outputs, float[] spread, Scratch scratch) {
        predict(new Waiting(rows, count, outputs, spread, false, lock.newCondition()));
    }

    @Override
    public void predictDetails(float[] rows, int count, float[] details, float[] spread, Scratch scratch) {
        predict(new Waiting(rows, count, details, spread, true, lock.newCondition()));
    }

    private void predict(Waiting own) {
        lock.lock();
        try {
            waiting.addLast(own);
            while (!own.done) {
                if (own.taken || free.isEmpty()) {
                    own.turn.awaitUninterruptibly();
                } else {
                    lead();
                }
            }
        } finally {
            lock.unlock();
        }
        if (own.fault != null) {
            throw own.fault;
        }
    }

    /** Takes a seat and those who wait first, predicts them unlocked, and hands the seat on. */
    private void lead() {
        Seat seat = free.pop();
        List<Waiting> batch = batch();
        lock.unlock();
        boolean ran = false;
        try {
            run(seat, batch);
            ran = true;
        } finally {
            lock.lock();
            free.push(seat);
            for (Waiting one : batch) {
                one.done = true;
                one.fault = ran ? one.fault : new IllegalStateException("the rows beside these ended the prediction");
                one.turn.signal();
            }
            if (!waiting.isEmpty()) {
                waiting.getFirst().turn.signal();
            }
        }
    }

    private List<Waiting> batch() {
        List<Waiting> batch = new ArrayList<>(1);
        int rows = 0;
        do {
            Waiting next = waiting.removeFirst();
            next.taken = true;
            batch.add(next);
            rows += next.count;
        } while (!batch.get(0).isAlone()
                && !waiting.isEmpty()
                && !waiting.getFirst().isAlone()
                && rows + waiting.getFirst().count <= MOST_ROWS);
        return batch;
    }

    private void run(Seat seat, List<Waiting> batch) {
        if (batch.size() == 1 || !together(seat, batch)) {
            batch.forEach(one -> alone(seat, one));
        }
    }

    private void alone(Seat seat, Waiting one) {
        try {
            if (one.spread == null) {
                predictor.predict(one.rows, one.count, one.outputs, seat.scratch);
            } else if (one.details) {
                predictor.predictDetails(one.rows, one.count, one.outputs, one.spread, seat.scratch);
            } else {
                predictor.predict(one.rows, one.count, one.outputs, one.spread, seat.scratch);
            }
            batches.accept(one.count);
        } catch (RuntimeException e) {
            one.fault = e;
        }
    }

    /** Whether all could be predicted; else it is for each to find out whose rows are at fault. */
    private boolean together(Seat seat, List<Waiting> batch) {
        int width = predictor.schema().rawWidth();
        int outputs = predictor.schema().outputs();
        int rows = 0;
        for (Waiting one : batch) {
            System.arraycopy(one.rows, 0, seat.rows, rows * width, one.count * width);
            rows += one.count;
        }
        try {
            predictor.predict(seat.rows, rows, seat.outputs, seat.scratch);
        } catch (Nn4jException e) {
            return false;
        }
        int from = 0;
        for (Waiting one : batch) {
            System.arraycopy(seat.outputs, from * outputs, one.outputs, 0, one.count * outputs);
            from += one.count;
        }
        batches.accept(rows);
        return true;
    }
}
