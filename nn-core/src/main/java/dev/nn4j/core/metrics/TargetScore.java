// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

/**
 * How well one of a regression's targets is met, in its own units.
 *
 * @param name of the target
 * @param mse mean squared error
 * @param rmse its root
 * @param mae mean absolute error
 * @param r2 coefficient of determination 1 − Σ(t−y)²/Σ(t−t̄)²; 0 where the target is constant and not met exactly, 1 where
 *     it is
 * @since 0.1.0
 */
public record TargetScore(String name, double mse, double rmse, double mae, double r2) {}
