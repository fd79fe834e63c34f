// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.fuzz;

import java.nio.ByteBuffer;
import java.util.List;

/** An input taken as a row of choices; behind its end every choice is zero. */
final class Choices {
    private final ByteBuffer bytes;

    Choices(byte[] input) {
        bytes = ByteBuffer.wrap(input);
    }

    boolean isEmpty() {
        return !bytes.hasRemaining();
    }

    /** In [0, count). */
    int below(int count) {
        return count <= 0 ? 0 : nextByte() % count;
    }

    <T> T of(List<T> values) {
        return values.get(below(values.size()));
    }

    /** One of the bounds that programs get wrong, or any number. */
    long number() {
        return switch (below(8)) {
            case 0 -> 0;
            case 1 -> 1;
            case 2 -> -1;
            case 3 -> 1L << below(64);
            case 4 -> (1L << below(64)) - 1;
            case 5 -> nextByte();
            default -> longOf(8);
        };
    }

    double real() {
        return switch (below(8)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            case 2 -> -0.0;
            case 3 -> 1e308;
            case 4 -> Double.MIN_VALUE;
            case 5 -> nextByte() / 16.0;
            default -> Double.longBitsToDouble(longOf(8));
        };
    }

    byte[] bytes() {
        byte[] some = new byte[Math.min(nextByte(), bytes.remaining())];
        bytes.get(some);
        return some;
    }

    private long longOf(int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | nextByte();
        }
        return value;
    }

    private int nextByte() {
        return bytes.hasRemaining() ? bytes.get() & 0xFF : 0;
    }
}
