// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.work;

import dev.nn4j.core.compute.Cancellation;
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

/**
 * Threads that work tasks side by side and hand over what comes of them in order. Closing it ends what still runs, and waits.
 *
 * @param <T> what comes of a task
 */
public final class OrderedTeam<T> implements AutoCloseable {
    private final List<Thread> members = new CopyOnWriteArrayList<>();
    private final ExecutorService threads;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final BooleanSupplier cancelled;
    private final Cancellation cancellation;

    /**
     * How one task is worked.
     *
     * @param <T> what comes of it
     */
    public interface Work<T> {
        /** Works task {@code index}, counted from 0; soon after {@code stop} says so it may give anything, or nothing. */
        Optional<T> of(int index, BooleanSupplier stop);
    }

    /**
     * So many threads.
     *
     * @param name of each, before its number
     * @param cancelled ends the work when it says so
     */
    public OrderedTeam(String name, int size, BooleanSupplier cancelled) {
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(size, task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            members.add(thread);
            return thread;
        });
        this.cancelled = cancelled;
        this.cancellation = Cancellation.when(cancelled);
    }

    /**
     * Works the tasks; of several that fail the first in order counts. Once it is cancelled, or the calling thread
     * interrupted, nothing more is handed over, not even what is complete already: else it would depend on who is faster
     * which ones are.
     */
    public void run(int tasks, Work<T> work, Consumer<T> finished) {
        if (cancellation.isRequested()) {
            return;
        }
        List<Future<Optional<T>>> running = new ArrayList<>();
        for (int task = 0; task < tasks; task++) {
            int index = task;
            running.add(threads.submit(() -> work.of(index, this::isOver)));
        }
        for (Future<Optional<T>> task : running) {
            Optional<T> result = cancellation.isRequested() ? Optional.empty() : await(task);
            if (result.isEmpty() || cancellation.isRequested()) {
                return;
            }
            finished.accept(result.get());
        }
    }

    private boolean isOver() {
        return closed.get() || cancelled.getAsBoolean();
    }

    /** What comes of a task; nothing if it was cancelled, or the thread that waits for it interrupted. */
    private static <T> Optional<T> await(Future<Optional<T>> task) {
        try {
            return task.get();
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
