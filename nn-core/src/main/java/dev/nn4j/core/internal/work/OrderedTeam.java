// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.validation;

import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.internal.work.Joining;
import dev.nn4j.core.internal.work.Thrown;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Threads that work folds side by side and hand them over in order. Closing it ends what still runs, and waits. */
final class FoldTeam implements AutoCloseable {
    private final List<Thread> members = new CopyOnWriteArrayList<>();
    private final ExecutorService threads;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final BooleanSupplier cancelled;
    private final Cancellation cancellation;

    /** How one fold is worked. */
    interface Work {
        /** Gives fold {@code index}, counted from 0; soon after {@code stop} says so it may give anything, or nothing. */
        Optional<Fold> of(int index, BooleanSupplier stop);
    }

    FoldTeam(int size, BooleanSupplier cancelled) {
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(size, task -> {
            Thread thread = new Thread(task, "nn-fold-" + number.incrementAndGet());
            thread.setDaemon(true);
            members.add(thread);
            return thread;
        });
        this.cancelled = cancelled;
        this.cancellation = Cancellation.when(cancelled);
    }

    /**
     * Works the folds; of several that fail the first in order counts. Once it is cancelled, or the calling thread
     * interrupted, no further fold is handed over, not even one that is complete already: else it would depend on who is
     * faster which ones are.
     */
    void run(int folds, Work work, Consumer<Fold> finished) {
        if (cancellation.isRequested()) {
            return;
        }
        List<Future<Optional<Fold>>> running = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            int index = fold;
            running.add(threads.submit(() -> work.of(index, this::isOver)));
        }
        for (Future<Optional<Fold>> fold : running) {
            Optional<Fold> result = cancellation.isRequested() ? Optional.empty() : await(fold);
            if (result.isEmpty() || cancellation.isRequested()) {
                return;
            }
            finished.accept(result.get());
        }
    }

    private boolean isOver() {
        return closed.get() || cancelled.getAsBoolean();
    }

    /** The fold; nothing if it was cancelled, or the thread that waits for it interrupted. */
    private static Optional<Fold> await(Future<Optional<Fold>> fold) {
        try {
            return fold.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CancellationException cancellation && Cancellation.isCauseOf(cancellation)) {
                return Optional.empty();
            }
            throw Thrown.asItIs(Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        closed.set(true);
        threads.shutdownNow();
        boolean interrupted = false;
        for (Thread member : members) {
            interrupted |= Joining.isInterrupted(member);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
