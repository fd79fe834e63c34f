// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.table.Table;
import dev.nn4j.report.internal.insight.Probabilities;
import dev.nn4j.report.internal.insight.Residuals;
import java.util.Optional;

/**
 * How good a model's answers to some rows are.
 *
 * @param rows what rows: {@code validation}
 * @param answers to them
 * @param table the rows themselves, in the answers' order, where it is to be told by score, by feature and of which rows the
 *     answers are good: {@link dev.nn4j.core.metrics.Evaluator#usable}
 * @since 0.1.0
 */
public record Assessment(String rows, Answers answers, Optional<Table> table) {
    /** Without what takes the rows themselves. */
    public Assessment(String rows, Answers answers) {
        this(rows, answers, Optional.empty());
    }

    private EvaluationReport evaluation() {
        return table.isPresent() ? EvaluationReport.of(answers, table.get()) : EvaluationReport.of(answers);
    }

    JsonMembers json() {
        JsonMembers json = JsonMembers.none()
                .with("rows", rows)
                .with("evaluation", evaluation().members());
        return answers.schema().task() == Task.REGRESSION
                ? json.with("residuals", Residuals.of(answers))
                : json.with("probabilities", new Probabilities(answers).json());
    }
}
