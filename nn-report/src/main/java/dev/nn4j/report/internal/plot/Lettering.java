// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.plot;

import java.awt.Color;

/**
 * How a text stands.
 *
 * @param size in pixels
 * @param bold or plain
 * @param anchor which part of it lies at its place
 * @param color of its letters
 */
record Lettering(int size, boolean bold, Anchor anchor, Color color) {
    /** The part of a text that lies at its place. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    static Lettering plain(int size, Anchor anchor, Color color) {
        return new Lettering(size, false, anchor, color);
    }
}
