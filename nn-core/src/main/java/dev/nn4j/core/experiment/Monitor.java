// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.NearestName;
import dev.nn4j.api.TargetKind;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.score.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A column of the history that early stopping or a plateau schedule watches.
 *
 * @since 0.1.0
 */
public enum Monitor {
    /** The training loss; less is better. */
    LOSS("loss", Rows.TRAINING, Judged.ANYTHING, true),
    /** The training accuracy; more is better. */
    ACCURACY("accuracy", Rows.TRAINING, Judged.CLASSES, false),
    /** The validation loss; less is better. */
    VALIDATION_LOSS("val_loss", Rows.VALIDATION, Judged.ANYTHING, true),
    /** The validation accuracy; more is better. */
    VALIDATION_ACCURACY("val_accuracy", Rows.VALIDATION, Judged.CLASSES, false),
    /** {@link Metric#ROC_AUC} of the validation data, classes left out that no row is of, or every row. */
    VALIDATION_AUC("val_auc", Metric.ROC_AUC),
    /** {@link Metric#F1} of the validation data. */
    VALIDATION_F1("val_f1", Metric.F1),
    /** {@link Metric#LOG_LOSS} of the validation data. */
    VALIDATION_LOG_LOSS("val_log_loss", Metric.LOG_LOSS),
    /**
     * The same after temperature scaling (Guo et al. 2017): with the logits multiplied by the factor, from 1/64 to 64, that
     * makes it least; less is better. Probabilities that are in the right order, but too sure or not sure enough, cost
     * nothing.
     */
    VALIDATION_CALIBRATED_LOSS("val_calibrated_loss", Rows.VALIDATION_IF_WATCHED, Judged.CLASSES, true),
    /** {@link Metric#RMSE} of the validation data, in the network's (scaled) units. */
    VALIDATION_RMSE("val_rmse", Metric.RMSE),
    /** {@link Metric#MAE} of the validation data, in the network's (scaled) units. */
    VALIDATION_MAE("val_mae", Metric.MAE),
    /** {@link Metric#BRIER} of the validation data. */
    VALIDATION_BRIER("val_brier", Metric.BRIER),
    /** {@link Metric#BALANCED_ACCURACY} of the validation data. */
    VALIDATION_BALANCED_ACCURACY("val_balanced_accuracy", Metric.BALANCED_ACCURACY),
    /** {@link Metric#MATTHEWS_CORRELATION} of the validation data. */
    VALIDATION_MATTHEWS_CORRELATION("val_matthews_correlation", Metric.MATTHEWS_CORRELATION),
    /** {@link Metric#COHEN_KAPPA} of the validation data, targets left out that are all yes or all no and so decided. */
    VALIDATION_COHEN_KAPPA("val_cohen_kappa", Metric.COHEN_KAPPA),
    /** {@link Metric#AVERAGE_PRECISION} of the validation data, classes left out that no row is of. */
    VALIDATION_AVERAGE_PRECISION("val_average_precision", Metric.AVERAGE_PRECISION),
    /** {@link Metric#MSE} of the validation data, in the network's (scaled) units. */
    VALIDATION_MSE("val_mse", Metric.MSE),
    /** {@link Metric#R2} of the validation data. */
    VALIDATION_R2("val_r2", Metric.R2),
    /** {@link Metric#MEDIAN_ABSOLUTE_ERROR} of the validation data, in the network's (scaled) units. */
    VALIDATION_MEDIAN_ABSOLUTE_ERROR("val_median_absolute_error", Metric.MEDIAN_ABSOLUTE_ERROR),
    /** {@link Metric#EXPLAINED_VARIANCE} of the validation data. */
    VALIDATION_EXPLAINED_VARIANCE("val_explained_variance", Metric.EXPLAINED_VARIANCE);

    private enum Rows {
        TRAINING,
        VALIDATION,
        VALIDATION_IF_WATCHED
    }

    private enum Judged {
        ANYTHING,
        CLASSES,
        NUMBERS
    }

    private final String word;
    private final Rows rows;
    private final Judged judged;
    private final boolean lessIsBetter;
    private final Optional<Metric> metric;

    Monitor(String word, Rows rows, Judged judged, boolean lessIsBetter) {
        this.word = word;
        this.rows = rows;
        this.judged = judged;
        this.lessIsBetter = lessIsBetter;
        this.metric = Optional.empty();
    }

    Monitor(String word, Metric metric) {
        this.word = word;
        this.rows = Rows.VALIDATION_IF_WATCHED;
        this.judged = metric.measures(Task.REGRESSION) ? Judged.NUMBERS : Judged.CLASSES;
        this.lessIsBetter = metric.lessIsBetter();
        this.metric = Optional.of(metric);
    }

    /**
     * The monitor that configurations say so.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Monitor of(String word) {
        for (Monitor monitor : values()) {
            if (monitor.word.equals(word)) {
                return monitor;
            }
        }
        throw new IllegalArgumentException("monitor: unknown '" + word + "'" + NearestName.hint(word, words()));
    }

    /** What configurations say for all of them. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Monitor::word).toList();
    }

    /** As configurations and the history's header say it: {@code val_loss}. */
    public String word() {
        return word;
    }

    /** The metric of the validation data that it is, if it is one that is computed only where something watches it. */
    public Optional<Metric> metric() {
        return metric;
    }

    /** Whether there must be validation data. */
    public boolean needsValidation() {
        return rows != Rows.TRAINING;
    }

    /** Whether it is one of the scores of the validation data that are computed only where something watches them. */
    public boolean isScore() {
        return rows == Rows.VALIDATION_IF_WATCHED;
    }

    /** Whether less of it is better, as of a loss. */
    public boolean lessIsBetter() {
        return lessIsBetter;
    }

    /** Whether trainings whose loss expects such targets have it: an accuracy is of classes, not of numbers. */
    public boolean judges(TargetKind targets) {
        return switch (judged) {
            case ANYTHING -> true;
            case CLASSES -> targets != TargetKind.NUMBERS;
            case NUMBERS -> targets == TargetKind.NUMBERS;
        };
    }
}
