// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

/**
 * Averages over the classes.
 *
 * @param precision mean precision
 * @param recall mean recall
 * @param f1 mean F1
 * @since 0.1.0
 */
public record Averages(double precision, double recall, double f1) {}
