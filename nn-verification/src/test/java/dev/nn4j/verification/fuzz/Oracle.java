// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * Holds a reader to its promise: it succeeds or throws what its documentation says, in words that are safe to print, and
 * takes memory in proportion to its input.
 */
final class Oracle {
    private static final long BYTES_FOR_EACH = 8;
    private static final long BYTES_ALWAYS = 64 << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What is tried. */
    @FunctionalInterface
    interface Attempt<T> {
        T run() throws IOException;
    }

    private final List<Class<? extends RuntimeException>> documented;

    /** Knows these exceptions; every other is a finding, subclasses too. */
    Oracle(List<Class<? extends RuntimeException>> documented) {
        this.documented = List.copyOf(documented);
    }

    /**
     * Tries to read an input of this many bytes.
     *
     * @return whether it was read
     */
    boolean accepts(int inputBytes, Attempt<?> attempt) throws IOException {
        long most = BYTES_FOR_EACH * inputBytes + BYTES_ALWAYS;
        long before = allocated();
        boolean accepted = succeeds(attempt);
        if (allocated() - before > most) {
            // the first time, classes may have been loaded and instrumented
            before = allocated();
            accepted = succeeds(attempt);
            long bytes = allocated() - before;
            if (bytes > most) {
                throw new AssertionError(
                        inputBytes + " bytes of input took " + bytes + " bytes of memory, more than " + most);
            }
        }
        return accepted;
    }

    private static long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    private boolean succeeds(Attempt<?> attempt) throws IOException {
        try {
            attempt.run();
            return true;
        } catch (RuntimeException e) {
            if (!documented.contains(e.getClass())) {
                throw e;
            }
            requirePrintable(e);
            return false;
        }
    }

    private static void requirePrintable(RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        if (message.isBlank() || message.chars().anyMatch(Character::isISOControl)) {
            throw new AssertionError("a message that is blank or holds control characters", e);
        }
    }
}
