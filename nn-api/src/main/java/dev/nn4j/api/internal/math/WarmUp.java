// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.internal.math;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells when vector code pays. Loading the Vector API and compiling code for it costs some tenths of a second and most of
 * the memory of a small program; in that time plain Java has done a good deal of work already. For all threads.
 */
public final class WarmUp {
    private final AtomicLong left;

    /**
     * A warm-up.
     *
     * @param work what must come together before vectors pay, in a unit of the caller's
     */
    public WarmUp(long work) {
        left = new AtomicLong(work);
    }

    /** Counts work that is about to be done, and says whether there has been enough. */
    public boolean isOverAfter(long work) {
        long before = left.get();
        return before <= 0 || left.addAndGet(-Math.min(work, before)) <= 0;
    }
}
