// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.schema.Task;
import dev.nn4j.report.internal.evaluation.EvaluationForm;
import dev.nn4j.report.internal.insight.Probabilities;
import dev.nn4j.report.internal.insight.Residuals;

/**
 * How good a model's answers to some rows are.
 *
 * @param rows what rows: {@code validation}
 * @param answers to them
 * @since 0.1.0
 */
public record Assessment(String rows, Answers answers) {
    JsonMembers json() {
        JsonMembers json = JsonMembers.none()
                .with("rows", rows)
                .with("evaluation", EvaluationForm.of(answers.evaluation()).json());
        return answers.schema().task() == Task.REGRESSION
                ? json.with("residuals", Residuals.of(answers))
                : json.with("probabilities", new Probabilities(answers).json());
    }
}
