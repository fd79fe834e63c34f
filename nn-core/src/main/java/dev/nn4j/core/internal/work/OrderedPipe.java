// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.work;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work that comes piece by piece, done by several threads and handed over in the order in which it came. The calling thread
 * fetches, hands over and, where it would wait for a piece that nobody has begun, works it itself. No more pieces are under
 * way than twice the threads. Helpers start with the second piece and are gone when {@link #close} returns.
 *
 * @param <T> what comes of a piece
 */
public final class OrderedPipe<T> implements AutoCloseable {
    private final List<Thread> helpers = new CopyOnWriteArrayList<>();
    private final ExecutorService pool;
    private final int threads;
    private final Deque<FutureTask<T>> running = new ArrayDeque<>();
    private long fetched;

    /**
     * Where pieces come from.
     *
     * @param <T> what comes of one
     */
    public interface Pieces<T> {
        /** The next piece; empty at the end. */
        Optional<Callable<T>> next() throws IOException;
    }

    /**
     * Where they go to.
     *
     * @param <T> what came of one
     */
    public interface Taker<T> {
        /** Takes the next one. */
        void take(T done) throws IOException;
    }

    /**
     * So many threads.
     *
     * @param name of each helper, before its number
     * @param threads the calling one included
     */
    public OrderedPipe(String name, int threads) {
        AtomicInteger number = new AtomicInteger();
        this.threads = threads;
        this.pool = Executors.newFixedThreadPool(Math.max(1, threads - 1), task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            helpers.add(thread);
            return thread;
        });
    }

    /**
     * Works all pieces. Of several faults the first in order counts: one of fetching comes behind those of the pieces that
     * were fetched before.
     */
    public void run(Pieces<T> pieces, Taker<T> taker) throws IOException {
        Optional<Throwable> fault = Optional.empty();
        try {
            for (Optional<Callable<T>> piece = pieces.next(); piece.isPresent(); piece = pieces.next()) {
                begin(piece.get());
                if (running.size() >= 2 * threads || threads == 1) {
                    handOver(taker);
                }
            }
        } catch (PieceFailed e) {
            throw Thrown.asItIs(e.fault);
        } catch (IOException | RuntimeException e) {
            fault = Optional.of(e);
        }
        try {
            while (!running.isEmpty()) {
                handOver(taker);
            }
        } catch (PieceFailed e) {
            throw Thrown.asItIs(e.fault);
        }
        if (fault.isPresent()) {
            throw Thrown.asItIs(fault.get());
        }
    }

    private void begin(Callable<T> piece) {
        FutureTask<T> task = new FutureTask<>(piece);
        running.add(task);
        if (threads > 1 && fetched > 0) {
            pool.execute(task);
        }
        fetched++;
    }

    private void handOver(Taker<T> taker) throws PieceFailed {
        FutureTask<T> task = running.remove();
        task.run(); // does nothing if somebody has begun it
        try {
            taker.take(result(task));
        } catch (ExecutionException e) {
            throw new PieceFailed(Objects.requireNonNullElse(e.getCause(), e));
        } catch (IOException | RuntimeException e) {
            throw new PieceFailed(e);
        }
    }

    /** Pieces are short: an interruption is for who looks for it between them. */
    private static <T> T result(FutureTask<T> task) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A fault that counts at once, of a piece or of who took it. */
    private static final class PieceFailed extends Exception {
        private static final long serialVersionUID = 1;

        private final Throwable fault;

        PieceFailed(Throwable fault) {
            super(fault);
            this.fault = fault;
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
        boolean interrupted = false;
        for (Thread helper : helpers) {
            interrupted |= Joining.isInterrupted(helper);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
