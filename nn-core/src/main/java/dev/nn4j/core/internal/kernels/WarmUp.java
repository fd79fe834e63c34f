// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.kernels;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells when vector kernels pay. Loading the Vector API and compiling code for it costs some tenths of a second and most
 * of the memory of a small program, in which time plain Java has done a thousand million multiplications. For all threads.
 */
final class WarmUp {
    private final AtomicLong left;

    /**
     * A warm-up.
     *
     * @param multiplications what must come together before vectors pay
     */
    WarmUp(long multiplications) {
        left = new AtomicLong(multiplications);
    }

    /** Counts work that is about to be done, and says whether there has been enough. */
    boolean isOverAfter(long multiplications) {
        long before = left.get();
        return before <= 0 || left.addAndGet(-Math.min(multiplications, before)) <= 0;
    }
}
