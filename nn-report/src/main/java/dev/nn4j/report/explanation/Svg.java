// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.explanation;

import dev.nn4j.report.internal.html.Escaped;
import java.util.Locale;

/** A picture as markup: shapes with the page's colours, texts as text. */
final class Svg {
    private final StringBuilder shapes = new StringBuilder();
    private final double width;
    private final double height;
    private final String label;

    /**
     * An empty picture.
     *
     * @param label what it shows, for those who do not see it
     */
    Svg(double width, double height, String label) {
        this.width = width;
        this.height = height;
        this.label = label;
    }

    /** A place, to a tenth of a pixel. */
    static String at(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }

    /** A bar between two places, in whichever order. */
    Svg bar(double x1, double x2, double y, double height, String colour) {
        shapes.append("<rect x=\"" + at(Math.min(x1, x2)) + "\" y=\"" + at(y) + "\" width=\""
                + at(Math.max(1, Math.abs(x2 - x1))) + "\" height=\"" + at(height) + "\" rx=\"2\" fill=\"var(--"
                + colour + ")\"/>");
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, String colour) {
        shapes.append("<line x1=\"" + at(x1) + "\" y1=\"" + at(y1) + "\" x2=\"" + at(x2) + "\" y2=\"" + at(y2)
                + "\" stroke=\"var(--" + colour + ")\"/>");
        return this;
    }

    /** A course through points, {@code x,y x,y …}. */
    Svg course(String points, String colour, double thickness, double opacity) {
        shapes.append("<polyline points=\"" + points + "\" fill=\"none\" stroke=\"var(--" + colour
                + ")\" stroke-width=\"" + at(thickness) + "\" opacity=\"" + opacity + "\" stroke-linejoin=\"round\"/>");
        return this;
    }

    /** A point. */
    Svg dot(double x, double y, String colour) {
        shapes.append("<circle cx=\"" + at(x) + "\" cy=\"" + at(y) + "\" r=\"3\" fill=\"var(--" + colour + ")\"/>");
        return this;
    }

    /**
     * A text.
     *
     * @param anchor start, middle or end
     */
    Svg text(double x, double y, String anchor, String colour, String text) {
        shapes.append("<text x=\"" + at(x) + "\" y=\"" + at(y) + "\" text-anchor=\"" + anchor + "\" fill=\"var(--"
                + colour + ")\">" + Escaped.html(text) + "</text>");
        return this;
    }

    /** The markup. */
    String markup() {
        return "<svg viewBox=\"0 0 " + at(width) + " " + at(height) + "\" role=\"img\" aria-label=\""
                + Escaped.html(label) + "\" style=\"width:100%;max-width:" + at(width)
                + "px;font-size:12px;display:block\">" + shapes + "</svg>";
    }
}
