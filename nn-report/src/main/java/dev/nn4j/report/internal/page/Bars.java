// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.page;

import dev.nn4j.report.internal.svg.SvgPicture;
import dev.nn4j.report.internal.svg.SvgStyle;
import java.util.List;

/** A small picture of bars beside each other. */
public final class Bars {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 32;
    private static final int LYING = 10;
    private static final SvgStyle PLAIN = new SvgStyle(List.of());

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
        SvgPicture picture = SvgPicture.inline("bars", WIDTH, HEIGHT, told);
        double step = (double) WIDTH / Math.max(1, heights.length);
        for (int i = 0; i < heights.length; i++) {
            double height = most == 0 ? 0 : heights[i] / most * HEIGHT;
            double shown = heights[i] > 0 ? Math.max(1, height) : 0;
            picture.rectangle(i * step, HEIGHT - shown, Math.max(1, step - 1), shown, PLAIN);
        }
        return picture.markup();
    }

    /**
     * One bar that lies.
     *
     * @param share of its full length, which more than 1 has too
     * @param told what it shows, for who does not see it
     */
    public static String level(double share, String told) {
        SvgPicture picture = SvgPicture.inline("bars", WIDTH, LYING, told);
        return picture.rectangle(0, 0, Math.min(1, share) * WIDTH, LYING, PLAIN).markup();
    }
}
