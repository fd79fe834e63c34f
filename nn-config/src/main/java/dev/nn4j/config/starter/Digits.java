// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

/** The digits 0 to 9, without one of which a cell is neither a number nor a date, whatever the format. */
final class Digits {
    private Digits() {}

    static boolean areIn(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char letter = cell.charAt(i);
            if (letter >= '0' && letter <= '9') {
                return true;
            }
        }
        return false;
    }
}
