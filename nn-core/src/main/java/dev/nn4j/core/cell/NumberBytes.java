// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.cell;

/**
 * Reads a number where its bytes lie: {@code Double.parseDouble} of them, for numbers as programs write them, of up to
 * 18 digits and a power of ten that a double holds.
 */
final class NumberBytes {
    /** Fewer than these fit a long. */
    private static final int MOST_DIGITS = 18;

    private static final long MOST_EXACT = 1L << 53;
    /** Powers of ten that doubles hold. */
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /** Cuts a double into halves, the products of which are exact (Veltkamp). */
    private static final double CUT = (1 << 27) + 1;
    /** What rounding may do to a correction, several times over. */
    private static final double SLACK = 0x1p-50;

    private static final int MOST_EXPONENT = 99;
    private static final int NO_EXPONENT = 1 << 30;

    private NumberBytes() {}

    /** The number in these bytes of UTF-8; NaN if they are anything else, which is for {@link NumberCell} to read. */
    static double of(byte[] bytes, int from, int to) {
        int first = from < to && isSign(bytes[from]) ? from + 1 : from;
        int at = first;
        int point = -1;
        long digits = 0;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = 10 * digits + digit;
            } else if (digit == '.' - '0' && point < 0) {
                point = at;
            } else {
                break;
            }
        }
        int count = at - first - (point < 0 ? 0 : 1);
        if (count < 1 || (count > MOST_DIGITS && count - zeros(bytes, first, at) > MOST_DIGITS)) {
            return Double.NaN;
        }
        int decimals = (point < 0 ? 0 : at - 1 - point) - (at < to ? exponent(bytes, at, to) : 0);
        if (decimals >= POWERS.length || decimals <= -POWERS.length) {
            return Double.NaN;
        }
        double number = decimals < 0 ? product(digits, -decimals) : quotient(digits, decimals);
        return bytes[from] == '-' ? -number : number;
    }

    private static boolean isSign(byte c) {
        return c == '-' || c == '+';
    }

    /** Zeros before the first other digit; the point is passed over. */
    private static int zeros(byte[] bytes, int from, int to) {
        int zeros = 0;
        for (int i = from; i < to && (bytes[i] == '0' || bytes[i] == '.'); i++) {
            zeros += bytes[i] == '0' ? 1 : 0;
        }
        return zeros;
    }

    /** The exponent that is all that stands here; one that is too large if something else does. */
    private static int exponent(byte[] bytes, int from, int to) {
        if (bytes[from] != 'e' && bytes[from] != 'E') {
            return NO_EXPONENT;
        }
        int first = from + 1 < to && isSign(bytes[from + 1]) ? from + 2 : from + 1;
        int exponent = first < to ? 0 : NO_EXPONENT;
        for (int i = first; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9 || exponent > MOST_EXPONENT) {
                return NO_EXPONENT;
            }
            exponent = 10 * exponent + digit;
        }
        return first > from + 1 && bytes[from + 1] == '-' ? -exponent : exponent;
    }

    /** The product of two exact doubles is rounded once, as the parser's result is (Clinger 1990). */
    private static double product(long digits, int power) {
        return digits <= MOST_EXACT ? digits * POWERS[power] : Double.NaN;
    }

    /**
     * So is the quotient. More digits are a double and a rest; what the rest and the remainder of the division add is known
     * to all but a few of its own bits. Where these decide how the sum is rounded, the number is left to the parser.
     */
    private static double quotient(long digits, int decimals) {
        double power = POWERS[decimals];
        double large = digits;
        double quotient = large / power;
        if (digits <= MOST_EXACT) {
            return quotient;
        }
        double rest = digits - (long) large;
        double correction = (remainder(large, quotient, power) + rest) / power;
        double slack = Math.abs(correction) * SLACK;
        double number = quotient + (correction - slack);
        return number == quotient + (correction + slack) ? number : Double.NaN;
    }

    /** What the quotient leaves of a number, exactly: the product's own rounding is taken back (Dekker 1971). */
    private static double remainder(double number, double quotient, double power) {
        double product = quotient * power;
        double high = upper(quotient);
        double low = quotient - high;
        double highPower = upper(power);
        double lowPower = power - highPower;
        double rounding = ((high * highPower - product) + high * lowPower + low * highPower) + low * lowPower;
        return (number - product) - rounding;
    }

    private static double upper(double number) {
        double cut = CUT * number;
        return cut - (cut - number);
    }
}
