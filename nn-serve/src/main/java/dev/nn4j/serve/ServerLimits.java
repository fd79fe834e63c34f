// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve;

import dev.nn4j.serve.internal.call.CallLimits;
import java.time.Duration;

/**
 * How much a server takes at most.
 *
 * @param bodyBytes of a request, at least 1; more are refused with 413
 * @param rows of a request, at least 1; more are refused with 413
 * @param time a request may take to arrive, and again to be answered, at least a millisecond; then it is refused with 408 or
 *     503
 * @param concurrent requests at once, at least 1; more are refused with 429
 * @since 0.1.0
 */
public record ServerLimits(long bodyBytes, int rows, Duration time, int concurrent) {
    private static final long MOST_BYTES = 1L << 30;

    /** Refuses what allows nothing. */
    public ServerLimits {
        if (bodyBytes < 1 || bodyBytes > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "server: bytes of a body must be in [1, " + MOST_BYTES + "], got " + bodyBytes);
        }
        if (rows < 1 || concurrent < 1) {
            throw new IllegalArgumentException(
                    "server: rows and requests at once must be at least 1, got " + rows + " and " + concurrent);
        }
        if (time.toMillis() < 1) {
            throw new IllegalArgumentException("server: time must be at least a millisecond, got " + time);
        }
    }

    /** 8 MB, 100 000 rows, 30 seconds, 256 requests. */
    public static ServerLimits usual() {
        return new ServerLimits(8L << 20, 100_000, Duration.ofSeconds(30), 256);
    }

    /** The same with other bytes of a body. */
    public ServerLimits withBodyBytes(long most) {
        return new ServerLimits(most, rows, time, concurrent);
    }

    /** The same with other rows of a request. */
    public ServerLimits withRows(int most) {
        return new ServerLimits(bodyBytes, most, time, concurrent);
    }

    /** The same with another time of a request. */
    public ServerLimits withTime(Duration most) {
        return new ServerLimits(bodyBytes, rows, most, concurrent);
    }

    /** The same with another number of requests at once. */
    public ServerLimits withConcurrent(int most) {
        return new ServerLimits(bodyBytes, rows, time, most);
    }

    CallLimits toLimits() {
        return new CallLimits(bodyBytes, rows, time, concurrent);
    }
}
