// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

/** One character of UTF-8 that is not ASCII, by the table of well-formed sequences (Unicode 15, table 3-7). */
final class Utf8Sequence {
    /** It goes on behind the bytes that are there. */
    static final int CUT = -1;
    /** It is none, or a control character or a byte order mark. */
    static final int ODD = -2;

    private static final int FIRST_PRINTED = 0xA0;

    private Utf8Sequence() {}

    /** Where the character that begins at {@code from} ends; {@link #CUT} or {@link #ODD}. */
    static int end(byte[] bytes, int from, int to) {
        int lead = bytes[from] & 0xFF;
        int length = length(lead);
        if (length == 0) {
            return ODD;
        }
        for (int i = 1; i < length; i++) {
            if (from + i == to) {
                return CUT;
            }
            if ((bytes[from + i] & 0xC0) != 0x80) {
                return ODD;
            }
        }
        return isText(lead, bytes[from + 1] & 0xFF, bytes[from + length - 1] & 0xFF) ? from + length : ODD;
    }

    private static int length(int lead) {
        if (lead >= 0xC2 && lead <= 0xDF) {
            return 2;
        }
        if (lead >= 0xE0 && lead <= 0xEF) {
            return 3;
        }
        return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
    }

    private static boolean isText(int lead, int second, int last) {
        return switch (lead) {
            case 0xC2 -> second >= FIRST_PRINTED; // before it are control characters
            case 0xE0 -> second >= 0xA0;
            case 0xED -> second < 0xA0; // surrogates are no characters
            case 0xEF -> second != 0xBB || last != 0xBF; // byte order mark
            case 0xF0 -> second >= 0x90;
            case 0xF4 -> second < 0x90;
            default -> true;
        };
    }
}
