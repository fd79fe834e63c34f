// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.rows;

import java.nio.charset.StandardCharsets;

/** The text that stands between quotation marks at a place of a body, without escapes. */
final class PlainText {
    private static final char UNREADABLE = '\uFFFD';

    private final byte[] json;
    private int from;
    private int to;
    private boolean isAscii;

    PlainText(byte[] json) {
        this.json = json;
    }

    /** Reads the text whose opening mark stands at a place; says where it ends, behind the closing one. */
    int scan(int mark) {
        from = mark + 1;
        int at = from;
        int signs = 0;
        while (at < json.length && json[at] != '"') {
            byte one = json[at++];
            signs |= one;
            if ((one >= 0 && one < ' ') || one == '\\') {
                throw new NotPlain();
            }
        }
        if (at == json.length) {
            throw new NotPlain();
        }
        to = at;
        isAscii = signs >= 0;
        if (!isAscii) {
            requireReadable();
        }
        return at + 1;
    }

    /** What Java reads other letters for may be none. */
    private void requireReadable() {
        if (value().indexOf(UNREADABLE) >= 0) {
            throw new NotPlain();
        }
    }

    /** The text that was read last. */
    String value() {
        return new String(json, from, to - from, isAscii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }
}
