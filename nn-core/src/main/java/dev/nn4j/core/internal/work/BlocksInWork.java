// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.work;

import dev.nn4j.core.compute.Cancellation;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Blocks between their reading and their handing over, of which there are never more than so many. Whichever thread is done
 * with the first one in order hands it over, and those behind it that are done already. Safe for all threads.
 */
final class BlocksInWork<B, T> {
    private static final long PATIENCE_MILLIS = 100;

    private final int most;
    private final OrderedBlocks.Taker<? super T> taker;
    private final Queue<Piece<B, T>> waiting = new ArrayDeque<>();
    private final Queue<Piece<B, T>> inOrder = new ArrayDeque<>();
    private boolean complete;
    private boolean handingOver;
    private boolean stopped;
    private @Nullable Throwable fault;

    BlocksInWork(int most, OrderedBlocks.Taker<? super T> taker) {
        this.most = most;
        this.taker = taker;
    }

    /** A block, and what comes of it. Who works it has it alone. */
    static final class Piece<B, T> {
        private Optional<B> block;
        private Optional<T> worked = Optional.empty();
        private @Nullable Throwable fault;
        private boolean done;

        private Piece(Optional<B> block) {
            this.block = block;
        }

        B block() {
            return block.orElseThrow();
        }

        void worked(T result) {
            worked = Optional.of(result);
        }

        void failed(Throwable thrown) {
            fault = thrown;
        }
    }

    /** Whether another block may be read. */
    synchronized boolean wantMore() {
        return !complete && inOrder.size() < most;
    }

    /** Takes the next block. */
    synchronized void add(B block) {
        Piece<B, T> piece = new Piece<>(Optional.of(block));
        inOrder.add(piece);
        if (!complete) { // else a block before it failed meanwhile, or was the last that is wanted
            waiting.add(piece);
            notifyAll();
        }
    }

    /** There are no more. */
    synchronized void end() {
        complete = true;
        notifyAll();
    }

    /** The next one cannot be read. */
    void addFault(Throwable thrown, Cancellation cancellation) {
        Piece<B, T> piece = new Piece<>(Optional.empty());
        piece.failed(thrown);
        synchronized (this) {
            inOrder.add(piece);
            complete = true;
        }
        done(piece, cancellation);
    }

    /** The first block that nobody works yet. */
    synchronized Optional<Piece<B, T>> poll() {
        return Optional.ofNullable(waiting.poll());
    }

    /** The same, once there is one; nothing if there will be none. */
    synchronized Optional<Piece<B, T>> await() {
        while (waiting.isEmpty() && !complete) {
            try {
                wait();
            } catch (InterruptedException e) {
                return Optional.empty(); // the others do without this thread
            }
        }
        return poll();
    }

    /** A block was worked. */
    void worked(Piece<B, T> piece, Cancellation cancellation) {
        synchronized (this) {
            piece.block = Optional.empty();
            if (piece.fault != null) { // what waits comes behind it, and is not wanted
                complete = true;
                waiting.clear();
            }
        }
        done(piece, cancellation);
    }

    /** Hands over what is in order now, unless another thread is at it, which then will. */
    private void done(Piece<B, T> piece, Cancellation cancellation) {
        synchronized (this) {
            piece.done = true;
            if (handingOver) {
                return;
            }
            handingOver = true;
        }
        for (Optional<T> next = nextInOrder(); next.isPresent(); next = nextInOrder()) {
            handOver(next.get(), cancellation);
        }
    }

    private synchronized Optional<T> nextInOrder() {
        Piece<B, T> first = inOrder.peek();
        handingOver = first != null && first.done && !stopped && fault == null;
        notifyAll();
        if (!handingOver) {
            return Optional.empty();
        }
        inOrder.remove();
        if (first.fault == null) {
            return first.worked;
        }
        handingOver = false;
        fault = first.fault;
        return Optional.empty();
    }

    private void handOver(T worked, Cancellation cancellation) {
        try {
            cancellation.check();
            taker.take(worked);
            if (!taker.wantsMore()) {
                stop();
            }
        } catch (Throwable e) { // checked ones too: Kotlin, Scala and Lombok throw them undeclared
            synchronized (this) {
                fault = e;
                complete = true;
                waiting.clear();
            }
        }
    }

    /** Whether there is nothing left to do, or no use in doing it. */
    synchronized boolean areOver() {
        return !handingOver && (stopped || fault != null || (complete && inOrder.isEmpty()));
    }

    /** What went wrong, if anything did. */
    synchronized @Nullable Throwable fault() {
        return fault;
    }

    /** Waits a moment for other threads to have something for this one. */
    @SuppressWarnings("WaitNotInLoop") // who calls it does so in one, and looks at more than this
    synchronized void awaitChange() throws InterruptedException {
        if (!areOver() && waiting.isEmpty() && !wantMore()) {
            wait(PATIENCE_MILLIS);
        }
    }

    /** Nothing more is worked or handed over. */
    synchronized void stop() {
        stopped = true;
        complete = true;
        waiting.clear();
        notifyAll();
    }
}
