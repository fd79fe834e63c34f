// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.comparison;

import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.schema.Task;
import java.util.function.IntToDoubleFunction;

/**
 * Influences on metrics of a confusion matrix, which are the same for all rows of a cell. The matrix is of shares, whose sum is 1:
 * a metric that does not change when all are multiplied has its derivative by a cell as the influence (Euler).
 */
final class CellInfluence {
    private final double[] met;
    private final double[] decided;
    private final double[] both;
    private final int classes;
    private double right;
    private double chance;

    /** What a row adds that is of this class and was decided for that one. */
    interface Kind {
        double of(CellInfluence matrix, int truth, int decision);
    }

    private CellInfluence(int classes) {
        this.classes = classes;
        this.met = new double[classes];
        this.decided = new double[classes];
        this.both = new double[classes];
    }

    /** Of the classes of rows of which one is true; else of the noes and yeses of an output. */
    static IntToDoubleFunction of(Answers answers, int output, Kind kind) {
        boolean many = answers.schema().task() == Task.MULTICLASS;
        CellInfluence matrix = new CellInfluence(many ? answers.schema().outputs() : 2);
        double total = 0;
        for (int row = 0; row < answers.rows(); row++) {
            matrix.add(truth(answers, row, output), decision(answers, row, output), answers.weight(row));
            total += answers.weight(row);
        }
        matrix.divide(total);
        return row -> kind.of(matrix, truth(answers, row, output), decision(answers, row, output));
    }

    private static int truth(Answers answers, int row, int output) {
        return answers.schema().task() == Task.MULTICLASS ? answers.label(row) : (int) answers.target(row, output);
    }

    private static int decision(Answers answers, int row, int output) {
        return switch (answers.schema().task()) {
            case MULTICLASS -> answers.decision(row);
            case BINARY -> answers.decision(row) == answers.schema().positiveClass() ? 1 : 0;
            case MULTILABEL, REGRESSION ->
                answers.schema().decision().holds(output, answers.output(row, output)) ? 1 : 0;
        };
    }

    private void add(int truth, int decision, double weight) {
        met[truth] += weight;
        decided[decision] += weight;
        both[truth] += truth == decision ? weight : 0;
    }

    private void divide(double total) {
        for (int c = 0; c < classes; c++) {
            met[c] /= total;
            decided[c] /= total;
            both[c] /= total;
            right += both[c];
            chance += met[c] * decided[c];
        }
    }

    /** F1 of the yeses. */
    double f1(int truth, int decision) {
        return f1(1, truth, decision);
    }

    private double f1(int label, int truth, int decision) {
        double whole = met[label] + decided[label];
        if (whole == 0) {
            return 0;
        }
        double f1 = 2 * both[label] / whole;
        double found = truth == label && decision == label ? 2 : 0;
        return (found - f1 * ((truth == label ? 1 : 0) + (decision == label ? 1 : 0))) / whole;
    }

    double meanF1(int truth, int decision) {
        double sum = f1(truth, truth, decision);
        sum += decision == truth ? 0 : f1(decision, truth, decision);
        return sum / classes;
    }

    double balancedAccuracy(int truth, int decision) {
        int some = 0;
        for (double share : met) {
            some += share > 0 ? 1 : 0;
        }
        double recall = both[truth] / met[truth];
        return ((truth == decision ? 1 : 0) - recall) / met[truth] / some;
    }

    /** Of N / √(AB), N = right − chance, A = 1 − Σ met², B = 1 − Σ decided². */
    double matthewsCorrelation(int truth, int decision) {
        double a = 1 - squares(met);
        double b = 1 - squares(decided);
        if (a <= 0 || b <= 0) {
            return 0;
        }
        double root = Math.sqrt(a) * Math.sqrt(b);
        double rising = slope(truth, decision);
        return rising / root - (right - chance) / root * ((1 - met[truth]) / a + (1 - decided[decision]) / b);
    }

    /** Of (right − chance) / (1 − chance). */
    double kappa(int truth, int decision) {
        double rest = 1 - chance;
        double ofRest = 2 - decided[truth] - met[decision];
        return (slope(truth, decision) * rest - (right - chance) * ofRest) / (rest * rest);
    }

    /** The derivative of right · total − chance. */
    private double slope(int truth, int decision) {
        return (truth == decision ? 1 : 0) + right - decided[truth] - met[decision];
    }

    private static double squares(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share * share;
        }
        return sum;
    }
}
