// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.api.Component;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.config.internal.json.ShortestNumber;
import dev.nn4j.io.TrainingDescription;
import dev.nn4j.report.internal.text.PlainValue;
import dev.nn4j.report.internal.text.TextTable;
import java.util.Map;

/**
 * Where the training of a checkpoint stands.
 *
 * @param training its description
 */
record TrainingStateReport(TrainingDescription training) {
    /** For people. */
    TextTable table() {
        TextTable table = TextTable.ofTexts()
                .line(
                        "epochs done",
                        training.epochs() + " of " + training.options().epochs())
                .line("steps done", Long.toString(training.steps()))
                .line(
                        "optimizer",
                        ModelReport.text(training.optimizer()) + ", " + ModelReport.origin(training.optimizer()))
                .line("learning rate", ShortestNumber.of(training.learningRate()));
        training.options()
                .schedule()
                .ifPresent(schedule -> table.line("schedule", schedule.name() + PlainValue.text(values(schedule))));
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
        return JsonMembers.none()
                .with("epochs", training.epochs())
                .with("plannedEpochs", training.options().epochs())
                .with("steps", training.steps())
                .with("optimizer", ModelReport.json(training.optimizer()))
                .with("learningRate", training.learningRate())
                .with(
                        "schedule",
                        training.options()
                                .schedule()
                                .map(schedule -> PlainValue.json(values(schedule))
                                        .with("type", schedule.name())
                                        .node())
                                .orElse(none))
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
    }

    private static Map<String, Object> values(Component schedule) {
        return schedule.hyperparameters().values();
    }
}
