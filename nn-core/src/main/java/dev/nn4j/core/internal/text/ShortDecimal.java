// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.text;

/**
 * Reads decimal numbers of at most 18 digits without an exponent, as nearly all are: to the bits that {@code
 * Double.parseDouble} gives.
 */
public final class ShortDecimal {
    /** Digits that a long holds, whatever they are. */
    private static final int MOST_DIGITS = 18;
    /** Up to here doubles hold every whole number. */
    private static final long MOST_WHOLE = 1L << 53;
    /** Beyond what a correction of a quotient can be wrong by, for its size. */
    private static final double UNCERTAIN = 0x1p-49;

    private static final long MANTISSA = (1L << 52) - 1;
    /** All that are exact. */
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private ShortDecimal() {}

    /** The number that a text is; NaN if it is none of these. */
    public static double of(String text) {
        int length = text.length();
        int at = length > 0 && isSign(text.charAt(0)) ? 1 : 0;
        int digits = 0;
        int point = -1;
        long whole = 0;
        boolean any = false;
        for (; at < length; at++) {
            int digit = text.charAt(at) - '0';
            if (digit >= 0 && digit <= 9) {
                any = true;
                whole = 10 * whole + digit;
                digits += whole == 0 ? 0 : 1;
            } else if (digit == '.' - '0' && point < 0) {
                point = at;
            } else {
                return Double.NaN;
            }
            if (digits > MOST_DIGITS) {
                return Double.NaN;
            }
        }
        int decimals = point < 0 ? 0 : length - 1 - point;
        return any ? signed(quotient(whole, decimals), text.charAt(0) == '-') : Double.NaN;
    }

    /** The number that the characters {@code [from, to)} are; NaN if it is none of these. */
    public static double of(byte[] text, int from, int to) {
        int at = from < to && isSign(text[from]) ? from + 1 : from;
        int digits = 0;
        int point = -1;
        long whole = 0;
        boolean any = false;
        for (; at < to; at++) {
            int digit = text[at] - '0';
            if (digit >= 0 && digit <= 9) {
                any = true;
                whole = 10 * whole + digit;
                digits += whole == 0 ? 0 : 1;
            } else if (digit == '.' - '0' && point < 0) {
                point = at;
            } else {
                return Double.NaN;
            }
            if (digits > MOST_DIGITS) {
                return Double.NaN;
            }
        }
        int decimals = point < 0 ? 0 : to - 1 - point;
        return any ? signed(quotient(whole, decimals), text[from] == '-') : Double.NaN;
    }

    private static boolean isSign(int c) {
        return c == '-' || c == '+';
    }

    private static double signed(double number, boolean negative) {
        return negative ? -number : number;
    }

    /** The quotient of two exact doubles is rounded once, as the parser's result is (Clinger 1990). */
    private static double quotient(long whole, int decimals) {
        if (decimals >= POWERS.length) {
            return Double.NaN;
        }
        return whole <= MOST_WHOLE ? whole / POWERS[decimals] : corrected(whole, POWERS[decimals]);
    }

    /**
     * A whole number beyond doubles is the sum of two; what the first one's quotient leaves, and the second one's, correct
     * it. Where the sum lies too near the middle between two doubles to tell which is nearer, the parser must.
     */
    private static double corrected(long whole, double power) {
        double most = whole;
        double rest = whole - (long) most;
        double first = most / power;
        double correction = (Math.fma(-first, power, most) + rest) / power;
        double number = first + correction;
        double left = Math.abs(first - number + correction) + UNCERTAIN * Math.abs(correction);
        boolean isPowerOfTwo = (Double.doubleToRawLongBits(number) & MANTISSA) == 0;
        return left < Math.ulp(number) / 2 && !isPowerOfTwo ? number : Double.NaN;
    }
}
