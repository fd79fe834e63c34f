// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Model;
import dev.nn4j.core.Predictor;
import dev.nn4j.core.calibration.DecisionChoice;
import dev.nn4j.core.calibration.GivenDecision;
import dev.nn4j.core.decision.DecisionGoal;
import dev.nn4j.core.decision.DecisionRule;
import dev.nn4j.core.decision.GivenThresholds;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import java.util.Optional;

/** Has what was trained decide by the thresholds that the experiment asks for, if it does. */
record DecisionFit(Experiment experiment) {
    /** What rows choose, as models say it of themselves. */
    static final String VALIDATION = "validation rows";

    /** The same of rows that each have the answer of a network which has not seen them. */
    static final String OUT_OF_FOLD = "out-of-fold rows";

    /** Refuses thresholds that there will be no rows to choose by, or no labels for. */
    void require(boolean hasRows, Schema schema) {
        experiment.decision().ifPresent(rule -> rule.match(new Requirement(hasRows, schema)));
    }

    private record Requirement(boolean hasRows, Schema schema) implements DecisionRule.Cases<Boolean> {
        @Override
        public Boolean chosen(DecisionGoal goal) {
            if (!hasRows) {
                throw new ConfigurationException(
                        "decision",
                        "chooses thresholds by validation rows, and there are none; set training.validationFraction,"
                                + " give validation data, train an ensemble of folds or leave it out");
            }
            return true;
        }

        @Override
        public Boolean given(GivenThresholds thresholds) {
            try {
                thresholds.decision(GivenDecision.labels(schema));
            } catch (IllegalArgumentException e) {
                String message = String.valueOf(e.getMessage());
                throw new ConfigurationException("decision.at", message.substring(message.indexOf("must ")));
            }
            return true;
        }
    }

    /**
     * The outcome with thresholds.
     *
     * @param judged what answers the rows
     * @param from what rows they are
     */
    TrainingResult in(TrainingResult result, Predictor judged, Optional<Table> rows, String from) {
        if (experiment.decision().isEmpty() || result.stopReason() == StopReason.CANCELLED) {
            return result;
        }
        return experiment.decision().get().match(new DecisionRule.Cases<TrainingResult>() {
            @Override
            public TrainingResult chosen(DecisionGoal goal) {
                return rows.map(table -> result.deciding(choice(judged, table, goal), from))
                        .orElse(result);
            }

            @Override
            public TrainingResult given(GivenThresholds thresholds) {
                return result.deciding(new GivenDecision(thresholds));
            }
        });
    }

    private DecisionChoice choice(Predictor judged, Table rows, DecisionGoal goal) {
        Evaluator evaluator = Evaluator.of(judged).weighingAs(experiment.data(), rows);
        return DecisionChoice.of(evaluator.answers(rows), goal);
    }

    /** A model that was trained again, deciding as the one before. */
    Model again(Model model, TrainingResult before) {
        return experiment
                .decision()
                .map(rule -> rule.match(new DecisionRule.Cases<Model>() {
                    @Override
                    public Model chosen(DecisionGoal goal) {
                        return before.decision()
                                .map(choice ->
                                        choice.in(model, before.outOfFold().isPresent() ? OUT_OF_FOLD : VALIDATION))
                                .orElse(model);
                    }

                    @Override
                    public Model given(GivenThresholds thresholds) {
                        return new GivenDecision(thresholds).in(model);
                    }
                }))
                .orElse(model);
    }
}
