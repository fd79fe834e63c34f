// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.describe;

import dev.nn4j.cli.command.explain.DrawnRows;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.files.Source;
import dev.nn4j.cli.files.TableReader;
import dev.nn4j.core.Model;
import dev.nn4j.core.calibration.ConformalCoverage;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.conformal.Conformal;
import dev.nn4j.core.diagnosis.QuantileScore;
import dev.nn4j.core.explanation.ImportanceRequest;
import dev.nn4j.core.explanation.PermutationImportance;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.table.Table;
import dev.nn4j.report.NotesText;
import dev.nn4j.report.card.CardMeasurements;
import dev.nn4j.report.card.HeldOutFigures;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Measures on rows what a model's card says of them. */
record CardRows(Console console, Model model, Execution execution) {
    /** Importance is measured on so many rows at most, as {@code nn explain} does. */
    private static final int SAMPLE = 10_000;

    private static final List<Double> LEVELS = List.of(0.8, 0.9, 0.95, 0.99);

    CardMeasurements measured(Source source) throws IOException {
        Evaluator evaluator = Evaluator.of(model).skippingUnsaidGaps();
        Table table = new TableReader(console, execution.threads())
                .evaluation(source, model.schema(), evaluator.cellTypes())
                .withThreads(execution.threads());
        Answers answers = evaluator.answers(table);
        NotesText.lines(answers.notes(), "used").forEach(console::warn);
        if (answers.rowsWithoutTarget() > 0) {
            console.tell(answers.rowsWithoutTarget() + " rows have no target and were left out");
        }
        String on = String.format(
                Locale.ROOT,
                "%,d %s of %s",
                answers.rows(),
                answers.rows() == 1 ? "row" : "rows",
                source.nameInModels());
        return new CardMeasurements(
                HeldOutFigures.of(answers, on),
                importance(DrawnRows.of(evaluator.usable(table), SAMPLE), evaluator),
                coverage(table),
                QuantileScore.of(answers));
    }

    private Optional<PermutationImportance> importance(Table rows, Evaluator evaluator) {
        ImportanceRequest usual = new ImportanceRequest(
                ImportanceRequest.usualMetric(model.task()), ImportanceRequest.USUAL_REPEATS, 0, execution);
        Answers answers = evaluator.answers(rows);
        try {
            return Optional.of(
                    PermutationImportance.of(model, answers, model.schema().rawRows(rows), usual));
        } catch (IllegalArgumentException e) {
            console.warn(e.getMessage() + "; it is left out");
            return Optional.empty();
        }
    }

    /** At each level that the model's scores are enough for. */
    private List<ConformalCoverage> coverage(Table table) {
        double most = model.conformal().map(Conformal::mostLevel).orElse(0.0);
        List<Double> stated = LEVELS.stream().filter(level -> level <= most).toList();
        return stated.isEmpty()
                ? List.of()
                : ConformalCoverage.of(
                        model,
                        stated,
                        one -> Evaluator.of(one).skippingUnsaidGaps().answers(table));
    }
}
