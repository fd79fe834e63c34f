// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

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
    private final double mse;
    private final double rmse;
    private final double mae;
    private final double r2;
    private final List<TargetScore> targets;

    /** Copies the list. */
    RegressionEvaluation(
            long rows, double loss, double mse, double rmse, double mae, double r2, List<TargetScore> targets) {
        targets = List.copyOf(targets);

        this.rows = rows;
        this.loss = loss;
        this.mse = mse;
        this.rmse = rmse;
        this.mae = mae;
        this.r2 = r2;
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
        return mse;
    }

    /** Root of the mean squared error. */
    public double rmse() {
        return rmse;
    }

    /** Mean absolute error. */
    public double mae() {
        return mae;
    }

    /**
     * Coefficient of determination 1 − Σ(t−y)²/Σ(t−t̄)², the mean over the targets; 0 where a target is constant and
     * not met exactly, 1 where it is.
     */
    public double r2() {
        return r2;
    }

    /** Figures of each target by itself, in order. */
    public List<TargetScore> targets() {
        return targets;
    }

    /** Several targets have figures of their own behind those of all: {@code r2.NAME}. */
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.regression(this);
    }

    @Override
    public Map<String, OptionalDouble> figures() {
        Figures figures = new Figures()
                .with("loss", loss)
                .with("mse", mse)
                .with("rmse", rmse)
                .with("mae", mae)
                .with("r2", r2);
        for (TargetScore target : targets.size() > 1 ? targets : List.<TargetScore>of()) {
            figures.with("mse." + target.name(), target.mse())
                    .with("rmse." + target.name(), target.rmse())
                    .with("mae." + target.name(), target.mae())
                    .with("r2." + target.name(), target.r2());
        }
        return figures.map();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegressionEvaluation that
                && rows == that.rows
                && Double.compare(loss, that.loss) == 0
                && Double.compare(mse, that.mse) == 0
                && Double.compare(rmse, that.rmse) == 0
                && Double.compare(mae, that.mae) == 0
                && Double.compare(r2, that.r2) == 0
                && targets.equals(that.targets);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rows, loss, mse, rmse, mae, r2, targets);
    }

    @Override
    public String toString() {
        return "RegressionEvaluation[rows=" + rows + ", loss=" + loss + ", mse=" + mse + ", rmse=" + rmse + ", mae="
                + mae + ", r2=" + r2 + ", targets=" + targets + "]";
    }
}
