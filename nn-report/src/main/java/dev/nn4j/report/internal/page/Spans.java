// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.page;

import dev.nn4j.report.internal.svg.SvgPicture;
import dev.nn4j.report.internal.svg.SvgStyle;

/**
 * Small pictures of values on one line: an interval with what lies in it, or several values and their mean.
 *
 * @param least at the left end
 * @param most at the right end
 */
public record Spans(double least, double most) {
    private static final int WIDTH = 220;
    private static final int HEIGHT = 18;
    private static final int MIDDLE = HEIGHT / 2;
    /** Room for marks at the ends. */
    private static final int MARGIN = 5;

    /** An interval, the value in it, and a line at zero where that is in the picture. */
    public String interval(double low, double value, double high, String told) {
        SvgPicture picture = begun(told);
        if (least <= 0 && most >= 0) {
            picture.line(x(0), 0, x(0), HEIGHT, SvgStyle.ofClass("zero"));
        }
        picture.line(x(low), MIDDLE, x(high), MIDDLE, SvgStyle.ofClass("span"));
        return mark(picture, value, "mean").markup();
    }

    /** Each value, and the mean larger. */
    public String values(double[] values, double mean, String told) {
        SvgPicture picture = begun(told);
        for (double value : values) {
            mark(picture, value, "one");
        }
        return mark(picture, mean, "mean").markup();
    }

    private static SvgPicture begun(String told) {
        return SvgPicture.inline("spans", WIDTH, HEIGHT, told);
    }

    private SvgPicture mark(SvgPicture picture, double value, String kind) {
        return picture.circle(x(value), MIDDLE, MARGIN - 1, SvgStyle.ofClass(kind));
    }

    private double x(double value) {
        double share = most > least ? (value - least) / (most - least) : 0.5;
        return MARGIN + share * (WIDTH - 2 * MARGIN);
    }
}
