// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.NearestName;
import java.util.Arrays;
import java.util.List;

/**
 * A column of the history that early stopping or a plateau schedule watches.
 *
 * @since 0.1.0
 */
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
        return needsValidation;
    }

    /** Whether less of it is better, as of a loss. */
    public boolean lessIsBetter() {
        return lessIsBetter;
    }

    /** Whether there must be right and wrong answers: an accuracy. */
    public boolean needsClasses() {
        return !lessIsBetter;
    }
}
