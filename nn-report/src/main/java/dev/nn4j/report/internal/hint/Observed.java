// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.hint;

import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.training.TrainingResult;
import java.util.List;
import java.util.Optional;

/**
 * A finished training, as the rules look at it.
 *
 * @param experiment what was trained
 * @param outcome what it gave
 * @param training the model on the training rows
 * @param validation the model on the validation rows
 */
public record Observed(
        Experiment experiment, TrainingResult outcome, Evaluation training, Optional<Evaluation> validation) {
    public List<EpochRecord> history() {
        return outcome.history();
    }

    public EpochRecord last() {
        return history().get(history().size() - 1);
    }

    /** Whether the weights are those of the last epoch: nothing better was gone back to. */
    public boolean isOfLastEpoch() {
        return outcome.bestEpoch() == history().size();
    }
}
