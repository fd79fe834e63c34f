// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.score;

import dev.nn4j.api.Range;
import dev.nn4j.core.schema.Task;
import java.util.Arrays;
import java.util.List;

/**
 * The metrics that are one number, described once: evaluations, reports and what early stopping may watch follow from it.
 * In their order evaluations have them. y is an output, t its target; where rows weigh, means are weighted.
 *
 * @since 0.1.0
 */
public enum Metric {
    /** Share of rows decided rightly; of several yes-or-no targets, of rows with every target right. */
    ACCURACY("accuracy", "accuracy", Tasks.CLASSES, Better.MORE, "share of rows decided rightly"),
    /**
     * Mean −log of the probability of what is true, probabilities limited to at least 1e-15; of several yes-or-no targets
     * the mean over rows and targets.
     */
    LOG_LOSS("logLoss", "log-loss", Tasks.CLASSES, Better.LESS, "mean −log of the probability of what is true"),
    /**
     * Mean squared distance of the probabilities from the truth (Brier 1950): of two classes halved, of several summed over
     * the classes, of several yes-or-no targets the mean over rows and targets.
     */
    BRIER(
            "brier",
            "Brier score",
            Tasks.CLASSES,
            Better.LESS,
            "mean squared distance of the probabilities from the truth"),
    /**
     * Area under the ROC curve, ties counting half (Hanley and McNeil 1982): of the positive class; of several classes the
     * mean of each against the rest, of several targets the mean of each. Undefined where one side has no rows.
     */
    ROC_AUC("rocAuc", "ROC-AUC", Tasks.CLASSES, Better.MORE, "area under the ROC curve"),
    /** Harmonic mean of precision and recall (van Rijsbergen 1979), 0/0 as 0: of the positive class, of several their mean. */
    F1("f1", "F1", Tasks.CLASSES, Better.MORE, "harmonic mean of precision and recall"),
    /**
     * Mean recall of the classes that some row is of (Brodersen et al. 2010); of several yes-or-no targets the mean of each
     * one's. Guessing gives one over the number of classes.
     */
    BALANCED_ACCURACY(
            "balancedAccuracy",
            "balanced accuracy",
            Tasks.CLASSES,
            Better.MORE,
            "mean recall of the classes that some row is of"),
    /**
     * Matthews' correlation of what is decided with what is true (Matthews 1975; of several classes Gorodkin 2004), 0 where
     * all rows are of one class or are decided for one; of several yes-or-no targets the mean of each one's.
     */
    MATTHEWS_CORRELATION(
            "matthewsCorrelation",
            "Matthews correlation",
            Tasks.CLASSES,
            Better.MORE_FROM_MINUS_ONE,
            "correlation of what is decided with what is true"),
    /**
     * Agreement beyond chance, (a − c) / (1 − c), a being the accuracy and c what guesses of the same frequencies would have
     * (Cohen 1960); of several yes-or-no targets the mean of each one's. Undefined where c is 1: all rows are of one class
     * and decided for it.
     */
    COHEN_KAPPA(
            "cohenKappa",
            "Cohen's kappa",
            Tasks.CLASSES,
            Better.MORE_FROM_MINUS_ONE,
            "agreement of what is decided with what is true, beyond chance"),
    /**
     * Σ (R<sub>n</sub> − R<sub>n−1</sub>) P<sub>n</sub>, P being the precision and R the recall at each threshold: the area
     * under the steps of the precision-recall curve (Davis and Goadrich 2006). Of the positive class; of several classes the
     * mean of each against the rest, of several targets the mean of each. Undefined where no row is positive.
     */
    AVERAGE_PRECISION(
            "averagePrecision",
            "average precision",
            Tasks.CLASSES,
            Better.MORE,
            "area under the steps of the precision-recall curve"),
    /** Mean squared error, over rows and targets. */
    MSE("mse", "MSE", Tasks.NUMBERS, Better.LESS, "mean squared error"),
    /** Root of the mean squared error. */
    RMSE("rmse", "RMSE", Tasks.NUMBERS, Better.LESS, "root of the mean squared error"),
    /** Mean absolute error, over rows and targets. */
    MAE("mae", "MAE", Tasks.NUMBERS, Better.LESS, "mean absolute error"),
    /**
     * Coefficient of determination 1 − Σ(t−y)²/Σ(t−t̄)², the mean over the targets; 0 where a target is constant and not met
     * exactly, 1 where it is.
     */
    R2(
            "r2",
            "R²",
            Tasks.NUMBERS,
            Better.MORE_FROM_ANYTHING,
            "share of the targets' variance that is explained, bias included"),
    /**
     * Median of |t − y|, the mean over the targets: few rows that are far off do not show. Of an even number of rows it is
     * half-way between the two in the middle. To the precision of a float.
     */
    MEDIAN_ABSOLUTE_ERROR(
            "medianAbsoluteError",
            "median absolute error",
            Tasks.NUMBERS,
            Better.LESS,
            "median of the absolute errors"),
    /**
     * Mean of |t − y| / |t|, a fraction and no percentage, over rows and targets; |t| counts as at least 2<sup>−52</sup>, so
     * that a target of zero makes it huge.
     */
    MEAN_ABSOLUTE_PERCENTAGE_ERROR(
            "mape",
            "MAPE",
            Tasks.NUMBERS,
            Better.LESS,
            "mean of the absolute errors, each as a fraction of its target"),
    /** 1 − var(t − y) / var(t), the mean over the targets: R² but for a constant error. Of a constant target as there. */
    EXPLAINED_VARIANCE(
            "explainedVariance",
            "explained variance",
            Tasks.NUMBERS,
            Better.MORE_FROM_ANYTHING,
            "share of the targets' variance that is explained, bias left out");

    private enum Tasks {
        CLASSES,
        NUMBERS
    }

    private enum Better {
        LESS,
        MORE,
        MORE_FROM_MINUS_ONE,
        MORE_FROM_ANYTHING
    }

    private final String key;
    private final String label;
    private final Tasks tasks;
    private final Better better;
    private final String meaning;

    Metric(String key, String label, Tasks tasks, Better better, String meaning) {
        this.key = key;
        this.label = label;
        this.tasks = tasks;
        this.better = better;
        this.meaning = meaning;
    }

    /** Those that evaluations of a task have, in their order. */
    public static List<Metric> of(Task task) {
        return Arrays.stream(values()).filter(metric -> metric.measures(task)).toList();
    }

    /** As programs read it: {@code rocAuc}. */
    public String key() {
        return key;
    }

    /** As people read it: {@code ROC-AUC}. */
    public String label() {
        return label;
    }

    /** What it is, in a few words, the same for all tasks that have it. */
    public String meaning() {
        return meaning;
    }

    /** Whether less of it is better, as of an error. */
    public boolean lessIsBetter() {
        return better == Better.LESS;
    }

    /** The values that it may have. */
    public Range range() {
        return switch (better) {
            case LESS -> Range.atLeast(0);
            case MORE -> Range.closed(0, 1);
            case MORE_FROM_MINUS_ONE -> Range.closed(-1, 1);
            case MORE_FROM_ANYTHING -> new Range(Double.NEGATIVE_INFINITY, false, 1, true);
        };
    }

    /** Whether evaluations of a task have it. */
    public boolean measures(Task task) {
        return (task == Task.REGRESSION) == (tasks == Tasks.NUMBERS);
    }
}
