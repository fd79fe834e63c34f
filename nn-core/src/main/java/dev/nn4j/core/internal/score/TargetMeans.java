// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.score;

import dev.nn4j.core.score.Metric;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The metrics of numbers that are means over targets. What each target has is made once. For the calling thread alone. */
final class TargetMeans {
    private final ScoredRows rows;
    private final double weights;
    private final Map<Metric, double[]> known = new EnumMap<>(Metric.class);

    /**
     * Of no metric yet.
     *
     * @param weights the sum of the rows'
     */
    TargetMeans(ScoredRows rows, double weights) {
        this.rows = rows;
        this.weights = weights;
    }

    /** What makes one that is not there. */
    List<MetricParts.Work> missing(Metric metric) {
        return known.containsKey(metric)
                ? List.of()
                : List.of(() -> {
                    double[] each = each(metric);
                    return () -> known.put(metric, each);
                });
    }

    double of(Metric metric) {
        double sum = 0;
        for (double value : known.computeIfAbsent(metric, this::each)) {
            sum += value;
        }
        return sum / rows.width();
    }

    /** Takes over what others know of a target that is the only one here. */
    void take(TargetMeans others, int target) {
        others.known.forEach((metric, each) -> known.put(metric, new double[] {each[target]}));
    }

    private double[] each(Metric metric) {
        double[] each = new double[rows.width()];
        for (int target = 0; target < each.length; target++) {
            each[target] = value(metric, new TargetScores(new RowsOfTarget(rows, target), weights));
        }
        return each;
    }

    private static double value(Metric metric, TargetScores scores) {
        return switch (metric) {
            case R2 -> scores.r2();
            case EXPLAINED_VARIANCE -> scores.explainedVariance();
            case MEDIAN_ABSOLUTE_ERROR -> scores.medianAbsoluteError();
            default -> throw new IllegalArgumentException(metric.label() + " is no mean over targets");
        };
    }
}
