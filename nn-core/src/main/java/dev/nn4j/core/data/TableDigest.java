// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a table's columns as they were read, by which changed data are noticed. */
final class TableDigest {
    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 13);

    TableDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** A column of numbers, begun by its name so that two columns cannot change places. */
    void add(String name, float[] numbers) {
        add(name);
        add(numbers.length);
        for (float number : numbers) {
            add(Float.floatToIntBits(number));
        }
    }

    /** A column of texts. */
    void add(String name, String[] texts) {
        add(name);
        add(texts.length);
        for (String text : texts) {
            add(text);
        }
    }

    /** In lower-case hexadecimal. */
    String hex() {
        flush();
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Its length first, so that no two tables run together into the same bytes. */
    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        flush();
        digest.update(bytes);
    }

    private void add(int value) {
        if (buffer.remaining() < Integer.BYTES) {
            flush();
        }
        buffer.putInt(value);
    }

    private void flush() {
        digest.update(buffer.flip());
        buffer.clear();
    }
}
