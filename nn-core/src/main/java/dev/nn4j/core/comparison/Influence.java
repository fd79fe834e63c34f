// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.comparison;

import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.RowCosts;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.score.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/**
 * What each row adds to a metric: its influence function at the rows (Hampel 1974), the derivative of the metric by the weight of
 * a row whose weight is taken from all others. Its weighted mean is 0.
 */
final class Influence {
    private Influence() {}

    /** Of a metric that is defined; empty where it has no such derivative. */
    static Optional<IntToDoubleFunction> of(Answers answers, Metric metric) {
        return switch (metric) {
            case ACCURACY -> Optional.of(centred(answers, row -> isRight(answers, row) ? 1 : 0));
            case LOG_LOSS -> Optional.of(centred(answers, new RowCosts(answers)::logLoss));
            case BRIER, MSE -> Optional.of(centred(answers, new RowCosts(answers)::squaredError));
            case RMSE -> Optional.of(rooted(answers));
            case MAE -> Optional.of(centred(answers, new RowCosts(answers)::absoluteError));
            case MEAN_ABSOLUTE_PERCENTAGE_ERROR -> Optional.of(centred(answers, new RowCosts(answers)::relativeError));
            case F1 ->
                Optional.of(meanOfConfusions(
                        answers,
                        answers.schema().task() == Task.MULTICLASS ? CellInfluence::meanF1 : CellInfluence::f1));
            case BALANCED_ACCURACY -> Optional.of(meanOfConfusions(answers, CellInfluence::balancedAccuracy));
            case MATTHEWS_CORRELATION -> Optional.of(meanOfConfusions(answers, CellInfluence::matthewsCorrelation));
            case COHEN_KAPPA -> Optional.of(meanOfConfusions(answers, CellInfluence::kappa));
            case ROC_AUC -> Optional.of(meanOfOutputs(answers, output -> RankInfluence.rocAuc(answers, output)));
            case AVERAGE_PRECISION ->
                Optional.of(meanOfOutputs(answers, output -> RankInfluence.averagePrecision(answers, output)));
            case R2 -> Optional.of(meanOfOutputs(answers, output -> new TargetInfluence(answers, output).r2()));
            case EXPLAINED_VARIANCE ->
                Optional.of(meanOfOutputs(answers, output -> new TargetInfluence(answers, output).explainedVariance()));
            case MEDIAN_ABSOLUTE_ERROR -> Optional.empty();
        };
    }

    private static boolean isRight(Answers answers, int row) {
        if (answers.schema().task() != Task.MULTILABEL) {
            return answers.decision(row) == answers.label(row);
        }
        boolean right = true;
        for (int output = 0; output < answers.schema().outputs(); output++) {
            boolean yes = answers.schema().decision().holds(output, answers.output(row, output));
            right &= yes == (answers.target(row, output) == 1);
        }
        return right;
    }

    /** Of a mean over the rows: how far a row is from it. */
    private static IntToDoubleFunction centred(Answers answers, IntToDoubleFunction cost) {
        double mean = mean(answers, cost);
        return row -> cost.applyAsDouble(row) - mean;
    }

    private static IntToDoubleFunction rooted(Answers answers) {
        IntToDoubleFunction cost = new RowCosts(answers)::squaredError;
        double mean = mean(answers, cost);
        double root = Math.sqrt(mean);
        return row -> root == 0 ? 0 : (cost.applyAsDouble(row) - mean) / (2 * root);
    }

    /** The weighted mean over the rows. */
    static double mean(Answers answers, IntToDoubleFunction number) {
        double sum = 0;
        double weights = 0;
        for (int row = 0; row < answers.rows(); row++) {
            double weight = answers.weight(row);
            sum += weight == 0 ? 0 : weight * number.applyAsDouble(row);
            weights += weight;
        }
        return sum / weights;
    }

    private static IntToDoubleFunction meanOfConfusions(Answers answers, CellInfluence.Kind kind) {
        int confusions = answers.schema().task() == Task.MULTICLASS
                ? 1
                : answers.schema().outputs();
        List<IntToDoubleFunction> parts = new ArrayList<>();
        for (int output = 0; output < confusions; output++) {
            parts.add(CellInfluence.of(answers, output, kind));
        }
        return meanOf(parts);
    }

    private static IntToDoubleFunction meanOfOutputs(Answers answers, IntFunction<IntToDoubleFunction> ofOutput) {
        List<IntToDoubleFunction> parts = new ArrayList<>();
        for (int output = 0; output < answers.schema().outputs(); output++) {
            parts.add(ofOutput.apply(output));
        }
        return meanOf(parts);
    }

    private static IntToDoubleFunction meanOf(List<IntToDoubleFunction> parts) {
        return row -> {
            double sum = 0;
            for (IntToDoubleFunction part : parts) {
                sum += part.applyAsDouble(row);
            }
            return sum / parts.size();
        };
    }
}
