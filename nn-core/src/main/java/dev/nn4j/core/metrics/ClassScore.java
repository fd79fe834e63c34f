// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import java.util.OptionalDouble;

/**
 * How well one class is told from the others. 0/0 counts as 0.
 *
 * @param label the class
 * @param precision share of the rows decided for it that are of it
 * @param recall share of its rows that were decided for it
 * @param f1 harmonic mean of the two
 * @param support its rows
 * @param rocAuc area under the ROC curve, this class against the rest; empty where one side has no rows
 */
public record ClassScore(
        String label, double precision, double recall, double f1, long support, OptionalDouble rocAuc) {}
