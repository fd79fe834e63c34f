// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Model;
import dev.nn4j.core.Predictor;
import dev.nn4j.core.calibration.ConformalFit;
import dev.nn4j.core.conformal.ConformalMethod;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.table.Table;
import java.util.Optional;

/** Scores the rows that were not learnt from, if that is asked for, so that the model says how far it may be wrong. */
record ConformalScoring(Experiment experiment) {
    /**
     * Refuses a training that sets no rows aside, or whose networks do not tell a spread.
     *
     * @param together how many networks answer the same rows that none of them has learnt from
     */
    void require(boolean hasRows, int together) {
        if (experiment.conformal().equals(Optional.of(ConformalMethod.SPREAD)) && together < 2) {
            throw new ConfigurationException(
                    "training.conformal",
                    "spread needs an ensemble whose networks all have not learnt from the same rows, one of seeds or a"
                            + " pack; use \"absolute\"");
        }
        if (experiment.conformal().isPresent() && !hasRows) {
            throw new ConfigurationException(
                    "training.conformal",
                    "scores validation rows, and there are none; set training.validationFraction, give validation data,"
                            + " train an ensemble of folds or leave it out");
        }
    }

    /** The outcome, its model with the scores of rows that none of its networks has learnt from. */
    TrainingResult byValidation(TrainingResult result, Optional<Table> rows) {
        if (!isDone(result, rows)) {
            return result;
        }
        Model model = result.model();
        ConformalMethod asked = experiment.conformal().orElseThrow();
        // of a pack one network alone may be left, which is not apart from others
        boolean alone = asked == ConformalMethod.SPREAD && model.members() == 1;
        ConformalFit fit = new ConformalFit(alone ? ConformalMethod.ABSOLUTE : asked);
        return result.scored(fit.of(model, one -> answers(one, rows.get())));
    }

    /**
     * The same with those of rows each of which is answered by a network that has not learnt from it.
     *
     * @param unseen gives these answers
     */
    TrainingResult outOfFold(TrainingResult result, Predictor unseen, Table rows) {
        if (!isDone(result, Optional.of(rows))) {
            return result;
        }
        ConformalFit fit = new ConformalFit(experiment.conformal().orElseThrow());
        return result.scored(fit.of(answers(unseen, rows)));
    }

    private boolean isDone(TrainingResult result, Optional<Table> rows) {
        return experiment.conformal().isPresent() && rows.isPresent() && result.stopReason() != StopReason.CANCELLED;
    }

    private Answers answers(Predictor predictor, Table rows) {
        return Evaluator.of(predictor).weighingAs(experiment.data(), rows).answers(rows);
    }
}
