// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.score;

import dev.nn4j.core.internal.blocks.BlockSum;
import dev.nn4j.core.table.SortedNumbers;
import dev.nn4j.core.table.WordArray;

/** Scores of numbers that need more than one look at the rows. */
final class TargetScores {
    private final ScoredRows rows;
    private final double weights;

    /**
     * Of rows of one output.
     *
     * @param weights the sum of theirs
     */
    TargetScores(ScoredRows rows, double weights) {
        this.rows = rows;
        this.weights = weights;
    }

    private double error(int row) {
        return (double) rows.output(row, 0) - rows.target(row, 0);
    }

    double r2() {
        BlockSum residuals = new BlockSum();
        for (int row = 0; row < rows.rows(); row++) {
            residuals.add(row, rows.weight(row) * (error(row) * error(row)));
        }
        return explained(residuals.total());
    }

    double explainedVariance() {
        BlockSum sum = new BlockSum();
        for (int row = 0; row < rows.rows(); row++) {
            sum.add(row, rows.weight(row) * error(row));
        }
        double mean = sum.total() / weights;
        BlockSum residuals = new BlockSum();
        for (int row = 0; row < rows.rows(); row++) {
            double deviation = error(row) - mean;
            residuals.add(row, rows.weight(row) * (deviation * deviation));
        }
        return explained(residuals.total());
    }

    /** What of the targets' squared deviations from their mean is not left. */
    private double explained(double left) {
        BlockSum sum = new BlockSum();
        for (int row = 0; row < rows.rows(); row++) {
            sum.add(row, (double) rows.weight(row) * rows.target(row, 0));
        }
        double mean = sum.total() / weights;
        BlockSum deviations = new BlockSum();
        for (int row = 0; row < rows.rows(); row++) {
            double deviation = rows.target(row, 0) - mean;
            deviations.add(row, rows.weight(row) * (deviation * deviation));
        }
        double total = deviations.total();
        return total == 0 ? (left == 0 ? 1 : 0) : 1 - left / total;
    }

    double medianAbsoluteError() {
        return rows.isWeighted() ? weightedMedian() : median();
    }

    private float absolute(int row) {
        return (float) Math.abs(error(row));
    }

    private double median() {
        WordArray errors = rows.newWords(rows.rows());
        for (int row = 0; row < rows.rows(); row++) {
            errors.set(row, Float.floatToRawIntBits(absolute(row)));
        }
        SortedNumbers.Walk up = new SortedNumbers(errors, 0, rows.rows()).walk();
        long passed = 0;
        double below = 0;
        while (2 * passed <= rows.rows() && up.next()) {
            below = 2 * passed < rows.rows() ? up.number() : (below + up.number()) / 2;
            passed += up.times();
        }
        return below;
    }

    /** Where half the weight is passed; half-way to the next where it is exactly half. */
    private double weightedMedian() {
        SortedRows sorted = new SortedRows(rows.rows(), this::absolute);
        double total = 0;
        for (int place = 0; place < sorted.size(); place++) {
            total += rows.weight(sorted.row(place));
        }
        double passed = 0;
        double below = 0;
        for (int place = 0; place < sorted.size() && 2 * passed <= total; place++) {
            int row = sorted.row(place);
            if (rows.weight(row) > 0) {
                below = 2 * passed < total ? absolute(row) : (below + absolute(row)) / 2;
                passed += rows.weight(row);
            }
        }
        return below;
    }
}
