// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.call;

import java.time.Duration;

/**
 * When a request's time is up.
 *
 * @param nanos of {@link System#nanoTime}
 * @param time it had
 */
public record Deadline(long nanos, Duration time) {
    /** So long from now. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos(), time);
    }

    /** Ends a request whose time is up. */
    public void check() {
        if (System.nanoTime() - nanos > 0) {
            throw Refusal.unavailable("the time for a request, " + time.toMillis()
                    + " ms, is up; send fewer rows, ask for less, or try again later");
        }
    }
}
