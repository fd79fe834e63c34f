// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.page;

import dev.nn4j.report.internal.html.Escaped;
import java.util.Locale;

/**
 * Small pictures of values on one line: an interval with what lies in it, or several values and their mean.
 *
 * @param least at the left end
 * @param most at the right end
 */
public record Spans(double least, double most) {
    private static final int WIDTH = 220;
    private static final int HEIGHT = 18;
    /** Room for marks at the ends. */
    private static final int MARGIN = 5;

    /** An interval, the value in it, and a line at zero where that is in the picture. */
    public String interval(double low, double value, double high, String told) {
        StringBuilder svg = begun(told);
        if (least <= 0 && most >= 0) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"zero\" x1=\"%1$.1f\" y1=\"0\" x2=\"%1$.1f\" y2=\"%2$d\"/>",
                    x(0),
                    HEIGHT));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"span\" x1=\"%.1f\" y1=\"%3$d\" x2=\"%.1f\" y2=\"%3$d\"/>",
                x(low),
                x(high),
                HEIGHT / 2));
        return mark(svg, value, "mean").append("</svg>").toString();
    }

    /** Each value, and the mean larger. */
    public String values(double[] values, double mean, String told) {
        StringBuilder svg = begun(told);
        for (double value : values) {
            mark(svg, value, "one");
        }
        return mark(svg, mean, "mean").append("</svg>").toString();
    }

    private StringBuilder begun(String told) {
        return new StringBuilder(String.format(
                Locale.ROOT,
                "<svg class=\"spans\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\" role=\"img\" aria-label=\"%3$s\">",
                WIDTH,
                HEIGHT,
                Escaped.html(told)));
    }

    private StringBuilder mark(StringBuilder svg, double value, String kind) {
        return svg.append(String.format(
                Locale.ROOT,
                "<circle class=\"%s\" cx=\"%.1f\" cy=\"%d\" r=\"%d\"/>",
                kind,
                x(value),
                HEIGHT / 2,
                MARGIN - 1));
    }

    private double x(double value) {
        double share = most > least ? (value - least) / (most - least) : 0.5;
        return MARGIN + share * (WIDTH - 2 * MARGIN);
    }
}
