// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.json;

import com.fasterxml.jackson.core.io.NumberOutput;

/**
 * The shortest decimal text that reads back to the same number (Giulietti's Schubfach; Java's own toString is not
 * always shortest before 19). Every number that nn writes for a machine goes through here.
 */
public final class ShortestNumber {
    private ShortestNumber() {}

    /** Of a double, which must be finite. */
    public static String of(double value) {
        return withoutPointZero(NumberOutput.toString(value, true));
    }

    /** Of a float, which must be finite. */
    public static String of(float value) {
        return withoutPointZero(NumberOutput.toString(value, true));
    }

    /** {@code 1.0} says no more than {@code 1}, nor {@code 1.0E-5} than {@code 1E-5}. */
    private static String withoutPointZero(String text) {
        int point = text.indexOf(".0");
        boolean endsThere = point >= 0 && (point + 2 == text.length() || text.charAt(point + 2) == 'E');
        return endsThere ? text.substring(0, point) + text.substring(point + 2) : text;
    }
}
