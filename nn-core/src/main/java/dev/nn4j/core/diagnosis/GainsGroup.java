// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.diagnosis;

/**
 * A group of rows by falling score, as in tables of gains and lift.
 *
 * @param rows in it, as they weigh
 * @param positives in it, as they weigh
 * @param lowest score in it
 * @param lift {@linkplain #rate() its rate} over the rate of all rows
 * @param gain share of all positives that is in this group and those before it
 * @param cumulativeLift the rate in this group and those before it, over the rate of all rows
 * @since 0.1.0
 */
public record GainsGroup(
        double rows, double positives, double lowest, double lift, double gain, double cumulativeLift) {
    /** The share of positives in it. */
    public double rate() {
        return rows == 0 ? 0 : positives / rows;
    }
}
