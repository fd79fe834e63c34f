// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.progress;

import dev.nn4j.config.internal.text.DisplayText;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/** Draws {@code epoch 3/200 loss 0.123  [=====>      ]  51,200 rows/s  0:12 left}, the bar in what room is left. */
final class BarRenderer implements ProgressBarRenderer {
    private static final int LONGEST_BAR = 40;
    private static final int SHORTEST_BAR = 8;
    /** Between two parts. */
    private static final int GAPS = 2;
    /** The gap behind the bar, and its ends. */
    private static final int AROUND_BAR = GAPS + 2;

    /** Between the figures of the message. */
    static final String SEPARATOR = "\n";

    @Override
    public String render(ProgressState progress, int columns) {
        if (progress.getCurrent() <= 0) {
            return "starting";
        }
        String line = "";
        String right = speedAndTime(progress);
        // Whole figures only: half a number is a wrong number.
        for (String part : progress.getExtraMessage().split(SEPARATOR, -1)) {
            if (DisplayText.columns(line) + 1 + DisplayText.columns(part) > columns) {
                break;
            }
            line += (line.isEmpty() ? "" : " ") + part;
        }
        int room = columns - DisplayText.columns(line) - right.length() - GAPS;
        if (room < 0) {
            return line;
        }
        return line + "  "
                + (room >= SHORTEST_BAR + AROUND_BAR
                        ? Bar.of(share(progress), Math.min(LONGEST_BAR, room - AROUND_BAR)) + "  "
                        : "")
                + right;
    }

    private static double share(ProgressState progress) {
        return progress.getMax() <= 0 ? 0 : (double) progress.getCurrent() / progress.getMax();
    }

    private static String speedAndTime(ProgressState progress) {
        double seconds = progress.getElapsedAfterStart().toMillis() / 1000.0;
        if (seconds <= 0) {
            return "";
        }
        String left = TimeLeft.of(share(progress), seconds);
        return ShownNumbers.rows(progress.getCurrent() / seconds) + (left.isEmpty() ? "" : "  " + left);
    }
}
