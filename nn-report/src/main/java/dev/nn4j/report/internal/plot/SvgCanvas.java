// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.plot;

import dev.nn4j.report.internal.svg.SvgPicture;
import dev.nn4j.report.internal.svg.SvgStyle;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Vectors: texts stay texts, which can be searched, read aloud and set in another font. */
final class SvgCanvas implements Canvas {
    /** Of a letter of a usual font without serifs, beside its size. */
    private static final double LETTER_WIDTH = 0.55;

    private static final double OPAQUE = 255;

    private final SvgPicture picture;

    SvgCanvas(int width, int height, String title) {
        this.picture = SvgPicture.file(width, height, title);
    }

    @Override
    public void line(double[] xs, double[] ys, Pen pen) {
        SvgStyle style = paint("stroke", pen.color()).and("stroke-width", pen.width());
        picture.course(xs, ys, pen.dotted() ? style.and("stroke-dasharray", "2 4") : style);
    }

    @Override
    public void mark(double x, double y, double radius, Pen pen) {
        picture.circle(x, y, radius, paint("fill", pen.color()));
    }

    @Override
    public void text(String text, double x, double y, Lettering lettering) {
        picture.text(text, x, y, lettering.anchor(), style(lettering));
    }

    @Override
    public void upwards(String text, double x, double y, Lettering lettering) {
        picture.upwards(text, x, y, lettering.anchor(), style(lettering));
    }

    private static SvgStyle style(Lettering lettering) {
        SvgStyle style = paint("fill", lettering.color()).and("font-size", lettering.size());
        return lettering.bold() ? style.and("font-weight", "bold") : style;
    }

    @Override
    public double width(String text, Lettering lettering) {
        return text.length() * lettering.size() * LETTER_WIDTH;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        out.write((picture.markup() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static SvgStyle paint(String what, Color color) {
        String rgb = "rgb(" + color.getRed() + "," + color.getGreen() + "," + color.getBlue() + ")";
        SvgStyle style = new SvgStyle(List.of(what, rgb));
        return color.getAlpha() == OPAQUE ? style : style.and(what + "-opacity", color.getAlpha() / OPAQUE);
    }
}
