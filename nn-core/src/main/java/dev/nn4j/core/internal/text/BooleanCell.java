// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.text;

import java.util.Locale;
import java.util.Set;

/** Whether a text cell says yes or no; case and spaces around it are ignored. A number that is 1 or 0 says it, too: 1.0. */
public final class BooleanCell {
    /** What a cell must hold. */
    public static final String WANTED = "true or false, yes or no, 1 or 0";

    /** What cells say for 1. */
    public static final Set<String> YES = Set.of("true", "yes", "t", "y", "on", "1");

    /** What cells say for 0. */
    public static final Set<String> NO = Set.of("false", "no", "f", "n", "off", "0");

    private BooleanCell() {}

    /** 1 or 0; NaN if the cell says neither. */
    public static float valueOf(String cell) {
        String word = cell.trim().toLowerCase(Locale.ROOT);
        if (YES.contains(word) || NO.contains(word)) {
            return YES.contains(word) ? 1 : 0;
        }
        double number = DecimalCell.valueOf(word);
        return number == 1 ? 1 : number == 0 ? 0 : Float.NaN;
    }
}
