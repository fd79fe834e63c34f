// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.table.Table;
import dev.nn4j.report.internal.diagnosis.DiagnosisJson;
import dev.nn4j.report.internal.diagnosis.QuantileForm;
import dev.nn4j.report.internal.evaluation.EvaluationForm;
import java.util.Optional;

/**
 * How well a model does.
 *
 * @since 0.1.0
 */
public final class EvaluationReport implements Report {
    private final EvaluationForm form;
    private final Evaluation evaluation;
    private final Optional<Answers> answers;
    private final Optional<Table> rows;

    private EvaluationReport(Evaluation evaluation, Optional<Answers> answers, Optional<Table> rows) {
        this.evaluation = evaluation;
        this.rows = rows;
        this.form = EvaluationForm.of(evaluation);
        this.answers = answers;
    }

    /** Of the figures alone. */
    public static EvaluationReport of(Evaluation evaluation) {
        return new EvaluationReport(evaluation, Optional.empty(), Optional.empty());
    }

    /** Of answers; its JSON also says what the model's policies let through, where they did. */
    public static EvaluationReport of(Answers answers) {
        return new EvaluationReport(answers.evaluation(), Optional.of(answers), Optional.empty());
    }

    /**
     * Of answers and the rows that they are to; its JSON also says where they are good and where not: by score and threshold, by
     * feature, and the worst rows.
     *
     * @param rows those of the answers, in their order: {@link dev.nn4j.core.metrics.Evaluator#usable}
     * @since 0.1.0
     */
    public static EvaluationReport of(Answers answers, Table rows) {
        return new EvaluationReport(answers.evaluation(), Optional.of(answers), Optional.of(rows));
    }

    @Override
    public String text() {
        return form.table()
                + answers.map(QuantileForm::of).map(QuantileForm::table).orElse("");
    }

    @Override
    public String json() {
        return members().pretty();
    }

    JsonMembers members() {
        JsonMembers json = form.json();
        if (answers.isPresent()) {
            json = json.withAll(NotesText.json(answers.get()))
                    .withAll(QuantileForm.of(answers.get()).members());
        }
        if (answers.isPresent() && rows.isPresent()) {
            json = json.withAll(new DiagnosisJson(answers.get(), rows.get()).members(evaluation));
        }
        return json;
    }
}
