// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.starter;

/** Whether numbers are whole, and whether they count the rows one by one. */
final class CounterSurvey {
    /** Fewer may well be values that happen to follow each other. */
    private static final long FEWEST_TO_COUNT = 20;

    private boolean whole = true;
    private boolean stepsByOne = true;
    private double last = Double.NaN;
    private long count;

    void add(String cell) {
        double number = Double.parseDouble(cell.trim());
        whole &= number == Math.rint(number);
        stepsByOne &= count == 0 || number == last + 1;
        last = number;
        count++;
    }

    boolean isWhole() {
        return whole;
    }

    boolean countsRows() {
        return whole && stepsByOne && count >= FEWEST_TO_COUNT;
    }
}
