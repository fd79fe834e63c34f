// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.file;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Does short work on files even on a thread that is interrupted, and leaves it interrupted. A {@link
 * java.nio.channels.FileChannel} closes itself when its thread is, before or meanwhile: then the work begins anew.
 */
public final class Uninterrupted {
    private Uninterrupted() {}

    /** Work that opens what it needs, so that it can be begun anew. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T attempt() throws IOException;
    }

    /** Does the work, more than once if interrupts come in between. */
    public static <T> T get(Work<T> work) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return work.attempt();
                } catch (IOException e) {
                    if (!isInterrupt(e)) {
                        throw e;
                    }
                    interrupted = true;
                    Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether a fault came of an interrupt, and not of the device. */
    public static boolean isInterrupt(IOException fault) {
        @Nullable Throwable cause = fault;
        while (cause != null && !(cause instanceof ClosedByInterruptException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }
}
