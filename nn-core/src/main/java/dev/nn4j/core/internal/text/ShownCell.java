// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.text;

import java.util.Locale;

/** How messages show the text of a cell. */
public final class ShownCell {
    private static final int MOST_SHOWN = 40;

    private ShownCell() {}

    /** Control characters escaped, so that a hostile cell cannot write to a terminal; long cells shortened. */
    public static String of(String cell) {
        StringBuilder text = new StringBuilder();
        cell.codePoints().limit(MOST_SHOWN).forEach(point -> {
            if (Character.isISOControl(point)) {
                text.append(String.format(Locale.ROOT, "\\u%04x", point));
            } else {
                text.appendCodePoint(point);
            }
        });
        return cell.length() > MOST_SHOWN ? text + "\u2026" : text.toString();
    }
}
