// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.rows;

import com.fasterxml.jackson.core.io.NumberInput;
import java.nio.charset.StandardCharsets;

/**
 * The number that stands at a place of a body. Of a decimal one it is the nearest double, as {@code Double.parseDouble} has it:
 * where digits and power of ten are doubles both, their product or quotient is rounded once (Clinger 1990).
 */
final class PlainNumber {
    /** So many digits are a long, whatever they are. */
    private static final int LONG_DIGITS = 18;
    /** Up to here every whole number is a double. */
    private static final long MOST_EXACT = 1L << 53;
    /** Longer ones have limits that are not known here. */
    private static final int MOST_BYTES = 200;

    private static final int MOST_EXPONENT = 10_000;
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private final byte[] json;
    private int from;
    private int to;
    private boolean isWhole;
    /** All digits before the exponent as one number, if they are not too many. */
    private long digits;

    private int count;
    private int exponent;

    PlainNumber(byte[] json) {
        this.json = json;
    }

    /** Reads the number at a place; says where it ends. */
    int scan(int place) {
        from = place;
        digits = 0;
        int first = byteAt(place) == '-' ? place + 1 : place;
        int at = digits(first);
        count = at - first;
        exponent = 0;
        isWhole = true;
        if (count > 1 && json[first] == '0') {
            throw new NotPlain();
        }
        if (byteAt(at) == '.') {
            int point = at;
            at = digits(at + 1);
            exponent = point + 1 - at;
            count -= exponent;
            isWhole = false;
        }
        if (byteAt(at) == 'e' || byteAt(at) == 'E') {
            at = exponent(at + 1);
            isWhole = false;
        }
        if (at - from > MOST_BYTES || (isWhole && count > LONG_DIGITS)) {
            throw new NotPlain();
        }
        to = at;
        return at;
    }

    private int byteAt(int place) {
        return place < json.length ? json[place] : 0;
    }

    /** Takes digits, of which there must be one. */
    private int digits(int place) {
        int at = place;
        long sum = digits;
        while (at < json.length && json[at] >= '0' && json[at] <= '9') {
            sum = 10 * sum + (json[at] - '0');
            at++;
        }
        if (at == place) {
            throw new NotPlain();
        }
        digits = sum;
        return at;
    }

    private int exponent(int place) {
        boolean isNegative = byteAt(place) == '-';
        int first = isNegative || byteAt(place) == '+' ? place + 1 : place;
        int at = first;
        int sum = 0;
        while (at < json.length && json[at] >= '0' && json[at] <= '9') {
            sum = Math.min(10 * sum + (json[at] - '0'), MOST_EXPONENT);
            at++;
        }
        if (at == first) {
            throw new NotPlain();
        }
        exponent += isNegative ? -sum : sum;
        return at;
    }

    /** Whether it has neither decimals nor an exponent. */
    boolean isWhole() {
        return isWhole;
    }

    /** The number that was read last: a Long, or else a Double. */
    Number value() {
        boolean isNegative = json[from] == '-';
        if (isWhole) {
            return isNegative ? -digits : digits;
        }
        boolean isExact = count <= LONG_DIGITS && digits <= MOST_EXACT && Math.abs(exponent) < POWERS.length;
        if (!isExact) {
            return NumberInput.parseDouble(new String(json, from, to - from, StandardCharsets.ISO_8859_1), true);
        }
        double value = exponent < 0 ? digits / POWERS[-exponent] : digits * POWERS[exponent];
        return isNegative ? -value : value;
    }
}
