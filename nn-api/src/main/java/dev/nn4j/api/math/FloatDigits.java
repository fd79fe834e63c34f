// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.math;

/**
 * The shortest decimal of a float, found in doubles. They are exact to so many more digits that nearly always there is no
 * doubt which decimal is nearest and whether it reads back; where there is, nothing is said. Predictions are written by the
 * million, and the exact way takes a hundred times as long.
 */
final class FloatDigits {
    private static final int FEWEST_DIGITS = 2;
    private static final int DIGITS_THAT_ALWAYS_DO = 9;
    private static final int MANTISSA = (1 << 23) - 1;
    private static final double LEAST = 1e-10;
    private static final double MOST = 1e10;

    /** Far above what rounding adds up to in a product and a quotient, far below half a unit of a float's last digit. */
    private static final double DOUBT = 0x1p-45;

    /** All are exact. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private FloatDigits() {}

    /** The text as Java writes it; empty where that is in doubt. */
    static String text(float value) {
        float magnitude = Math.abs(value);
        boolean uneven =
                (Float.floatToRawIntBits(value) & MANTISSA) == 0; // the floats below it are nearer than those above
        if (uneven || magnitude < LEAST || magnitude > MOST) {
            return "";
        }
        double exact = magnitude;
        double low = (exact + Math.nextDown(magnitude)) / 2;
        double high = (exact + Math.nextUp(magnitude)) / 2;
        int exponent = exponent(exact);
        for (int digits = FEWEST_DIGITS; digits <= DIGITS_THAT_ALWAYS_DO; digits++) {
            int places = digits - 1 - exponent;
            double scaled = places < 0 ? exact / POWERS[-places] : exact * POWERS[places];
            long decimal = Math.round(scaled);
            double back = places < 0 ? decimal * POWERS[-places] : decimal / POWERS[places];
            double doubt = exact * DOUBT;
            if (isInDoubt(scaled, decimal, scaled * DOUBT) || isNear(back, low, doubt) || isNear(back, high, doubt)) {
                return "";
            }
            if (back > low && back < high) {
                return text(value < 0, decimal, digits, exponent);
            }
        }
        return "";
    }

    private static String text(boolean negative, long decimal, int digits, int exponent) {
        String text = Long.toString(decimal);
        int end = text.length();
        while (end > 1 && text.charAt(end - 1) == '0') {
            end--;
        }
        // of 9.96 two digits are 10
        return ShortestDecimal.asJavaWrites(negative, text.substring(0, end), exponent + text.length() - digits);
    }

    /** Whether the decimal beside it is about as near. */
    private static boolean isInDoubt(double scaled, long decimal, double doubt) {
        return Math.abs(scaled - decimal) > 0.5 - doubt;
    }

    private static boolean isNear(double number, double bound, double doubt) {
        return Math.abs(number - bound) <= doubt;
    }

    /** Of ten, of the first digit. */
    private static int exponent(double magnitude) {
        int exponent = 0;
        if (magnitude >= 1) {
            while (magnitude >= POWERS[exponent + 1]) {
                exponent++;
            }
            return exponent;
        }
        while (magnitude * POWERS[-exponent] < 1) {
            exponent--;
        }
        return exponent;
    }
}
