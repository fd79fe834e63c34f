// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.json;

import dev.nn4j.api.math.ShortestDecimal;

/** How every number is written that a machine may read: the shortest decimal text that reads back to the same number. */
public final class ShortestNumber {
    private ShortestNumber() {}

    /** Of a double, which must be finite. */
    public static String of(double value) {
        return withoutPointZero(ShortestDecimal.text(value));
    }

    /** Of a float, which must be finite. */
    public static String of(float value) {
        return withoutPointZero(ShortestDecimal.text(value));
    }

    /** {@code 1.0} says no more than {@code 1}, nor {@code 1.0E-5} than {@code 1E-5}. */
    private static String withoutPointZero(String text) {
        int point = text.indexOf(".0");
        boolean endsThere = point >= 0 && (point + 2 == text.length() || text.charAt(point + 2) == 'E');
        return endsThere ? text.substring(0, point) + text.substring(point + 2) : text;
    }
}
