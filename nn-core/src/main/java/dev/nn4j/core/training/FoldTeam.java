// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Threads that work folds side by side and hand them over in order. Closing it ends what still runs, and waits. */
final class FoldTeam implements AutoCloseable {
    private final ExecutorService threads;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final BooleanSupplier cancelled;

    /** How one fold is worked. */
    interface Work {
        /** Gives fold {@code index}, counted from 0; soon after {@code stop} says so it may give anything. */
        Fold of(int index, BooleanSupplier stop);
    }

    FoldTeam(int size, BooleanSupplier cancelled) {
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(size, task -> {
            Thread thread = new Thread(task, "nn-fold-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        this.cancelled = cancelled;
    }

    /** Works the folds; of several that fail the first in order counts. */
    void run(int folds, Work work, Consumer<Fold> finished) {
        List<Future<Fold>> running = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            int index = fold;
            running.add(threads.submit(() -> work.of(index, this::isOver)));
        }
        for (Future<Fold> fold : running) {
            Fold result = await(fold);
            if (cancelled.getAsBoolean()) {
                return;
            }
            finished.accept(result);
        }
    }

    private boolean isOver() {
        return closed.get() || cancelled.getAsBoolean();
    }

    private static Fold await(Future<Fold> fold) {
        try {
            return fold.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            // Work throws nothing checked.
            throw (RuntimeException) e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("cross-validation: interrupted while it waited for a fold", e);
        }
    }

    @Override
    public void close() {
        closed.set(true);
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
