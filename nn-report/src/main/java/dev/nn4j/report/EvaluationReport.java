// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.report.internal.evaluation.EvaluationForm;
import java.util.Optional;

/**
 * How well a model does.
 *
 * @since 0.1.0
 */
public final class EvaluationReport implements Report {
    private final EvaluationForm form;
    private final Optional<Answers> answers;

    private EvaluationReport(Evaluation evaluation, Optional<Answers> answers) {
        this.form = EvaluationForm.of(evaluation);
        this.answers = answers;
    }

    /** Of the figures alone. */
    public static EvaluationReport of(Evaluation evaluation) {
        return new EvaluationReport(evaluation, Optional.empty());
    }

    /** Of answers; its JSON also says what the model's policies let through, where they did. */
    public static EvaluationReport of(Answers answers) {
        return new EvaluationReport(answers.evaluation(), Optional.of(answers));
    }

    @Override
    public String text() {
        return form.table();
    }

    @Override
    public String json() {
        JsonMembers figures = form.json();
        return answers.map(given -> figures.withAll(NotesText.json(given)))
                .orElse(figures)
                .pretty();
    }
}
