// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.diagnosis;

import dev.nn4j.core.internal.score.SortedRows;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.schema.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a classification in the order of one output, of several classes one against the rest. Rows count as they weigh.
 * Takes eight bytes of the heap for each row. Immutable.
 *
 * @since 0.1.0
 */
public final class ScoredAnswers {
    private final Answers answers;
    private final int output;
    private final SortedRows sorted;
    private final double positives;
    private final double negatives;

    private ScoredAnswers(Answers answers, int output) {
        this.answers = answers;
        this.output = output;
        this.sorted = new SortedRows(answers.rows(), row -> answers.output(row, output));
        double yes = 0;
        double no = 0;
        for (int row = 0; row < answers.rows(); row++) {
            yes += isPositive(row) ? answers.weight(row) : 0;
            no += isPositive(row) ? 0 : answers.weight(row);
        }
        this.positives = yes;
        this.negatives = no;
    }

    /**
     * Of an output.
     *
     * @param output from 0; of a binary model there is one, the probability of the positive class
     * @throws IllegalArgumentException of a regression
     */
    public static ScoredAnswers of(Answers answers, int output) {
        if (answers.schema().task() == Task.REGRESSION) {
            throw new IllegalArgumentException("diagnosis: scores are of classes; this is a regression");
        }
        return new ScoredAnswers(answers, output);
    }

    private boolean isPositive(int row) {
        return answers.target(row, output) == 1;
    }

    /** What the rows weigh for which the output should be 1. */
    public double positives() {
        return positives;
    }

    /** What the others weigh. */
    public double negatives() {
        return negatives;
    }

    /** The cuts at every score that a row has, the highest first: the points of the precision-recall and the ROC curve. */
    public List<Cut> cuts() {
        List<Cut> cuts = new ArrayList<>();
        double right = 0;
        double wrong = 0;
        for (int place = sorted.size() - 1; place >= 0; place--) {
            int row = sorted.row(place);
            right += isPositive(row) ? answers.weight(row) : 0;
            wrong += isPositive(row) ? 0 : answers.weight(row);
            if (place == 0 || !sorted.tie(place, place - 1)) {
                cuts.add(cut(score(place), right, wrong));
            }
        }
        return cuts;
    }

    /** The cut at a threshold: yes to all rows above it, as a model decides. */
    public Cut above(double threshold) {
        double right = 0;
        double wrong = 0;
        for (int place = sorted.size() - 1; place >= 0 && score(place) > threshold; place--) {
            int row = sorted.row(place);
            right += isPositive(row) ? answers.weight(row) : 0;
            wrong += isPositive(row) ? 0 : answers.weight(row);
        }
        return cut(threshold, right, wrong);
    }

    private Cut cut(double threshold, double right, double wrong) {
        return new Cut(threshold, right, wrong, Math.max(0, positives - right), Math.max(0, negatives - wrong));
    }

    private double score(int place) {
        return answers.output(sorted.row(place), output);
    }

    /**
     * Groups of about as many rows, by falling score. Rows of one score stay together, so that there may be fewer groups.
     *
     * @param groups at most, at least 1
     */
    public List<GainsGroup> gains(int groups) {
        List<GainsGroup> table = new ArrayList<>();
        double base = positives / (positives + negatives);
        double rows = 0;
        double found = 0;
        double allRows = 0;
        double allFound = 0;
        int next = 1;
        for (int place = sorted.size() - 1; place >= 0; place--) {
            int row = sorted.row(place);
            rows += answers.weight(row);
            found += isPositive(row) ? answers.weight(row) : 0;
            long passed = (long) sorted.size() - place;
            boolean full = passed * groups >= (long) next * sorted.size();
            if (place == 0 || (full && !sorted.tie(place, place - 1))) {
                allRows += rows;
                allFound += found;
                table.add(new GainsGroup(
                        rows,
                        found,
                        score(place),
                        share(share(found, rows), base),
                        share(allFound, positives),
                        share(share(allFound, allRows), base)));
                next = (int) (passed * groups / sorted.size()) + 1;
                rows = 0;
                found = 0;
            }
        }
        return table;
    }

    /**
     * Whether of what is said with probability p a share p comes true: bins of equal width, those without rows left out
     * (scikit-learn's {@code calibration_curve} with counts).
     *
     * @param bins at least 1
     */
    public List<CalibrationBin> calibration(int bins) {
        long[] rows = new long[bins];
        double[] weights = new double[bins];
        double[] said = new double[bins];
        double[] came = new double[bins];
        for (int row = 0; row < answers.rows(); row++) {
            double probability = answers.output(row, output);
            int bin = (int) Math.min(bins - 1, Math.max(0, Math.ceil(probability * bins) - 1));
            double weight = answers.weight(row);
            rows[bin]++;
            weights[bin] += weight;
            said[bin] += weight * probability;
            came[bin] += isPositive(row) ? weight : 0;
        }
        List<CalibrationBin> filled = new ArrayList<>();
        for (int bin = 0; bin < bins; bin++) {
            if (weights[bin] > 0) {
                filled.add(new CalibrationBin(
                        (double) bin / bins,
                        (bin + 1.0) / bins,
                        rows[bin],
                        said[bin] / weights[bin],
                        came[bin] / weights[bin]));
            }
        }
        return filled;
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
