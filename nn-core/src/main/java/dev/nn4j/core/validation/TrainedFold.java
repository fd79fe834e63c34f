// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.validation;

import dev.nn4j.core.Model;
import dev.nn4j.core.training.TrainingResult;

/**
 * What came of the training of a fold.
 *
 * @param model that has not seen the rows of the fold
 * @param epochs that it was trained
 * @param bestEpoch whose weights it has, counted from 1
 * @since 0.1.0
 */
public record TrainedFold(Model model, int epochs, int bestEpoch) {
    /** That of a training here. */
    public static TrainedFold of(TrainingResult outcome) {
        return new TrainedFold(outcome.model(), outcome.history().size(), outcome.bestEpoch());
    }
}
