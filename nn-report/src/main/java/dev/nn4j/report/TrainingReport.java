// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.report.internal.evaluation.EvaluationForm;
import dev.nn4j.report.internal.text.TextTable;
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
 * @since 0.1.0
 */
public record TrainingReport(
        TrainingResult outcome,
        Evaluation training,
        Optional<Evaluation> validation,
        double seconds,
        Optional<String> model)
        implements Report {

    @Override
    public String text() {
        TextTable run = TextTable.ofTexts()
                .line("epochs", outcome.history().size() + ", the model is of epoch " + outcome.bestEpoch())
                .line("stopped", words())
                .line("time", String.format(Locale.ROOT, "%.2f s", seconds));
        model.ifPresent(file -> run.line("model", file));
        return perClass() + metrics() + perTarget() + "\n" + run.render();
    }

    @Override
    public String json() {
        return members().pretty();
    }

    JsonMembers members() {
        return JsonMembers.none()
                .with("epochs", outcome.history().size())
                .with("bestEpoch", outcome.bestEpoch())
                .with(
                        "stopReason",
                        outcome.stopReason().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .with("seconds", seconds)
                .with("model", model.<JsonNode>map(Json::text).orElseGet(Json::none))
                .with("training", EvaluationForm.of(training).json())
                .with("validation", notLearnt())
                .with("heldOut", notLearnt());
    }

    private JsonNode notLearnt() {
        return validation
                .map(evaluation -> EvaluationForm.of(evaluation).json().node())
                .orElseGet(Json::none);
    }

    /** The classes' scores, on the rows that were not learnt from where there are any. */
    private String perClass() {
        String scores = EvaluationForm.of(validation.orElse(training)).perClass();
        return scores.isEmpty() ? "" : "classification report (" + measuredOn() + " data)\n" + scores + "\n";
    }

    /** The errors on each target, of the same rows. */
    private String perTarget() {
        String targets = EvaluationForm.of(validation.orElse(training)).perTarget();
        return targets.isEmpty() ? "" : "\neach target (" + measuredOn() + " data)\n" + targets;
    }

    private String measuredOn() {
        return validation.isPresent() ? "validation" : "training";
    }

    private String metrics() {
        Map<String, String> onTraining = EvaluationForm.of(training).summary();
        Map<String, String> onValidation = validation
                .map(evaluation -> EvaluationForm.of(evaluation).summary())
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
