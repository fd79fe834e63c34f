// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.page;

import dev.nn4j.report.internal.html.Escaped;
import java.util.Locale;

/** A small picture of bars beside each other. */
public final class Bars {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 32;

    private Bars() {}

    /**
     * The picture.
     *
     * @param heights of the bars, none negative
     * @param told what it shows, for who does not see it
     */
    public static String svg(double[] heights, String told) {
        double most = 0;
        for (double height : heights) {
            most = Math.max(most, height);
        }
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg class=\"bars\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\" role=\"img\" aria-label=\"%3$s\">",
                WIDTH,
                HEIGHT,
                Escaped.html(told)));
        double step = (double) WIDTH / Math.max(1, heights.length);
        for (int i = 0; i < heights.length; i++) {
            double height = most == 0 ? 0 : heights[i] / most * HEIGHT;
            double shown = heights[i] > 0 ? Math.max(1, height) : 0;
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                    i * step,
                    HEIGHT - shown,
                    Math.max(1, step - 1),
                    shown));
        }
        return svg.append("</svg>").toString();
    }
}
