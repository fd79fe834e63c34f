// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

/**
 * What a float leaves out of a double, as an int: how far the double's bits are from those of the float nearest to it. A
 * table keeps floats, and beside them such rests of the few columns that need them.
 *
 * @since 0.1.0
 */
public final class FloatRest {
    private FloatRest() {}

    /** The rest of a number; 0 for one that a float holds, for NaN, and below {@link Float#MIN_NORMAL} in magnitude. */
    public static int of(double number) {
        return Math.abs(number) >= Float.MIN_NORMAL ? (int) (bits(number) - bits((float) number)) : 0;
    }

    /** The number that has this nearest float and this rest. */
    public static double number(float nearest, int rest) {
        return rest == 0 ? nearest : Double.longBitsToDouble(bits(nearest) + rest);
    }

    private static long bits(double number) {
        return Double.doubleToRawLongBits(number);
    }
}
