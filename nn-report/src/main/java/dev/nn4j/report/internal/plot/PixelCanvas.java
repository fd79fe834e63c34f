// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;

/** Pixels, of the JDK's own drawing; it needs no display. */
final class PixelCanvas implements Canvas {
    private final BufferedImage image;
    private final Graphics2D graphics;

    PixelCanvas(int width, int height) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
    }

    @Override
    public void line(double[] xs, double[] ys, Pen pen) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(xs[0], ys[0]);
        for (int i = 1; i < xs.length; i++) {
            path.lineTo(xs[i], ys[i]);
        }
        graphics.setColor(pen.color());
        graphics.setStroke(stroke(pen));
        graphics.draw(path);
    }

    private static BasicStroke stroke(Pen pen) {
        float width = (float) pen.width();
        return pen.dotted()
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2, 4}, 0)
                : new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    @Override
    public void mark(double x, double y, double radius, Pen pen) {
        graphics.setColor(pen.color());
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    @Override
    public void text(String text, double x, double y, Lettering lettering) {
        double left = switch (lettering.anchor()) {
            case START -> x;
            case MIDDLE -> x - width(text, lettering) / 2;
            case END -> x - width(text, lettering);
        };
        graphics.setFont(font(lettering));
        graphics.setColor(lettering.color());
        graphics.drawString(text, (float) left, (float) y);
    }

    @Override
    public void upwards(String text, double x, double y, Lettering lettering) {
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        graphics.rotate(-Math.PI / 2);
        text(text, 0, 0, lettering);
        graphics.setTransform(before);
    }

    @Override
    public double width(String text, Lettering lettering) {
        return graphics.getFontMetrics(font(lettering)).stringWidth(text);
    }

    private static Font font(Lettering lettering) {
        return new Font(Font.SANS_SERIF, lettering.bold() ? Font.BOLD : Font.PLAIN, lettering.size());
    }

    @Override
    public void write(OutputStream out) throws IOException {
        graphics.dispose();
        ImageIO.write(image, "png", out);
    }
}
