// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.progress;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as progress shows them: rounded, for people. */
final class ShownNumbers {
    private ShownNumbers() {}

    static String loss(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    static String rows(double perSecond) {
        return String.format(Locale.ROOT, "%,.0f rows/s", perSecond);
    }

    /** {@code "  name 0.1234"}, or nothing. */
    static String named(String name, OptionalDouble value) {
        return value.isPresent() ? "  " + name + " " + loss(value.getAsDouble()) : "";
    }

    /** The same in little room: {@code " name 0.123"}. */
    static String brief(String name, OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, " %s %.3g", name, value.getAsDouble()) : "";
    }
}
