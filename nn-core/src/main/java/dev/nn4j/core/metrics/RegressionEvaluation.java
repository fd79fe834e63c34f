// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * Of a regression model, over all its targets, in their own units.
 *
 * @param rows number of rows
 * @param loss the model's own loss, in the network's (scaled) units
 * @param mse mean squared error
 * @param rmse its root
 * @param mae mean absolute error
 * @param r2 coefficient of determination 1 − Σ(t−y)²/Σ(t−t̄)², the mean over the targets; 0 where a target is constant
 *     and not met exactly, 1 where it is
 */
public record RegressionEvaluation(long rows, double loss, double mse, double rmse, double mae, double r2)
        implements Evaluation {
    @Override
    public Map<String, OptionalDouble> figures() {
        return new Figures()
                .with("loss", loss)
                .with("mse", mse)
                .with("rmse", rmse)
                .with("mae", mae)
                .with("r2", r2)
                .map();
    }
}
