// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.gradient;

/**
 * What some rows of a batch tell beside their gradient.
 *
 * @param sum Σ w·l: the rows' losses by their weights
 * @param correctRows rows that were decided correctly; 0 where the targets are numbers
 * @since 0.1.0
 */
public record BatchLoss(double sum, int correctRows) {}
