// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.plot;

/**
 * What the numbers of an axis are divided by: a power of ten, so that its ticks are of ordinary size whatever the numbers
 * are: they can be written out, and no step between two vanishes beside them.
 *
 * @param exponent of ten
 */
record AxisScale(int exponent) {
    /** Numbers in between are shown as they are. */
    private static final int LARGE = 5;

    private static final int SMALL = -3;

    /** 10^308 is the largest power of ten that a double holds, and 10^-307 the smallest that it holds in full. */
    private static final int MOST = 307;

    /** A scale under which the largest of these magnitudes has a few digits before the point. */
    static AxisScale forSize(double largest) {
        if (largest == 0 || !Double.isFinite(largest)) {
            return new AxisScale(0);
        }
        int exponent = (int) Math.floor(StrictMath.log10(largest));
        return exponent >= SMALL && exponent < LARGE
                ? new AxisScale(0)
                : new AxisScale(Math.max(-MOST, Math.min(MOST, exponent)));
    }

    /** A number as the axis shows it. */
    double of(double number) {
        return exponent == 0 ? number : number / StrictMath.pow(10, exponent);
    }

    /** The axis's title, which says what its numbers are multiples of. */
    String title(String what) {
        return exponent == 0 ? what : what + " / 1e" + exponent;
    }
}
