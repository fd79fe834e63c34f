// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import java.util.List;

/**
 * Builds a {@link RegressionEvaluation}, for tests of what shows one; each method is named like what it sets.
 *
 * @since 0.1.0
 */
public final class RegressionEvaluationBuilder {
    private long rows;
    private double loss;
    private double mse;
    private double rmse;
    private double mae;
    private double r2;
    private List<TargetScore> targets = List.of();

    RegressionEvaluationBuilder() {}

    /** See {@link RegressionEvaluation#rows()}. */
    public RegressionEvaluationBuilder rows(long value) {
        rows = value;
        return this;
    }

    /** See {@link RegressionEvaluation#loss()}. */
    public RegressionEvaluationBuilder loss(double value) {
        loss = value;
        return this;
    }

    /** See {@link RegressionEvaluation#mse()}. */
    public RegressionEvaluationBuilder mse(double value) {
        mse = value;
        return this;
    }

    /** See {@link RegressionEvaluation#rmse()}. */
    public RegressionEvaluationBuilder rmse(double value) {
        rmse = value;
        return this;
    }

    /** See {@link RegressionEvaluation#mae()}. */
    public RegressionEvaluationBuilder mae(double value) {
        mae = value;
        return this;
    }

    /** See {@link RegressionEvaluation#r2()}. */
    public RegressionEvaluationBuilder r2(double value) {
        r2 = value;
        return this;
    }

    /** See {@link RegressionEvaluation#targets()}. */
    public RegressionEvaluationBuilder targets(List<TargetScore> value) {
        targets = value;
        return this;
    }

    /** The evaluation. */
    public RegressionEvaluation build() {
        return new RegressionEvaluation(rows, loss, mse, rmse, mae, r2, targets);
    }
}
