// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

/** A column of the history that early stopping or a plateau schedule watches. */
public enum Monitor {
    /** The training loss; less is better. */
    LOSS("loss", false, true),
    /** The training accuracy; more is better. */
    ACCURACY("accuracy", false, false),
    /** The validation loss; less is better. */
    VALIDATION_LOSS("val_loss", true, true),
    /** The validation accuracy; more is better. */
    VALIDATION_ACCURACY("val_accuracy", true, false);

    private final String word;
    private final boolean needsValidation;
    private final boolean lessIsBetter;

    Monitor(String word, boolean needsValidation, boolean lessIsBetter) {
        this.word = word;
        this.needsValidation = needsValidation;
        this.lessIsBetter = lessIsBetter;
    }

    /** As configurations and the history's header say it: {@code val_loss}. */
    public String word() {
        return word;
    }

    /** Whether there must be validation data. */
    public boolean needsValidation() {
        return needsValidation;
    }

    /** Whether there must be right and wrong answers: an accuracy. */
    boolean needsClasses() {
        return !lessIsBetter;
    }

    /** The monitored value of an epoch, its sign turned where more is better, so that less always is. */
    double cost(EpochRecord epoch) {
        double value = switch (this) {
            case LOSS -> epoch.loss();
            case ACCURACY -> epoch.accuracy().orElse(Double.NaN);
            case VALIDATION_LOSS -> epoch.validationLoss().orElse(Double.NaN);
            case VALIDATION_ACCURACY -> epoch.validationAccuracy().orElse(Double.NaN);
        };
        return lessIsBetter ? value : -value;
    }
}
