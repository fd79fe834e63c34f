// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.train;

import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.report.Hints;
import java.util.List;
import java.util.Optional;

/**
 * A training that came to its end, with what is reported of it.
 *
 * @param experiment what was trained
 * @param outcome what it gave
 * @param training the model on the training rows
 * @param validation the model on the validation rows
 */
record FinishedTraining(
        Experiment experiment, TrainingResult outcome, Evaluation training, Optional<Evaluation> validation) {
    /** What may be done next. */
    List<String> hints() {
        return Hints.of(experiment, outcome, training, validation);
    }
}
