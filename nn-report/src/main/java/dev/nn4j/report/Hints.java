// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.report.internal.hint.HintRules;
import dev.nn4j.report.internal.hint.Observed;
import java.util.List;
import java.util.Optional;

/**
 * What may be worth trying after a training.
 *
 * @since 0.1.0
 */
public final class Hints {
    private Hints() {}

    /**
     * A sentence for each thing that may be better, what matters most first; none where all is well.
     *
     * @param experiment what was trained
     * @param outcome what it gave
     * @param training the model on the training rows
     * @param validation the model on the validation rows
     */
    public static List<String> of(
            Experiment experiment, TrainingResult outcome, Evaluation training, Optional<Evaluation> validation) {
        return HintRules.of(new Observed(experiment, outcome, training, validation));
    }
}
