// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.config.internal.json.ShortestNumber;
import dev.nn4j.config.internal.text.TargetText;
import dev.nn4j.core.TemperatureScaling;
import dev.nn4j.core.calibration.DecisionChoice;
import dev.nn4j.core.conformal.Conformal;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.MemberResult;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.report.internal.evaluation.EvaluationForm;
import dev.nn4j.report.internal.text.ConformalText;
import dev.nn4j.report.internal.text.MemberText;
import dev.nn4j.report.internal.text.Rounded;
import dev.nn4j.report.internal.text.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a training went.
 *
 * @param outcome what it gave
 * @param training its {@linkplain TrainingResult#validatedModel() validated model} on the training rows
 * @param validation likewise on the validation rows; of an ensemble of folds, each row by the member that has not seen it
 * @param weight the column by which rows count, if there is one
 * @param seconds it took
 * @param model where the model went
 * @since 0.1.0
 */
public record TrainingReport(
        TrainingResult outcome,
        Evaluation training,
        Optional<Evaluation> validation,
        Optional<String> weight,
        double seconds,
        Optional<String> model)
        implements Report {

    @Override
    public String text() {
        TextTable run = TextTable.ofTexts();
        if (outcome.members().isEmpty()) {
            run.line(
                            "epochs",
                            outcome.history().size() + (outcome.isRefitted() ? ", the best was" : ", the model is of")
                                    + " epoch " + outcome.bestEpoch())
                    .line("stopped", MemberText.words(outcome.stopReason()));
        } else {
            run.line(outcome.isRefitted() ? "folds" : "ensemble", networks());
            outcome.members().forEach(member -> run.line("member " + member.number(), MemberText.words(member)));
            outcome.otherMembers()
                    .forEach(member -> run.line("not member " + member.number(), MemberText.words(member)));
        }
        outcome.temperature().ifPresent(one -> run.line("calibrated", words(one)));
        outcome.decision().ifPresent(one -> run.line("thresholds", one.text(otherRows() + " rows")));
        outcome.model()
                .conformal()
                .ifPresent(scores -> run.line("conformal", conformal(scores).line()));
        if (outcome.isRefitted()) {
            run.line(
                    "refit",
                    "on all " + allRows() + " rows for "
                            + outcome.refitHistory().size()
                            + (outcome.members().isEmpty()
                                    ? " epochs; the figures above are those of the training before"
                                    : " epochs, by what was best for the folds together; the figures above are those of the folds"));
        }
        weight.ifPresent(column -> run.line("weights", "rows count by their '" + TargetText.named(column) + "'"));
        run.line("time", String.format(Locale.ROOT, "%.2f s", seconds));
        model.ifPresent(file -> run.line("model", file));
        return perClass() + metrics() + perTarget() + "\n" + run.render();
    }

    @Override
    public String json() {
        return members().pretty();
    }

    /** Those that a model was trained on again. */
    private int allRows() {
        return outcome.training().rows() + outcome.validation().map(Table::rows).orElse(0);
    }

    private String networks() {
        int others = outcome.otherMembers().size();
        return outcome.members().size() + " networks"
                + (others == 0 ? "" : ", chosen of " + (outcome.members().size() + others))
                + (outcome.isRefitted() ? ", which say how long one network is trained" : "");
    }

    JsonMembers members() {
        JsonMembers refit = outcome.isRefitted()
                ? JsonMembers.none()
                        .with(
                                "refit",
                                JsonMembers.none()
                                        .with("rows", allRows())
                                        .with("epochs", outcome.refitHistory().size()))
                : JsonMembers.none();
        JsonMembers json = JsonMembers.none()
                .with("epochs", outcome.history().size())
                .with("bestEpoch", outcome.bestEpoch())
                .with("stopReason", MemberText.word(outcome.stopReason()))
                .with("seconds", seconds)
                .with("model", model.<JsonNode>map(Json::text).orElseGet(Json::none))
                .withAll(weight.isPresent() ? JsonMembers.none().with("weight", weight.get()) : JsonMembers.none())
                .with("training", EvaluationForm.of(training).json())
                .with("validation", outcome.outOfFold().isPresent() ? Json.none() : notLearnt())
                .with("heldOut", notLearnt())
                .withAll(MemberText.calibrated(outcome.temperature()))
                .withAll(refit)
                .withAll(outcome.decision().map(TrainingReport::json).orElseGet(JsonMembers::none))
                .withAll(outcome.model()
                        .conformal()
                        .map(scores -> JsonMembers.none()
                                .with("conformal", conformal(scores).json()))
                        .orElseGet(JsonMembers::none));
        return outcome.members().isEmpty()
                ? json
                : json.with("members", json(outcome.members())).withAll(others());
    }

    private ConformalText conformal(Conformal scores) {
        return new ConformalText(scores, outcome.model().schema());
    }

    private static JsonMembers json(DecisionChoice choice) {
        List<JsonMembers> thresholds = choice.thresholds().stream()
                .map(one -> JsonMembers.none()
                        .with("label", one.label())
                        .with("threshold", Double.parseDouble(ShortestNumber.of(one.threshold())))
                        .with("value", one.value())
                        .with("valueBefore", one.valueBefore()))
                .toList();
        return JsonMembers.none()
                .with(
                        "decision",
                        JsonMembers.none()
                                .with("maximize", choice.goal().text())
                                .with("rows", choice.rows())
                                .with("thresholds", thresholds));
    }

    private JsonMembers others() {
        return outcome.otherMembers().isEmpty()
                ? JsonMembers.none()
                : JsonMembers.none().with("otherMembers", json(outcome.otherMembers()));
    }

    private static List<JsonMembers> json(List<MemberResult> members) {
        return members.stream().map(MemberText::json).toList();
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
        return validation.isPresent() ? otherRows() : "training";
    }

    private String otherRows() {
        return outcome.outOfFold().isPresent() ? "out-of-fold" : "validation";
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
            table.line("", "training", otherRows())
                    .line(
                            "rows",
                            Long.toString(training.rows()),
                            Long.toString(validation.get().rows()));
            onTraining.forEach((name, value) -> table.line(name, value, onValidation.getOrDefault(name, "")));
        }
        return table.render();
    }

    private static String words(TemperatureScaling temperature) {
        String on = " on " + temperature.rows() + " validation rows";
        return temperature.isApplied()
                ? "by " + Rounded.score(temperature.factor()) + on + ": log-loss "
                        + Rounded.figure(temperature.before()) + " → " + Rounded.figure(temperature.after())
                : "not: no factor lowers the log-loss" + on + " by more than 0.1 %";
    }
}
