// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.file;

import java.io.IOException;
import java.util.concurrent.CancellationException;

/** Long work on files, which an interrupt ends as a cancellation does: the thread is then still interrupted. */
public final class Interruptible {
    private Interruptible() {}

    /**
     * Does the work.
     *
     * @param what as messages name it
     * @throws CancellationException if the work was cancelled, or a channel closed because its thread was interrupted
     */
    public static <T> T get(String what, Uninterrupted.Work<T> work) throws IOException {
        try {
            return work.attempt();
        } catch (CancellationException e) {
            throw cancelled(what, e);
        } catch (IOException e) {
            if (Uninterrupted.isInterrupt(e)) {
                throw cancelled(what, e);
            }
            throw e;
        }
    }

    private static CancellationException cancelled(String what, Exception cause) {
        CancellationException cancelled = new CancellationException(what + " was given up");
        cancelled.initCause(cause);
        return cancelled;
    }
}
