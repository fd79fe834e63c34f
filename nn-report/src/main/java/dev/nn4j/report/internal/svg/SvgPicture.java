// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.svg;

import dev.nn4j.report.internal.html.Escaped;
import java.util.List;

/** A picture as SVG. Texts stay texts, which can be searched and read aloud; all of them are escaped. */
public final class SvgPicture {
    private static final SvgStyle WHITE = new SvgStyle(List.of("fill", "rgb(255,255,255)"));

    private final StringBuilder markup = new StringBuilder();

    private SvgPicture(double width, double height, String attributes) {
        markup.append("<svg")
                .append(attributes)
                .append(attribute("viewBox", "0 0 " + number(width) + " " + number(height)))
                .append(" role=\"img\"");
    }

    /**
     * One of this size in a page.
     *
     * @param kind its class in the page's style sheet
     * @param told what it shows, for those who do not see it
     */
    public static SvgPicture inline(String kind, double width, double height, String told) {
        String attributes =
                attribute("class", kind) + attribute("width", number(width)) + attribute("height", number(height));
        SvgPicture picture = new SvgPicture(width, height, attributes);
        picture.markup.append(attribute("aria-label", Escaped.html(told))).append('>');
        return picture;
    }

    /**
     * One that is as wide as what it stands in, and no wider than this; with texts of 12 pixels then.
     *
     * @param told what it shows, for those who do not see it
     */
    public static SvgPicture flexible(double width, double height, String told) {
        SvgPicture picture = new SvgPicture(width, height, "");
        picture.markup
                .append(attribute("aria-label", Escaped.html(told)))
                .append(attribute("style", "width:100%;max-width:" + number(width) + "px;font-size:12px;display:block"))
                .append('>');
        return picture;
    }

    /** One that is a file of its own, on white. */
    public static SvgPicture file(double width, double height, String title) {
        String attributes = attribute("xmlns", "http://www.w3.org/2000/svg")
                + attribute("width", number(width))
                + attribute("height", number(height));
        SvgPicture picture = new SvgPicture(width, height, attributes);
        picture.markup
                .append(attribute("font-family", "system-ui, 'Segoe UI', Roboto, Arial, sans-serif"))
                .append(">\n<title>")
                .append(Escaped.html(title))
                .append("</title>\n");
        return picture.rectangle(0, 0, width, height, WHITE);
    }

    /** A rectangle from its upper left corner. */
    public SvgPicture rectangle(double x, double y, double width, double height, SvgStyle style) {
        return shape(
                "rect",
                attribute("x", x) + attribute("y", y) + attribute("width", width) + attribute("height", height),
                style);
    }

    /** A straight line. */
    public SvgPicture line(double x1, double y1, double x2, double y2, SvgStyle style) {
        return shape(
                "line", attribute("x1", x1) + attribute("y1", y1) + attribute("x2", x2) + attribute("y2", y2), style);
    }

    /** A line through these places. */
    public SvgPicture course(double[] xs, double[] ys, SvgStyle style) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < xs.length; i++) {
            points.append(i == 0 ? "" : " ").append(number(xs[i])).append(',').append(number(ys[i]));
        }
        String attributes = attribute("points", points.toString()) + attribute("fill", "none");
        return shape("polyline", attributes + attribute("stroke-linejoin", "round"), style);
    }

    /** A circle around a place. */
    public SvgPicture circle(double x, double y, double radius, SvgStyle style) {
        return shape("circle", attribute("cx", x) + attribute("cy", y) + attribute("r", radius), style);
    }

    /** A text on the line through a place. */
    public SvgPicture text(String text, double x, double y, TextAnchor anchor, SvgStyle style) {
        return text(text, attribute("x", x) + attribute("y", y), anchor, style);
    }

    /** A text that reads upwards. */
    public SvgPicture upwards(String text, double x, double y, TextAnchor anchor, SvgStyle style) {
        String turned = "translate(" + number(x) + " " + number(y) + ") rotate(-90)";
        return text(text, attribute("transform", turned), anchor, style);
    }

    private SvgPicture text(String text, String place, TextAnchor anchor, SvgStyle style) {
        markup.append("<text")
                .append(place)
                .append(attribute("text-anchor", anchor.word()))
                .append(style.markup())
                .append('>')
                .append(Escaped.html(text))
                .append("</text>");
        return this;
    }

    private SvgPicture shape(String name, String place, SvgStyle style) {
        markup.append('<').append(name).append(place).append(style.markup()).append("/>");
        return this;
    }

    /** All of it. */
    public String markup() {
        return markup + "</svg>";
    }

    private static String attribute(String name, double value) {
        return attribute(name, number(value));
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + value + "\"";
    }

    /** A hundredth of a pixel is more than anybody sees. */
    static String number(double value) {
        double rounded = Math.rint(value * 100) / 100;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
