// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.progress;

import java.util.Locale;

/** How long something takes that is done to a share, judged by how long that share took. */
final class TimeLeft {
    /** Before that the JVM still compiles what it runs, and what would be told is many times too long. */
    private static final double SECONDS_BEFORE_IT_MEANS_SOMETHING = 2;

    /** A smaller share tells hardly anything, but for what has taken long already. */
    private static final double SHARE_THAT_MEANS_SOMETHING = 0.01;

    private static final double LONG_SECONDS = 60;

    private TimeLeft() {}

    /** {@code 0:12 left}, or nothing where it would mislead. */
    static String of(double share, double seconds) {
        boolean early = seconds < SECONDS_BEFORE_IT_MEANS_SOMETHING
                || (share < SHARE_THAT_MEANS_SOMETHING && seconds < LONG_SECONDS);
        if (early || share <= 0) {
            return "";
        }
        long left = (long) (seconds * (1 - share) / share);
        return String.format(Locale.ROOT, "%d:%02d left", left / 60, left % 60);
    }
}
