// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.cell;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Texts that stood in a source not long ago: those of categories come again and again, and need not be made anew. A text
 * that comes takes the place of another. Safe for several threads, whose texts may take each other's places.
 *
 * @since 0.1.0
 */
public final class KnownTexts {
    private static final int SLOTS = 1 << 12;
    private static final int MOST_LENGTH = 32;

    private final @Nullable String[] texts = new String[SLOTS];

    /** Knows none yet. */
    public KnownTexts() {}

    /** The text of these bytes of UTF-8. */
    String text(byte[] bytes, int from, int to) {
        int length = to - from;
        int hash = 0;
        int any = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
            any |= bytes[i];
        }
        if (any < 0) {
            return new String(bytes, from, length, StandardCharsets.UTF_8);
        }
        if (length == 0 || length > MOST_LENGTH) {
            return length == 0 ? "" : ascii(bytes, from, length);
        }
        int slot = (hash ^ hash >>> 15) & (SLOTS - 1);
        String known = texts[slot];
        if (known != null && known.length() == length && isAt(known, bytes, from)) {
            return known;
        }
        String text = ascii(bytes, from, length);
        texts[slot] = text;
        return text;
    }

    /** Latin-1 needs no look at the bytes. */
    private static String ascii(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    private static boolean isAt(String known, byte[] bytes, int from) {
        for (int i = 0; i < known.length(); i++) {
            if (known.charAt(i) != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }
}
