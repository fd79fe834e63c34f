// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.progress;

import java.util.ArrayList;
import java.util.List;

/**
 * A curve in one line of text, from its first value to its last (Tufte 2006). Losses fall by factors, so heights are
 * logarithms where all that is shown is above 0.
 */
final class Sparkline {
    private static final String LEVELS = "▁▂▃▄▅▆▇█";

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    /** The curve in at most so many characters, two or more; empty before the second value. */
    String render(int width) {
        int shown = Math.min(width, values.size());
        if (shown < 2) {
            return "";
        }
        double[] heights = new double[shown];
        for (int i = 0; i < shown; i++) {
            heights[i] = values.get((int) ((long) i * (values.size() - 1) / (shown - 1)));
        }
        return drawn(logarithms(heights));
    }

    private static double[] logarithms(double[] heights) {
        double[] logarithms = new double[heights.length];
        for (int i = 0; i < heights.length; i++) {
            if (heights[i] <= 0) {
                return heights;
            }
            logarithms[i] = StrictMath.log(heights[i]);
        }
        return logarithms;
    }

    private static String drawn(double[] heights) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double height : heights) {
            least = Math.min(least, height);
            greatest = Math.max(greatest, height);
        }
        StringBuilder line = new StringBuilder();
        for (double height : heights) {
            double share = greatest == least ? 0 : (height - least) / (greatest - least);
            line.append(LEVELS.charAt((int) Math.min(LEVELS.length() - 1.0, share * LEVELS.length())));
        }
        return line.toString();
    }
}
