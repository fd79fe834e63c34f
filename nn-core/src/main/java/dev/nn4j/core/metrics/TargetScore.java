// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.score.Metric;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How well one of a regression's targets is met, in its own units.
 *
 * @param name of the target
 * @param figures its metrics, in their order
 * @since 0.1.0
 */
public record TargetScore(String name, Map<Metric, Double> figures) {
    /** Copies the map. */
    public TargetScore {
        Map<Metric, Double> ordered = new EnumMap<>(Metric.class);
        ordered.putAll(figures);
        figures = Collections.unmodifiableMap(ordered);
    }

    /** Mean squared error. */
    public double mse() {
        return figure(Metric.MSE);
    }

    /** Its root. */
    public double rmse() {
        return figure(Metric.RMSE);
    }

    /** Mean absolute error. */
    public double mae() {
        return figure(Metric.MAE);
    }

    /** Coefficient of determination; see {@link Metric#R2}. */
    public double r2() {
        return figure(Metric.R2);
    }

    /** A metric; 0 where it is not there. */
    public double figure(Metric metric) {
        return figures.getOrDefault(metric, 0.0);
    }
}
