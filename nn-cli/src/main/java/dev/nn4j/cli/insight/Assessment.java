// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.insight;

import dev.nn4j.cli.json.JsonObject;
import dev.nn4j.cli.report.EvaluationReport;
import dev.nn4j.core.data.Task;
import dev.nn4j.core.metrics.Answers;

/**
 * How good a model's answers to some rows are.
 *
 * @param rows what rows: {@code validation}
 * @param answers to them
 */
public record Assessment(String rows, Answers answers) {
    JsonObject json() {
        JsonObject json = JsonObject.empty()
                .with("rows", rows)
                .with("evaluation", EvaluationReport.of(answers.evaluation()).json());
        return answers.schema().task() == Task.REGRESSION
                ? json.with("residuals", Residuals.of(answers))
                : json.with("probabilities", new Probabilities(answers).json());
    }
}
