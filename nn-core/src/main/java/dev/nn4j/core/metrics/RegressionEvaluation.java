// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.score.Metric;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Of a regression model, over all its targets, in their own units.
 *
 * @since 0.1.0
 */
public final class RegressionEvaluation implements Evaluation {
    private final long rows;
    private final double loss;
    private final MetricFigures metrics;
    private final List<TargetScore> targets;

    /** Copies the list. */
    RegressionEvaluation(long rows, double loss, MetricFigures metrics, List<TargetScore> targets) {
        targets = List.copyOf(targets);

        this.rows = rows;
        this.loss = loss;
        this.metrics = metrics;
        this.targets = targets;
    }

    /** Starts with zeros and nothing. */
    public static RegressionEvaluationBuilder builder() {
        return new RegressionEvaluationBuilder();
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public double loss() {
        return loss;
    }

    /** Mean squared error. */
    public double mse() {
        return metrics.number(Metric.MSE);
    }

    /** Root of the mean squared error. */
    public double rmse() {
        return metrics.number(Metric.RMSE);
    }

    /** Mean absolute error. */
    public double mae() {
        return metrics.number(Metric.MAE);
    }

    /**
     * Coefficient of determination 1 − Σ(t−y)²/Σ(t−t̄)², the mean over the targets; 0 where a target is constant and
     * not met exactly, 1 where it is.
     */
    public double r2() {
        return metrics.number(Metric.R2);
    }

    /** Figures of each target by itself, in order. */
    public List<TargetScore> targets() {
        return targets;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.regression(this);
    }

    @Override
    public OptionalDouble figure(Metric metric) {
        return metrics.of(metric);
    }

    /** Several targets have figures of their own behind those of all: {@code r2.NAME}. */
    @Override
    public Map<String, OptionalDouble> figures() {
        Figures figures = new Figures().with("loss", loss).with(metrics);
        for (TargetScore target : targets.size() > 1 ? targets : List.<TargetScore>of()) {
            target.figures().forEach((metric, value) -> figures.with(metric.key() + "." + target.name(), value));
        }
        return figures.map();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegressionEvaluation that
                && rows == that.rows
                && Double.compare(loss, that.loss) == 0
                && metrics.equals(that.metrics)
                && targets.equals(that.targets);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rows, loss, metrics, targets);
    }

    @Override
    public String toString() {
        return "RegressionEvaluation[rows=" + rows + ", loss=" + loss + ", metrics=" + metrics.values() + ", targets="
                + targets + "]";
    }
}
