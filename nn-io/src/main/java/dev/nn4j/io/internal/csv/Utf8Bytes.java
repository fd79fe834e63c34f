// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

/** Which bytes beyond ASCII are text. */
final class Utf8Bytes {
    private static final int CONTROLS = 0xC2;
    private static final int LAST_CONTROL = 0x9F;
    private static final int MARK = '\uFEFF';

    private Utf8Bytes() {}

    /** Whether the bytes {@code [from, to)} are UTF-8 without control characters of two bytes and byte order marks. */
    static boolean areText(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (bytes[at] >= 0) {
                at++;
                continue;
            }
            int length = length(bytes, at, to);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** How many bytes the character that begins here has; 0 if it is none. */
    private static int length(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xFF;
        int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > to) {
            return 0;
        }
        int point = first & (0x7F >> length);
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
            point = (point << 6) | (bytes[at + i] & 0x3F);
        }
        return isText(first, point, length) ? length : 0;
    }

    private static boolean isText(int first, int point, int length) {
        return switch (length) {
            case 2 -> first != CONTROLS || point > LAST_CONTROL;
            case 3 ->
                point >= 0x800 && point != MARK && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
            default -> point >= Character.MIN_SUPPLEMENTARY_CODE_POINT && point <= Character.MAX_CODE_POINT;
        };
    }
}
