// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.plot;

import dev.nn4j.report.internal.page.RoundStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The numbers of an axis: multiples of 1, 2 or 5 times a power of ten, the first at or below the least value, the last at
 * or above the largest.
 *
 * @param first multiple of the step
 * @param last multiple of the step
 * @param step between two numbers
 */
record Ticks(long first, long last, double step) {
    /** A range less than this, beside the size of its numbers, is a straight line. */
    private static final double LEAST_RANGE = 1e-3;

    /** Between two values, which may be the same, about this many. */
    static Ticks between(double least, double largest, int about) {
        double size = Math.max(Math.abs(least), Math.abs(largest));
        double room = largest - least < LEAST_RANGE * size ? LEAST_RANGE * size : 0;
        double low = least - room;
        double high = size == 0 ? 1 : largest + room;
        double step = RoundStep.atLeast((high - low) / about);
        return new Ticks((long) Math.floor(low / step), (long) Math.ceil(high / step), step);
    }

    /** Of counted things: no fractions. */
    static Ticks whole(long least, long largest, int about) {
        long step = (long) Math.max(1, RoundStep.atLeast((double) (largest - least) / about));
        return new Ticks(Math.floorDiv(least + step - 1, step), Math.floorDiv(largest, step), step);
    }

    List<Double> values() {
        List<Double> values = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            values.add(i * step);
        }
        return values;
    }

    /** A number with the decimals that the steps need. */
    String text(double value) {
        return String.format(Locale.ROOT, "%,." + RoundStep.decimals(step) + "f", value == 0 ? 0.0 : value);
    }

    double low() {
        return first * step;
    }

    double high() {
        return last * step;
    }
}
