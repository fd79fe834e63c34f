// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Texts that came before: labels are few and rows are many. A text whose place another one took is made anew. For one thread. */
final class TextCache {
    private static final int SIZE = 1 << 12;
    private static final int MOST_LENGTH = 40;

    private final byte[][] bytes = new byte[SIZE][];
    private final @Nullable String[] texts = new @Nullable String[SIZE];

    /** The text of the bytes {@code [from, to)}, which are UTF-8. */
    String text(byte[] source, int from, int to) {
        if (from == to) {
            return "";
        }
        if (to - from > MOST_LENGTH) {
            return new String(source, from, to - from, StandardCharsets.UTF_8);
        }
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + source[i];
        }
        int place = (hash ^ (hash >>> 15)) & (SIZE - 1);
        String known = texts[place];
        if (known != null && Arrays.equals(bytes[place], 0, bytes[place].length, source, from, to)) {
            return known;
        }
        String text = new String(source, from, to - from, StandardCharsets.UTF_8);
        texts[place] = text;
        bytes[place] = Arrays.copyOfRange(source, from, to);
        return text;
    }
}
