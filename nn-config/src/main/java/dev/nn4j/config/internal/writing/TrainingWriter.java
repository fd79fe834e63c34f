// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.writing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.api.Hyperparameter;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.experiment.ClassWeights;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.TrainingOptions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Says {@code training}: the options that matter most, and of the others those that are not the defaults. */
final class TrainingWriter {
    private static final List<String> ALWAYS_SAID =
            List.of("epochs", "batchSize", "seed", "monitor", "patience", "minDelta", "restoreBest");

    private final TrainingOptions options;

    private TrainingWriter(TrainingOptions options) {
        this.options = options;
    }

    static JsonMembers json(TrainingOptions options) {
        return new TrainingWriter(options).json();
    }

    private JsonMembers json() {
        JsonMembers json = JsonMembers.none()
                .with("epochs", options.epochs())
                .with("batchSize", batchSize())
                .with("seed", options.seed());
        for (Hyperparameter<?> option : TrainingOptions.declarations()) {
            if (!ALWAYS_SAID.contains(option.name())) {
                json = unlessDefault(json, option, options.values());
            }
        }
        if (!options.classWeights().equals(ClassWeights.none())) {
            json = json.with("classWeights", classWeights(options.classWeights()));
        }
        if (options.schedule().isPresent()) {
            json = json.with("schedule", ComponentJson.of(options.schedule().get()));
        }
        if (options.decaySchedule().isPresent()) {
            json = json.with(
                    "decaySchedule", ComponentJson.of(options.decaySchedule().get()));
        }
        if (options.dropoutSchedule().isPresent()) {
            json = json.with(
                    "dropoutSchedule",
                    ComponentJson.of(options.dropoutSchedule().get()));
        }
        return options.earlyStopping().isPresent()
                ? json.with(
                        "earlyStopping", earlyStopping(options.earlyStopping().get()))
                : json;
    }

    private JsonNode batchSize() {
        return switch (options.batchSize()) {
            case TrainingOptions.FULL_BATCH -> Json.text("full");
            case TrainingOptions.AUTO_BATCH -> Json.text("auto");
            default -> Json.number(options.batchSize());
        };
    }

    /** A word, or each label with its weight. */
    private static JsonNode classWeights(ClassWeights weights) {
        if (!(weights instanceof ClassWeights.Given given)) {
            return Json.text(ClassWeights.Balanced.WORD);
        }
        JsonMembers byLabel = JsonMembers.none();
        for (Map.Entry<String, Double> weight : new TreeMap<>(given.weights()).entrySet()) {
            byLabel = byLabel.with(weight.getKey(), weight.getValue());
        }
        return byLabel.node();
    }

    private static JsonMembers earlyStopping(EarlyStopping stopping) {
        JsonMembers json = JsonMembers.none();
        for (Hyperparameter<?> option : EarlyStopping.declarations()) {
            json = ALWAYS_SAID.contains(option.name())
                    ? json.with(option.name(), valueOf(option, stopping.values()))
                    : unlessDefault(json, option, stopping.values());
        }
        return json;
    }

    private static JsonMembers unlessDefault(JsonMembers json, Hyperparameter<?> option, Map<String, Object> values) {
        boolean isDefault = option.defaultValue().equals(values.get(option.name()));
        return isDefault ? json : json.with(option.name(), valueOf(option, values));
    }

    private static JsonNode valueOf(Hyperparameter<?> option, Map<String, Object> values) {
        return Json.value(Objects.requireNonNull(values.get(option.name())));
    }
}
