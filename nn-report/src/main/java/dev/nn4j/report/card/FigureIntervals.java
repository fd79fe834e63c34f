// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.card;

import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.score.Metric;
import dev.nn4j.report.card.HeldOutFigures.Interval;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * In which intervals figures lie with 95 % confidence if the rows are independent of each other: of shares Wilson's (1927), of
 * the AUC Hanley and McNeil's (1982), of means over rows the normal one. None where rows have weights, several labels or several
 * targets, and for figures without a simple formula.
 */
final class FigureIntervals {
    private static final double Z = 1.959963984540054;
    private static final double LEAST_PROBABILITY = 1e-15;

    private final Answers answers;

    FigureIntervals(Answers answers) {
        this.answers = answers;
    }

    Optional<Interval> of(Metric metric, double value) {
        Task task = answers.schema().task();
        boolean simple = task == Task.BINARY
                || task == Task.MULTICLASS
                || (task == Task.REGRESSION && answers.schema().outputs() == 1);
        if (answers.isWeighted() || !simple || answers.rows() < 2) {
            return Optional.empty();
        }
        return switch (metric) {
            case ACCURACY -> Optional.of(wilson(value, answers.rows()));
            case ROC_AUC -> task == Task.BINARY ? hanleyMcNeil(value) : Optional.empty();
            case LOG_LOSS ->
                Optional.of(mean(value, row -> -StrictMath.log(Math.max(LEAST_PROBABILITY, probability(row)))));
            case BRIER ->
                task == Task.BINARY ? Optional.of(mean(value, row -> square(1 - probability(row)))) : Optional.empty();
            case MAE -> Optional.of(mean(value, row -> Math.abs(error(row))));
            case RMSE -> {
                Interval squares = mean(value * value, row -> square(error(row)));
                yield Optional.of(new Interval(Math.sqrt(Math.max(0, squares.low())), Math.sqrt(squares.high())));
            }
            default -> Optional.empty();
        };
    }

    private double probability(int row) {
        return answers.schema().probability(answers.outputs(row), 0, answers.label(row));
    }

    private double error(int row) {
        return answers.predicted(row, 0) - answers.actual(row, 0);
    }

    private static double square(double value) {
        return value * value;
    }

    static Interval wilson(double share, double rows) {
        double middle = (share + Z * Z / (2 * rows)) / (1 + Z * Z / rows);
        double half = Z / (1 + Z * Z / rows) * Math.sqrt(share * (1 - share) / rows + Z * Z / (4 * rows * rows));
        return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }

    private Optional<Interval> hanleyMcNeil(double area) {
        double positives = 0;
        for (int row = 0; row < answers.rows(); row++) {
            positives += answers.target(row, 0);
        }
        double negatives = answers.rows() - positives;
        return positives == 0 || negatives == 0
                ? Optional.empty()
                : Optional.of(hanleyMcNeil(area, positives, negatives));
    }

    static Interval hanleyMcNeil(double area, double positives, double negatives) {
        double both = area / (2 - area) - area * area;
        double other = 2 * area * area / (1 + area) - area * area;
        double variance =
                (area * (1 - area) + (positives - 1) * both + (negatives - 1) * other) / (positives * negatives);
        double half = Z * Math.sqrt(Math.max(0, variance));
        return new Interval(Math.max(0, area - half), Math.min(1, area + half));
    }

    private Interval mean(double value, IntToDoubleFunction ofRow) {
        double mean = 0;
        double squares = 0;
        for (int row = 0; row < answers.rows(); row++) {
            double one = ofRow.applyAsDouble(row);
            double apart = one - mean;
            mean += apart / (row + 1);
            squares += apart * (one - mean);
        }
        double rows = answers.rows();
        double half = Z * Math.sqrt(squares / (rows - 1) / rows);
        return new Interval(Math.max(0, value - half), value + half);
    }
}
