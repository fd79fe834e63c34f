// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.NearestName;
import dev.nn4j.api.TargetKind;
import java.util.Arrays;
import java.util.List;

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
    /**
     * The area under the ROC curve on the validation data: of the positive class, of several classes or yes-or-no targets
     * the mean of each against the rest, those left out that no row is of, or every row; more is better.
     */
    VALIDATION_AUC("val_auc", Rows.VALIDATION_IF_WATCHED, Judged.CLASSES, false),
    /** F1 on the validation data: of the positive class, of several the mean of each one's; more is better. */
    VALIDATION_F1("val_f1", Rows.VALIDATION_IF_WATCHED, Judged.CLASSES, false),
    /** The mean of −log p on the validation data, p being the probability of what is true; less is better. */
    VALIDATION_LOG_LOSS("val_log_loss", Rows.VALIDATION_IF_WATCHED, Judged.CLASSES, true),
    /**
     * The same after temperature scaling (Guo et al. 2017): with the logits multiplied by the factor, from 1/64 to 64, that
     * makes it least; less is better. Probabilities that are in the right order, but too sure or not sure enough, cost
     * nothing.
     */
    VALIDATION_CALIBRATED_LOSS("val_calibrated_loss", Rows.VALIDATION_IF_WATCHED, Judged.CLASSES, true),
    /** The root of the mean squared error on the validation data, in the network's (scaled) units; less is better. */
    VALIDATION_RMSE("val_rmse", Rows.VALIDATION_IF_WATCHED, Judged.NUMBERS, true),
    /** The mean absolute error on the validation data, in the network's (scaled) units; less is better. */
    VALIDATION_MAE("val_mae", Rows.VALIDATION_IF_WATCHED, Judged.NUMBERS, true);

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

    Monitor(String word, Rows rows, Judged judged, boolean lessIsBetter) {
        this.word = word;
        this.rows = rows;
        this.judged = judged;
        this.lessIsBetter = lessIsBetter;
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
