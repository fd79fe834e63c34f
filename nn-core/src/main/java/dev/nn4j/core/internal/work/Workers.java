// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.work;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A fixed team that works one task at a time, the calling thread being worker 0. Handing out a task allocates nothing.
 * The helpers start with the first task that is worth sharing and are gone when {@link #close} returns; they are daemons,
 * so that a forgotten team cannot hold up the end of a program. The calling thread may be any, virtual ones included.
 *
 * <p>Whoever waits spins for a while before it parks, as long as all teams of the process together have no more members
 * than there are processors: beyond that a spinning thread only keeps one from working that it waits for. What other
 * processes leave of them no team knows; so the calling thread waits for no share that has not begun when its own is done.
 */
public final class Workers implements AutoCloseable {
    /** A share of work that may run beside the others'. */
    public interface Task {
        /**
         * Does one worker's share.
         *
         * @param worker its number, from 0
         * @param workers how many share the work
         */
        void run(int worker, int workers);
    }

    /** How often a waiting thread looks before it parks: handing over takes under a microsecond that way. */
    private static final int SPINS = 20_000;

    private final Crowd.Place place;
    private final Thread[] helpers;
    private final AtomicInteger unfinished = new AtomicInteger();
    /** Of each helper, the generation whose share was taken last: by itself or, if it comes late, by the calling thread. */
    private final AtomicIntegerArray taken;

    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Thread[] waiting = new Thread[1];
    private volatile int generation;
    private volatile boolean closed;
    private boolean started;
    private Task task = (worker, workers) -> {};

    public Workers(int threads) {
        this(threads, Crowd.OF_PROCESS);
    }

    /** A team that shares the processors with the others of this crowd. */
    public Workers(int threads, Crowd crowd) {
        place = crowd.newPlace();
        helpers = new Thread[threads - 1];
        taken = new AtomicIntegerArray(helpers.length);
        for (int i = 0; i < helpers.length; i++) {
            int worker = i + 1;
            helpers[i] = new Thread(() -> help(worker), "nn4j-worker-" + worker);
            helpers[i].setDaemon(true);
        }
    }

    /** Number of workers, the calling thread included. */
    public int count() {
        return helpers.length + 1;
    }

    /** Where a worker's share of so many things begins, and that of the one before ends. */
    public static int share(int things, int worker, int workers) {
        return (int) ((long) things * worker / workers);
    }

    /** Runs every share of the task and returns when all are done; on the calling thread alone if it is not worth it. */
    public void run(Task shared, boolean worthSharing) {
        if (!worthSharing || helpers.length == 0) {
            place.take(1);
            shared.run(0, 1);
            return;
        }
        place.take(count());
        start();
        task = shared;
        waiting[0] = Thread.currentThread();
        unfinished.set(helpers.length);
        int next = generation + 1; // this thread alone writes it
        generation = next;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
        runShare(0);
        runLateShares(next);
        awaitHelpers();
        rethrow();
    }

    /** A helper that has no processor yet is not waited for: its share is worked here, with what is that worker's. */
    private void runLateShares(int current) {
        for (int i = 0; i < helpers.length; i++) {
            if (take(i, current)) {
                runShare(i + 1);
                unfinished.decrementAndGet();
            }
        }
    }

    private boolean take(int helper, int current) {
        return taken.compareAndSet(helper, current - 1, current);
    }

    private void start() {
        if (!started) {
            started = true;
            for (Thread helper : helpers) {
                helper.start();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        place.leave();
        if (!started) {
            return;
        }
        boolean interrupted = false;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
            interrupted |= Joining.isInterrupted(helper);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void help(int worker) {
        int seen = 0;
        while (true) {
            for (int spin = 0; generation == seen && !closed; spin++) {
                pause(spin);
            }
            if (closed) {
                return;
            }
            seen++;
            if (take(worker - 1, seen)) {
                runShare(worker);
                if (unfinished.decrementAndGet() == 0) {
                    LockSupport.unpark(waiting[0]);
                }
            }
        }
    }

    private void runShare(int worker) {
        try {
            task.run(worker, count());
        } catch (Throwable e) { // checked ones too: Kotlin, Scala and Lombok throw them undeclared
            failure.compareAndSet(null, e);
        }
    }

    private void awaitHelpers() {
        for (int spin = 0; unfinished.get() > 0; spin++) {
            pause(spin);
        }
    }

    private void pause(int spin) {
        if (spin < SPINS && !place.isCrowded()) {
            Thread.onSpinWait();
        } else {
            LockSupport.park(this);
        }
    }

    private void rethrow() {
        Throwable thrown = failure.getAndSet(null);
        if (thrown != null) {
            throw Thrown.asItIs(thrown);
        }
    }
}
