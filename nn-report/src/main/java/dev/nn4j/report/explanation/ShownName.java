// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.explanation;

import dev.nn4j.config.internal.text.DisplayText;

/** A name as long as there is room for. */
final class ShownName {
    /** The largest letters that a page sets texts of pictures in: those for a phone. */
    private static final double LETTERS = 15;

    private ShownName() {}

    /** Shortened, if need be, to what surely has a width in any usual font without serifs. */
    static String in(String name, double width) {
        int most = name.codePointCount(0, name.length());
        String shown = name;
        while (most > 1 && width(shown) > width) {
            most--;
            shown = DisplayText.shortened(name, most);
        }
        return shown;
    }

    private static double width(String text) {
        return text.codePoints().mapToDouble(ShownName::width).sum() * LETTERS;
    }

    private static double width(int letter) {
        if (letter > 0x2000) {
            return 1; // ideographs are as wide as high
        }
        if ("mwMW@%".indexOf(letter) >= 0) {
            return 0.95;
        }
        return Character.isUpperCase(letter) ? 0.72 : 0.6;
    }
}
