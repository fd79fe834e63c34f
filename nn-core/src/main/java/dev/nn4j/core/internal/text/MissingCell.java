// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.text;

import java.util.Locale;
import java.util.Set;

/** Which text cells hold no value. */
public final class MissingCell {
    /** Texts that mean no value, beside a blank cell; case is ignored. */
    public static final Set<String> MARKS = Set.of("?", "na", "n/a", "nan", "null", "none");

    private MissingCell() {}

    /** Whether a cell is blank or holds one of the marks, spaces around it ignored. */
    public static boolean isMark(String cell) {
        String trimmed = cell.trim();
        return trimmed.isEmpty() || (trimmed.length() <= 4 && MARKS.contains(trimmed.toLowerCase(Locale.ROOT)));
    }
}
