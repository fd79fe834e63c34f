// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.start;

import dev.nn4j.api.math.RandomStream;

/** Draws so many of rows whose number is not known, each as likely (algorithm R: Vitter 1985). */
public final class Reservoir {
    /** What a row is told that is not drawn. */
    public static final int NOT_DRAWN = -1;

    private final RandomStream stream;
    private final int most;
    private int seen;

    public Reservoir(int most, long seed) {
        this.most = most;
        this.stream = RandomStream.of(seed, RandomStream.Purpose.SAMPLE, 0, 0);
    }

    /** Where the next row goes, in the place of one that was drawn before; or {@link #NOT_DRAWN}. */
    public int place() {
        if (seen < most) {
            return seen++;
        }
        seen = seen < Integer.MAX_VALUE ? seen + 1 : seen;
        int place = stream.nextInt(seen);
        return place < most ? place : NOT_DRAWN;
    }

    /** How many are drawn by now. */
    public int drawn() {
        return Math.min(seen, most);
    }
}
