// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.diagnosis;

/**
 * What was said of rows with about one probability, and what came of it.
 *
 * @param from the bin's lower end, not in it but for 0
 * @param to its upper end, in it
 * @param rows in it
 * @param predicted their mean probability, as they weigh
 * @param observed the share that came true, as they weigh
 * @since 0.1.0
 */
public record CalibrationBin(double from, double to, long rows, double predicted, double observed) {}
