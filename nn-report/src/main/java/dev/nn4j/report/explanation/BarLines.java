// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.explanation;

import dev.nn4j.report.internal.svg.SvgPicture;
import dev.nn4j.report.internal.svg.SvgStyle;
import dev.nn4j.report.internal.svg.TextAnchor;

/**
 * A picture of bars below each other, each with its name on the left and a number on the right.
 *
 * @param picture that is drawn on
 * @param line how far lines are apart
 */
record BarLines(SvgPicture picture, double line) {
    static final double WIDTH = 500;
    /** Where bars begin. */
    static final double LEFT = 190;

    private static final double GAP = 8;
    private static final double TOP = 4;
    private static final double THINNEST = 1;
    private static final SvgStyle NAME = SvgStyle.fill("ink");
    private static final SvgStyle NUMBER = SvgStyle.fill("quiet");

    /** One line: a bar between two places, in whichever order. */
    void add(int index, String name, double from, double to, String colour, String number) {
        picture.text(ShownName.in(name, LEFT - GAP), LEFT - GAP, middle(index) + 4, TextAnchor.END, NAME)
                .rectangle(
                        Math.min(from, to),
                        top(index) + 2,
                        Math.max(THINNEST, Math.abs(to - from)),
                        line - GAP,
                        SvgStyle.fill(colour).and("rx", 2))
                .text(number, WIDTH, middle(index) + 4, TextAnchor.END, NUMBER);
    }

    private double top(int index) {
        return index * line + TOP;
    }

    /** The height of a line's middle. */
    double middle(int index) {
        return top(index) + line / 2 - 2;
    }
}
