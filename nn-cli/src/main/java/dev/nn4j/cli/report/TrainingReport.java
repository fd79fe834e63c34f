// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.report;

import dev.nn4j.cli.json.JsonNull;
import dev.nn4j.cli.json.JsonObject;
import dev.nn4j.cli.json.JsonText;
import dev.nn4j.cli.json.JsonValue;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.training.TrainingOutcome;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a training went.
 *
 * @param outcome what it gave
 * @param training its model on the training rows
 * @param validation its model on the validation rows
 * @param seconds it took
 * @param model where the model went
 */
public record TrainingReport(
        TrainingOutcome outcome,
        Evaluation training,
        Optional<Evaluation> validation,
        double seconds,
        Optional<String> model) {

    /** For people. */
    public String table() {
        TextTable run = TextTable.ofTexts()
                .line("epochs", outcome.history().size() + ", the model is of epoch " + outcome.bestEpoch())
                .line("stopped", words())
                .line("time", String.format(Locale.ROOT, "%.2f s", seconds));
        model.ifPresent(file -> run.line("model", file));
        return perClass() + metrics() + "\n" + run.render();
    }

    /** For programs. */
    public JsonObject json() {
        return JsonObject.empty()
                .with("epochs", outcome.history().size())
                .with("bestEpoch", outcome.bestEpoch())
                .with(
                        "stopReason",
                        outcome.stopReason().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .with("seconds", seconds)
                .with("model", model.<JsonValue>map(JsonText::new).orElse(JsonNull.NULL))
                .with("training", EvaluationReport.of(training).json())
                .with(
                        "validation",
                        validation
                                .<JsonValue>map(evaluation ->
                                        EvaluationReport.of(evaluation).json())
                                .orElse(JsonNull.NULL));
    }

    /** The classes' scores, on the rows that were not learnt from where there are any. */
    private String perClass() {
        String scores = EvaluationReport.of(validation.orElse(training)).perClass();
        String of = validation.isPresent() ? "validation" : "training";
        return scores.isEmpty() ? "" : "classification report (" + of + " data)\n" + scores + "\n";
    }

    private String metrics() {
        Map<String, String> onTraining = EvaluationReport.of(training).summary();
        Map<String, String> onValidation = validation
                .map(evaluation -> EvaluationReport.of(evaluation).summary())
                .orElse(Map.of());
        TextTable table = TextTable.ofFigures();
        if (onValidation.isEmpty()) {
            table.line("", "training").line("rows", Long.toString(training.rows()));
            onTraining.forEach(table::line);
        } else {
            table.line("", "training", "validation")
                    .line(
                            "rows",
                            Long.toString(training.rows()),
                            Long.toString(validation.get().rows()));
            onTraining.forEach((name, value) -> table.line(name, value, onValidation.getOrDefault(name, "")));
        }
        return table.render();
    }

    private String words() {
        return switch (outcome.stopReason()) {
            case COMPLETED -> "after all epochs";
            case EARLY_STOPPING -> "early, without further improvement";
            case CANCELLED -> "by the user";
        };
    }
}
