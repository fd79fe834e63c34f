// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.text;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as tables for people show them. */
public final class Rounded {
    private Rounded() {}

    /** A share, to two digits after the point, as classification reports have them. */
    public static String score(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** A figure of any size, to five significant digits; a dash where there is none. */
    public static String figure(OptionalDouble value) {
        return value.isPresent() ? figure(value.getAsDouble()) : "-";
    }

    public static String figure(double value) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (!(size >= 1e-4 && size < 1e9)) {
            return String.format(Locale.ROOT, "%.4e", value);
        }
        int digits = 4;
        for (double bound = 10; size >= bound && digits > 0; bound *= 10) {
            digits--;
        }
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
