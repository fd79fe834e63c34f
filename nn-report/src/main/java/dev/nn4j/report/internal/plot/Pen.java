// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.plot;

import java.awt.Color;

/**
 * How a line or a mark is drawn.
 *
 * @param color with its opacity
 * @param width in pixels
 * @param dotted in dots instead of whole
 */
record Pen(Color color, double width, boolean dotted) {
    static Pen of(Color color, double width) {
        return new Pen(color, width, false);
    }
}
