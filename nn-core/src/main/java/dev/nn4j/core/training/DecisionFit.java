// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Predictor;
import dev.nn4j.core.calibration.DecisionChoice;
import dev.nn4j.core.decision.DecisionGoal;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.table.Table;
import java.util.Optional;

/** Chooses the thresholds of what was trained, if that is asked for, by rows that it has not learnt from. */
record DecisionFit(Experiment experiment) {
    /** What rows choose, as models say it of themselves. */
    static final String VALIDATION = "validation rows";

    /** The same of rows that each have the answer of a network which has not seen them. */
    static final String OUT_OF_FOLD = "out-of-fold rows";

    /** Refuses a training that sets no rows aside. */
    void require(boolean hasRows) {
        if (experiment.decision().isPresent() && !hasRows) {
            throw new ConfigurationException(
                    "decision",
                    "chooses thresholds by validation rows, and there are none; set training.validationFraction, give"
                            + " validation data, train an ensemble of folds or leave it out");
        }
    }

    /**
     * The outcome with thresholds.
     *
     * @param judged what answers the rows
     * @param from what rows they are
     */
    TrainingResult in(TrainingResult result, Predictor judged, Optional<Table> rows, String from) {
        Optional<DecisionGoal> goal = experiment.decision();
        if (goal.isEmpty() || rows.isEmpty() || result.stopReason() == StopReason.CANCELLED) {
            return result;
        }
        Evaluator plain = Evaluator.of(judged);
        Evaluator evaluator = experiment
                .data()
                .weight()
                .filter(rows.get().columns()::contains)
                .map(plain::withWeight)
                .orElse(plain);
        return result.deciding(DecisionChoice.of(evaluator.answers(rows.get()), goal.get()), from);
    }
}
