// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.progress;

import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/** Draws {@code epoch 3/200 loss 0.123  [=====>      ]  51,200 rows/s  0:12 left}, the bar in what room is left. */
final class BarRenderer implements ProgressBarRenderer {
    private static final int LONGEST_BAR = 40;
    private static final int SHORTEST_BAR = 8;

    @Override
    public String render(ProgressState progress, int columns) {
        if (progress.getCurrent() <= 0) {
            return "starting";
        }
        String left = progress.getExtraMessage();
        String right = speedAndTime(progress);
        int room = Math.min(LONGEST_BAR, columns - left.length() - right.length() - 6);
        String line = left + "  " + (room >= SHORTEST_BAR ? bar(progress, room) + "  " : "") + right;
        return line.length() <= columns ? line : line.substring(0, columns);
    }

    private static String bar(ProgressState progress, int room) {
        int done = progress.getMax() <= 0 ? 0 : (int) (room * progress.getCurrent() / progress.getMax());
        String head = done < room ? ">" : "";
        return "[" + "=".repeat(done) + head + " ".repeat(room - done - head.length()) + "]";
    }

    private static String speedAndTime(ProgressState progress) {
        double seconds = progress.getElapsedAfterStart().toMillis() / 1000.0;
        if (seconds <= 0) {
            return "";
        }
        double speed = progress.getCurrent() / seconds;
        Duration left = Duration.ofSeconds((long) ((progress.getMax() - progress.getCurrent()) / speed));
        return Figures.rows(speed)
                + String.format(Locale.ROOT, "  %d:%02d left", left.toMinutes(), left.toSecondsPart());
    }
}
