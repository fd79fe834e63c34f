// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.plot;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Vectors: texts stay texts, which can be searched, read aloud and set in another font. */
final class SvgCanvas implements Canvas {
    /** Of a letter of a usual font without serifs, beside its size. */
    private static final double LETTER_WIDTH = 0.55;

    private static final double OPAQUE = 255;

    private final StringBuilder svg = new StringBuilder();

    SvgCanvas(int width, int height, String title) {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        .formatted(width, height, width, height))
                .append(" role=\"img\" font-family=\"system-ui, 'Segoe UI', Roboto, Arial, sans-serif\">\n")
                .append("<title>")
                .append(escaped(title))
                .append("</title>\n<rect width=\"100%\" height=\"100%\" fill=\"rgb(255,255,255)\"/>\n");
    }

    @Override
    public void line(double[] xs, double[] ys, Pen pen) {
        svg.append("<polyline fill=\"none\" points=\"");
        for (int i = 0; i < xs.length; i++) {
            svg.append(i == 0 ? "" : " ").append(place(xs[i])).append(',').append(place(ys[i]));
        }
        svg.append("\" stroke-linejoin=\"round\" stroke-width=\"").append(place(pen.width()));
        if (pen.dotted()) {
            svg.append("\" stroke-dasharray=\"2 4");
        }
        svg.append('"').append(paint("stroke", pen.color())).append("/>\n");
    }

    @Override
    public void mark(double x, double y, double radius, Pen pen) {
        svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\"".formatted(place(x), place(y), place(radius)))
                .append(paint("fill", pen.color()))
                .append("/>\n");
    }

    @Override
    public void text(String text, double x, double y, Lettering lettering) {
        text(text, "x=\"%s\" y=\"%s\"".formatted(place(x), place(y)), lettering);
    }

    @Override
    public void upwards(String text, double x, double y, Lettering lettering) {
        text(text, "transform=\"translate(%s %s) rotate(-90)\"".formatted(place(x), place(y)), lettering);
    }

    private void text(String text, String where, Lettering lettering) {
        svg.append("<text ").append(where).append(" font-size=\"").append(lettering.size());
        if (lettering.bold()) {
            svg.append("\" font-weight=\"bold");
        }
        svg.append("\" text-anchor=\"")
                .append(lettering.anchor().name().toLowerCase(Locale.ROOT))
                .append('"')
                .append(paint("fill", lettering.color()))
                .append('>')
                .append(escaped(text))
                .append("</text>\n");
    }

    @Override
    public double width(String text, Lettering lettering) {
        return text.length() * lettering.size() * LETTER_WIDTH;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        out.write((svg + "</svg>\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String paint(String what, Color color) {
        String opacity =
                color.getAlpha() == OPAQUE ? "" : " " + what + "-opacity=\"" + place(color.getAlpha() / OPAQUE) + "\"";
        return " " + what + "=\"rgb(" + color.getRed() + "," + color.getGreen() + "," + color.getBlue() + ")\""
                + opacity;
    }

    /** A hundredth of a pixel is more than anybody sees. */
    private static String place(double value) {
        double rounded = Math.rint(value * 100) / 100;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
