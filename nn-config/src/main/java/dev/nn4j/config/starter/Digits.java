// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

/** The digits 0 to 9, without one of which a cell is neither a number nor a date, whatever the format. */
final class Digits {
    private Digits() {}

    static boolean areIn(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (isOne(cell.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is nothing else. */
    static boolean areAll(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (!isOne(cell.charAt(i))) {
                return false;
            }
        }
        return !cell.isEmpty();
    }

    private static boolean isOne(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
