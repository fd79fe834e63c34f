// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.plot;

import dev.nn4j.report.internal.svg.TextAnchor;
import java.awt.Color;

/**
 * How a text stands.
 *
 * @param size in pixels
 * @param bold or plain
 * @param anchor which part of it lies at its place
 * @param color of its letters
 */
record Lettering(int size, boolean bold, TextAnchor anchor, Color color) {
    static Lettering plain(int size, TextAnchor anchor, Color color) {
        return new Lettering(size, false, anchor, color);
    }
}
