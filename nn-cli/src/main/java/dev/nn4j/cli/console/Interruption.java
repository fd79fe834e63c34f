// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C as a question that long work asks. From {@link #guard} on the process outlives the signal for a moment, so that
 * work stops at a clean place, tidies up and says so; before, it says so and ends at once.
 */
public final class Interruption {
    private static final long PATIENCE_SECONDS = 30;

    private final AtomicBoolean requested = new AtomicBoolean();
    private final AtomicBoolean guarded = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);

    /** Whether the user wants the work to stop. */
    public boolean isRequested() {
        return requested.get();
    }

    /** Asks the work to stop, as Ctrl-C does. */
    public void request() {
        requested.set(true);
    }

    /**
     * From now on listens to signals; without a {@link #guard} the console is told, and that is all. What is given runs at
     * the end of the process, whatever ends it.
     */
    public void listen(Console console, Runnable atTheEnd) {
        Runtime.getRuntime().addShutdownHook(new Thread("nn-interruption") {
            @Override
            public void run() {
                end(console);
                atTheEnd.run();
            }
        });
    }

    /** Begins work that must not be cut off in the middle. */
    public void guard() {
        guarded.set(true);
    }

    /** All is done: a waiting signal may end the process. */
    public void finished() {
        done.countDown();
    }

    /** Ends the work if the user wants that. */
    public void check() {
        if (isRequested()) {
            throw Failure.interrupted("interrupted; nothing was written");
        }
    }

    private void end(Console console) {
        if (guarded.get()) {
            stopAndWait();
        } else if (done.getCount() > 0) {
            new ErrorReport(console).of(Failure.interrupted("interrupted"));
        }
    }

    private void stopAndWait() {
        request();
        try {
            done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
