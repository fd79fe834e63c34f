// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.score.Metric;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Builds a {@link RegressionEvaluation}, for tests of what shows one; each method is named like what it sets.
 *
 * @since 0.1.0
 */
public final class RegressionEvaluationBuilder {
    private WholeFigures whole = WholeFigures.NONE;
    private List<TargetScore> targets = List.of();

    RegressionEvaluationBuilder() {}

    /** See {@link RegressionEvaluation#rows()}. */
    public RegressionEvaluationBuilder rows(long value) {
        whole = whole.withRows(value);
        return this;
    }

    /** See {@link RegressionEvaluation#loss()}. */
    public RegressionEvaluationBuilder loss(double value) {
        whole = whole.withLoss(value);
        return this;
    }

    /** See {@link RegressionEvaluation#mse()}. */
    public RegressionEvaluationBuilder mse(double value) {
        return figure(Metric.MSE, OptionalDouble.of(value));
    }

    /** See {@link RegressionEvaluation#rmse()}. */
    public RegressionEvaluationBuilder rmse(double value) {
        return figure(Metric.RMSE, OptionalDouble.of(value));
    }

    /** See {@link RegressionEvaluation#mae()}. */
    public RegressionEvaluationBuilder mae(double value) {
        return figure(Metric.MAE, OptionalDouble.of(value));
    }

    /** See {@link RegressionEvaluation#r2()}. */
    public RegressionEvaluationBuilder r2(double value) {
        return figure(Metric.R2, OptionalDouble.of(value));
    }

    /** See {@link RegressionEvaluation#targets()}. */
    public RegressionEvaluationBuilder targets(List<TargetScore> value) {
        targets = value;
        return this;
    }

    /** See {@link RegressionEvaluation#figure}. */
    public RegressionEvaluationBuilder figure(Metric metric, OptionalDouble value) {
        whole = whole.with(metric, value);
        return this;
    }

    /** The evaluation. */
    public RegressionEvaluation build() {
        return new RegressionEvaluation(whole, targets);
    }
}
