// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.work;

import dev.nn4j.core.compute.Cancellation;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What went wrong on several threads, of which one thing is told: the one that a single thread would have met first. */
public final class FirstFault {
    private long first = Long.MAX_VALUE;
    private @Nullable Throwable fault;

    /** Of work that has not begun. */
    public FirstFault() {}

    /**
     * Notes a fault; a cancellation comes before all.
     *
     * @param place in the order of one thread
     */
    private synchronized void note(long place, Throwable thrown) {
        boolean cancelled = thrown instanceof CancellationException e && Cancellation.isCauseOf(e);
        long at = cancelled ? -1 : place;
        if (at < first) {
            first = at;
            fault = thrown;
        }
    }

    /** Does work at a place, and notes its fault. */
    public void of(long place, Runnable work) {
        of(() -> place, work);
    }

    /** Does work at places that go on, and notes its fault. */
    public void of(LongSupplier place, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            note(place.getAsLong(), e);
        }
    }

    /** The first one's place; −1 if the work was cancelled. */
    public synchronized long first() {
        return first;
    }

    /** Throws what was noted, if anything was. */
    public synchronized void rethrow() {
        if (fault != null) {
            throw Thrown.asItIs(fault);
        }
    }
}
