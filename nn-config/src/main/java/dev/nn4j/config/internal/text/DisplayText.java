// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.text;

/** Texts as a terminal shows them, in columns: ideographs and the like take two, combining marks none. */
public final class DisplayText {
    /** First and last code points of what takes two columns (Unicode's East Asian Width W and F, and emoji). */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x231A, 0x231B, 0x23E9, 0x23EC, 0x2614, 0x2615, 0x2648, 0x2653, 0x26AA, 0x26AB, 0x26BD, 0x26BE,
        0x2753, 0x2755, 0x2795, 0x2797, 0x2E80, 0x303E, 0x3041, 0xA4CF, 0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAFF,
        0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x18DFF, 0x1AFF0, 0x1B2FF, 0x1F300,
        0x1F64F, 0x1F680, 0x1F6FF, 0x1F7E0, 0x1F7EB, 0x1F900, 0x1F9FF, 0x1FA70, 0x1FAFF, 0x20000, 0x3FFFD
    };

    private static final String CUT = "…";

    private DisplayText() {}

    /** How many columns a text takes. */
    public static int columns(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            columns += columns(text.codePointAt(i));
        }
        return columns;
    }

    /** The text, or its beginning with … behind it, in at most so many columns; at least 1. */
    public static String shortened(String text, int most) {
        // A character takes a quarter of a column at the very least where marks are not piled up to deceive.
        if (text.length() <= most * 4 && columns(text) <= most) {
            return text;
        }
        int end = 0;
        int taken = 0;
        while (end < text.length() && end < most * 4) {
            int point = text.codePointAt(end);
            taken += columns(point);
            if (taken > most - 1) {
                break;
            }
            end += Character.charCount(point);
        }
        return text.substring(0, end) + CUT;
    }

    private static int columns(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            default -> isJamoInside(point) ? 0 : isWide(point) ? 2 : 1;
        };
    }

    /** Vowels and finals of Hangul, which are drawn into the consonant before them. */
    private static boolean isJamoInside(int point) {
        return point >= 0x1160 && point <= 0x11FF;
    }

    private static boolean isWide(int point) {
        for (int i = 0; i < WIDE.length && point >= WIDE[i]; i += 2) {
            if (point <= WIDE[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
