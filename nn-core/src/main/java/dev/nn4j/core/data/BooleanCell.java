// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import java.util.Locale;
import java.util.Set;

/** Whether a text cell says yes or no; case and spaces around it are ignored. */
final class BooleanCell {
    /** What a cell must hold. */
    static final String WANTED = "true or false, yes or no, 1 or 0";

    /** What cells say for 1. */
    static final Set<String> YES = Set.of("true", "yes", "t", "y", "on", "1");

    /** What cells say for 0. */
    static final Set<String> NO = Set.of("false", "no", "f", "n", "off", "0");

    private BooleanCell() {}

    /** 1 or 0; NaN if the cell says neither. */
    static float valueOf(String cell) {
        String word = cell.trim().toLowerCase(Locale.ROOT);
        return YES.contains(word) ? 1 : NO.contains(word) ? 0 : Float.NaN;
    }
}
