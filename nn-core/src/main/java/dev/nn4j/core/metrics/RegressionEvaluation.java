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
    private final WholeFigures whole;
    private final List<TargetScore> targets;

    /** Copies the list. */
    RegressionEvaluation(WholeFigures whole, List<TargetScore> targets) {
        this.whole = whole;
        this.targets = List.copyOf(targets);
    }

    /** Starts with zeros and nothing. */
    public static RegressionEvaluationBuilder builder() {
        return new RegressionEvaluationBuilder();
    }

    @Override
    public long rows() {
        return whole.rows();
    }

    @Override
    public double loss() {
        return whole.loss();
    }

    /** Mean squared error. */
    public double mse() {
        return whole.number(Metric.MSE);
    }

    /** Root of the mean squared error. */
    public double rmse() {
        return whole.number(Metric.RMSE);
    }

    /** Mean absolute error. */
    public double mae() {
        return whole.number(Metric.MAE);
    }

    /**
     * Coefficient of determination 1 − Σ(t−y)²/Σ(t−t̄)², the mean over the targets; 0 where a target is constant and
     * not met exactly, 1 where it is.
     */
    public double r2() {
        return whole.number(Metric.R2);
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
        return whole.of(metric);
    }

    /** Several targets have figures of their own behind those of all: {@code r2.NAME}. */
    @Override
    public Map<String, OptionalDouble> figures() {
        Figures figures = whole.named();
        for (TargetScore target : targets.size() > 1 ? targets : List.<TargetScore>of()) {
            target.figures().forEach((metric, value) -> figures.with(metric.key() + "." + target.name(), value));
        }
        return figures.map();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegressionEvaluation that && whole.equals(that.whole) && targets.equals(that.targets);
    }

    @Override
    public int hashCode() {
        return Objects.hash(whole, targets);
    }

    @Override
    public String toString() {
        return "RegressionEvaluation[" + whole.text() + ", targets=" + targets + "]";
    }
}
