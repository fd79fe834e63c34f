// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A fixed team that works one task at a time, the calling thread being worker 0. Handing out a task allocates nothing.
 * The helpers start with the first task that is worth sharing and are gone when {@link #close} returns; they are daemons,
 * so that a forgotten team cannot hold up the end of a program. The calling thread may be any, virtual ones included.
 */
final class Workers implements AutoCloseable {
    /** A share of work that may run beside the others'. */
    interface Task {
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

    private final int spins;

    private final Thread[] helpers;
    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Thread[] waiting = new Thread[1];
    private volatile int generation;
    private volatile boolean closed;
    private boolean started;
    private Task task = (worker, workers) -> {};

    Workers(int threads) {
        // A team with more members than there are processors would only keep its own from working.
        spins = threads <= Runtime.getRuntime().availableProcessors() ? SPINS : 0;
        helpers = new Thread[threads - 1];
        for (int i = 0; i < helpers.length; i++) {
            int worker = i + 1;
            helpers[i] = new Thread(() -> help(worker), "nn4j-worker-" + worker);
            helpers[i].setDaemon(true);
        }
    }

    /** Number of workers, the calling thread included. */
    int count() {
        return helpers.length + 1;
    }

    /** Where a worker's share of so many things begins, and that of the one before ends. */
    static int share(int things, int worker, int workers) {
        return (int) ((long) things * worker / workers);
    }

    /** Runs every share of the task and returns when all are done; on the calling thread alone if it is not worth it. */
    void run(Task shared, boolean worthSharing) {
        if (!worthSharing || helpers.length == 0) {
            shared.run(0, 1);
            return;
        }
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
        awaitHelpers();
        rethrow();
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
        if (!started) {
            return;
        }
        boolean interrupted = false;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
            interrupted |= joinInterrupted(helper);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the end of a helper, which has nothing left to do; tells whether the wait was interrupted. */
    private static boolean joinInterrupted(Thread helper) {
        boolean interrupted = false;
        while (true) {
            try {
                helper.join();
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
            }
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
            runShare(worker);
            if (unfinished.decrementAndGet() == 0) {
                LockSupport.unpark(waiting[0]);
            }
        }
    }

    private void runShare(int worker) {
        try {
            task.run(worker, count());
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    private void awaitHelpers() {
        for (int spin = 0; unfinished.get() > 0; spin++) {
            pause(spin);
        }
    }

    private void pause(int spin) {
        if (spin < spins) {
            Thread.onSpinWait();
        } else {
            LockSupport.park(this);
        }
    }

    private void rethrow() {
        Throwable thrown = failure.getAndSet(null);
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }
}
