// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.plot;

import java.io.IOException;
import java.io.OutputStream;

/** What charts are drawn on: pixels or vectors. Places are in pixels from the upper left corner. */
interface Canvas {
    /** A line through these places. */
    void line(double[] xs, double[] ys, Pen pen);

    /** A filled circle around a place. */
    void mark(double x, double y, double radius, Pen pen);

    /** A text on the line through a place. */
    void text(String text, double x, double y, Lettering lettering);

    /** A text that reads upwards; its middle lies at the place. */
    void upwards(String text, double x, double y, Lettering lettering);

    /** How wide a text is, or about so. */
    double width(String text, Lettering lettering);

    /** Writes the picture; does not close the stream. */
    void write(OutputStream out) throws IOException;
}
