// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.api.Component;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.config.internal.json.ShortestNumber;
import dev.nn4j.core.experiment.Schedule;
import dev.nn4j.core.experiment.StepSchedule;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.io.TrainingDescription;
import dev.nn4j.report.internal.text.PlainValue;
import dev.nn4j.report.internal.text.TextTable;
import java.util.Map;
import java.util.Optional;

/**
 * Where the training of a checkpoint stands.
 *
 * @param training its description
 */
record TrainingStateReport(TrainingDescription training) {
    /** For people. */
    TextTable table() {
        TextTable table = TextTable.ofTexts();
        training.ensemble()
                .ifPresent(ensemble -> table.line(
                        "member",
                        training.member() + " of " + ensemble.members() + ", an ensemble of "
                                + ensemble.kind().word()));
        table.line(
                        "epochs done",
                        training.epochs() + " of " + training.options().epochs())
                .line("steps done", Long.toString(training.steps()))
                .line(
                        "optimizer",
                        ModelReport.text(training.optimizer()) + ", " + ModelReport.origin(training.optimizer()))
                .line("learning rate", ShortestNumber.of(training.learningRate()));
        TrainingOptions options = training.options();
        line(table, "schedule", options.schedule());
        line(table, "decay schedule", options.decaySchedule());
        line(table, "dropout schedule", options.dropoutSchedule());
        if (training.options().earlyStopping().isPresent()) {
            table.line(
                    "best epoch",
                    training.bestEpoch().isPresent()
                            ? Integer.toString(training.bestEpoch().getAsInt())
                            : "none yet");
        }
        table.line("seed", Long.toString(training.options().seed()))
                .line("training data", "sha256 " + training.data().training());
        training.data().validation().ifPresent(digest -> table.line("validation data", "sha256 " + digest));
        return table;
    }

    /** For programs. */
    JsonMembers json() {
        JsonNode none = Json.none();
        TrainingOptions options = training.options();
        JsonMembers json = JsonMembers.none()
                .with("epochs", training.epochs())
                .with("plannedEpochs", training.options().epochs())
                .with("steps", training.steps())
                .with("optimizer", ModelReport.json(training.optimizer()))
                .with("learningRate", training.learningRate())
                .with(
                        "schedule",
                        options.schedule().map(TrainingStateReport::json).orElse(none))
                .with(
                        "bestEpoch",
                        training.bestEpoch().isPresent()
                                ? Json.number(training.bestEpoch().getAsInt())
                                : none)
                .with("seed", training.options().seed())
                .with("dataSha256", training.data().training())
                .with(
                        "validationSha256",
                        training.data().validation().<JsonNode>map(Json::text).orElse(none));
        if (training.ensemble().isPresent()) {
            json = json.with("member", training.member())
                    .with("members", training.ensemble().get().members());
        }
        json = with(json, "decaySchedule", options.decaySchedule());
        return with(json, "dropoutSchedule", options.dropoutSchedule());
    }

    private static void line(TextTable table, String name, Optional<? extends Schedule> schedule) {
        schedule.ifPresent(given -> table.line(name, given.name() + PlainValue.text(values(given))));
    }

    private static JsonMembers with(JsonMembers json, String name, Optional<StepSchedule> schedule) {
        return schedule.isPresent() ? json.with(name, json(schedule.get())) : json;
    }

    private static JsonNode json(Schedule schedule) {
        return PlainValue.json(values(schedule)).with("type", schedule.name()).node();
    }

    private static Map<String, Object> values(Component schedule) {
        return schedule.hyperparameters().values();
    }
}
