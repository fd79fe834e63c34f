// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.cell;

import java.util.List;
import java.util.Locale;

/** English names of months and days. Those of the JDK's locales differ between its versions; these do not. */
final class MonthName {
    /** Matches a day of the week, whole or shortened. */
    static final String WEEKDAY = "(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?";

    private static final List<String> NAMES = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final int SHORT = 3;

    private MonthName() {}

    /** The month of a name, whole or of three letters or {@code sept}, whatever its case: 1 to 12, or 0 if there is none. */
    static int month(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        for (String month : NAMES) {
            if (word.equals(month)
                    || word.equals(month.substring(0, SHORT))
                    || word.equals("sept") && month.startsWith(word)) {
                return NAMES.indexOf(month) + 1;
            }
        }
        return 0;
    }
}
