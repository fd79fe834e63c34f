// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.work;

/** Waits for threads that have nothing left to do. */
public final class Joining {
    private Joining() {}

    /** Waits for a thread's end, and tells whether the wait was interrupted, which then is for the caller to hand on. */
    public static boolean isInterrupted(Thread ending) {
        boolean interrupted = false;
        while (true) {
            try {
                ending.join();
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }
}
