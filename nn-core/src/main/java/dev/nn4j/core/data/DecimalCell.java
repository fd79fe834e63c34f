// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import java.util.regex.Pattern;

/** Which number a text cell writes: {@code (float) Double.parseDouble(cell)}, for plain decimal numbers only. */
final class DecimalCell {
    /** What a cell must hold. */
    static final String WANTED = "finite decimal numbers";

    /** Java's parser also takes hexadecimal, type suffixes, NaN and Infinity; data files must not. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private DecimalCell() {}

    /** The number, spaces around it ignored: NaN if there is none, infinite if it is too large for a float. */
    static float valueOf(String cell) {
        String trimmed = cell.trim();
        return DECIMAL.matcher(trimmed).matches() ? (float) Double.parseDouble(trimmed) : Float.NaN;
    }
}
