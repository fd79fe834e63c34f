// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.rows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names of an object's members, in the order that the object before had: rows that are objects repeat all of them, and to
 * compare bytes is quicker than to make texts.
 */
final class KnownNames {
    private static final int MOST = 4096;

    private byte[][] bytes;
    private String[] names;
    /** Whether the arrays are this body's own. */
    private boolean isOwn;

    private int next;

    private KnownNames(byte[][] bytes, String[] names) {
        this.bytes = bytes;
        this.names = names;
    }

    /** Those that are to be expected. */
    static KnownNames of(List<String> expected) {
        String[] plain = expected.stream().filter(KnownNames::isPlain).toArray(String[]::new);
        byte[][] bytes = Arrays.stream(plain)
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        return new KnownNames(bytes, plain);
    }

    /** Whether JSON writes it as it is. */
    private static boolean isPlain(String name) {
        return name.chars().allMatch(letter -> letter >= ' ' && letter != '"' && letter != '\\');
    }

    /** The same, for another body. */
    KnownNames copy() {
        return new KnownNames(bytes, names);
    }

    /** An object begins. */
    void begin() {
        next = 0;
    }

    /** The name that stands at a place, and a quotation mark behind it, if it is the one that is expected; else null. */
    @Nullable
    String expected(byte[] json, int place) {
        if (next >= names.length) {
            return null;
        }
        byte[] wanted = bytes[next];
        int end = place + wanted.length;
        boolean isIt =
                end < json.length && json[end] == '"' && Arrays.equals(json, place, end, wanted, 0, wanted.length);
        return isIt ? names[next++] : null;
    }

    /** Another stood there. */
    void learn(String name) {
        if (next == MOST) {
            return;
        }
        if (!isOwn) {
            bytes = bytes.clone();
            names = names.clone();
            isOwn = true;
        }
        if (next == names.length) {
            bytes = Arrays.copyOf(bytes, next + 1 + next / 2);
            names = Arrays.copyOf(names, bytes.length);
            Arrays.fill(bytes, next, bytes.length, new byte[0]);
            Arrays.fill(names, next, names.length, "");
        }
        bytes[next] = name.getBytes(StandardCharsets.UTF_8);
        names[next++] = name;
    }

    /** How many bytes the name has that was taken last. */
    int lastLength() {
        return bytes[next - 1].length;
    }
}
