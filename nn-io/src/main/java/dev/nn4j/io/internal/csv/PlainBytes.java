// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import java.nio.ByteBuffer;

/**
 * Looks eight bytes at a time whether a piece of text is plain: UTF-8 without control characters and byte order marks, its
 * lines ended by LF, with or without a CR before it.
 */
final class PlainBytes {
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH = 0x8080_8080_8080_8080L;
    private static final byte DELETE = 0x7F;

    private boolean plain = true;
    private boolean quotes;
    private long lines;

    private PlainBytes() {}

    /** Looks at the bytes {@code [from, to)}, which end with a line or are the last ones. */
    static PlainBytes of(byte[] bytes, int from, int to) {
        PlainBytes text = new PlainBytes();
        text.look(bytes, from, to);
        return text;
    }

    boolean isPlain() {
        return plain;
    }

    boolean hasQuotes() {
        return quotes;
    }

    /** How many lines end here. */
    long lines() {
        return lines;
    }

    private void look(byte[] bytes, int from, int to) {
        ByteBuffer words = ByteBuffer.wrap(bytes);
        long high = 0;
        long quote = 0;
        long delete = 0;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long word = words.getLong(at);
            high |= word & HIGH;
            quote |= zeros(word ^ ('"' * ONES));
            delete |= zeros(word ^ (DELETE * ONES));
            if (((word - ' ' * ONES) & ~word & HIGH) != 0) {
                controls(bytes, at, at + Long.BYTES, to);
            }
        }
        for (int i = at; i < to; i++) {
            high |= bytes[i] & 0x80;
            quote |= bytes[i] == '"' ? 1 : 0;
            delete |= bytes[i] == DELETE ? 1 : 0;
        }
        controls(bytes, at, to, to);
        quotes = quote != 0;
        plain &= delete == 0 && (high == 0 || Utf8Bytes.areText(bytes, from, to));
    }

    private void controls(byte[] bytes, int from, int end, int to) {
        for (int i = from; i < end; i++) {
            byte b = bytes[i];
            if (b == '\n') {
                lines++;
            } else if (b >= 0 && b < ' ' && b != '\t') {
                plain &= b == '\r' && i + 1 < to && bytes[i + 1] == '\n';
            }
        }
    }

    /** Has a bit for a byte that is zero, the first one at least. */
    private static long zeros(long word) {
        return (word - ONES) & ~word & HIGH;
    }
}
