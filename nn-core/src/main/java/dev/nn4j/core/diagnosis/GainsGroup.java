// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.diagnosis;

/**
 * A group of rows by falling score, as in tables of gains and lift.
 *
 * @param rows in it, as they weigh
 * @param positives in it, as they weigh
 * @param lowest score in it
 * @param rate of positives in it
 * @param lift that rate over the rate of all rows
 * @param gain share of all positives that is in this group and those before it
 * @param cumulativeLift the rate in this group and those before it, over the rate of all rows
 * @since 0.1.0
 */
public record GainsGroup(
        double rows, double positives, double lowest, double rate, double lift, double gain, double cumulativeLift) {}
