// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.NearestName;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonPath;
import dev.nn4j.core.experiment.ClassWeights;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.EarlyStoppingBuilder;
import dev.nn4j.core.experiment.Schedule;
import dev.nn4j.core.experiment.StepSchedule;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.experiment.TrainingOptionsBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads {@code training}. */
public final class TrainingReader {
    private static final List<String> KEYS = Stream.concat(
                    TrainingOptions.declarations().stream().map(Hyperparameter::name),
                    Stream.of("classWeights", "schedule", "decaySchedule", "dropoutSchedule", "earlyStopping"))
            .toList();
    private static final List<String> EARLY_STOPPING_KEYS =
            EarlyStopping.declarations().stream().map(Hyperparameter::name).toList();
    private static final JsonNode FULL = Json.text("full");
    private static final JsonNode AUTO = Json.text("auto");
    private static final JsonNode BALANCED = Json.text("balanced");

    private final Fields fields;

    public TrainingReader(String path, JsonNode value) {
        fields = new Fields(path, value, KEYS);
    }

    /** Puts what is said into the options; the rest keeps its defaults. */
    TrainingOptionsBuilder into(TrainingOptionsBuilder options) {
        for (Hyperparameter<?> option : TrainingOptions.declarations()) {
            fields.value(option.name())
                    .ifPresent(value -> options.set(
                            option.name(),
                            option.name().equals("batchSize") ? batchSize(value) : read(fields, option)));
        }
        fields.value("classWeights").ifPresent(value -> options.classWeights(classWeights(value)));
        fields.value("schedule")
                .ifPresent(value -> options.schedule(schedule("schedule", "schedule", Schedule.all(), value)));
        fields.value("decaySchedule").ifPresent(value -> options.decaySchedule(stepSchedule("decaySchedule", value)));
        fields.value("dropoutSchedule")
                .ifPresent(value -> options.dropoutSchedule(stepSchedule("dropoutSchedule", value)));
        fields.value("earlyStopping").ifPresent(value -> options.earlyStopping(earlyStopping(value)));
        return options;
    }

    public OptionalInt epochs() {
        return fields.count("epochs", 1);
    }

    /** An option that is there. */
    private static Object read(Fields fields, Hyperparameter<?> option) {
        String name = option.name();
        return switch (option.kind()) {
            case INTEGER ->
                TrainingOptions.isCount(option)
                        ? (Object)
                                fields.count(name, (int) option.range().low()).getAsInt()
                        : (Object) fields.whole(name).getAsLong();
            case NUMBER -> fields.number(name).getAsDouble();
            case FLAG -> fields.flag(name).orElseThrow();
            case CHOICE -> {
                String word = fields.text(name).orElseThrow();
                if (!option.choices().contains(word)) {
                    throw unknown(fields.pathOf(name), name, word, option.choices());
                }
                yield word;
            }
            case NUMBERS ->
                Components.plain(fields.pathOf(name), fields.value(name).orElseThrow());
        };
    }

    /** "full" stands for all rows, "auto" for what suits them; no number does. */
    private int batchSize(JsonNode value) {
        if (value.equals(FULL)) {
            return TrainingOptions.FULL_BATCH;
        }
        if (value.equals(AUTO)) {
            return TrainingOptions.AUTO_BATCH;
        }
        if (!(value instanceof NumericNode)) {
            throw Fields.refused("a whole number at least 1, \"full\" or \"auto\"", fields.pathOf("batchSize"), value);
        }
        return fields.count("batchSize", 1).getAsInt();
    }

    private ClassWeights classWeights(JsonNode value) {
        if (value.equals(BALANCED)) {
            return ClassWeights.balanced();
        }
        String path = fields.pathOf("classWeights");
        ObjectNode byLabel = Fields.as(ObjectNode.class, "\"balanced\" or an object of label and weight", path, value);
        Map<String, Double> weights = new LinkedHashMap<>();
        byLabel.properties()
                .forEach(entry -> weights.put(
                        entry.getKey(), Fields.number(JsonPath.member(path, entry.getKey()), entry.getValue())));
        return ClassWeights.given(weights);
    }

    private StepSchedule stepSchedule(String key, JsonNode value) {
        return StepSchedule.of(schedule(key, "schedule by step", StepSchedule.kinds(), value))
                .orElseThrow();
    }

    private Schedule schedule(String key, String what, List<? extends Schedule> kinds, JsonNode value) {
        String path = fields.pathOf(key);
        String type = Components.typeOf(path, value);
        String name = type.toLowerCase(Locale.ROOT).replace('_', '-');
        Schedule prototype = kinds.stream()
                .filter(schedule ->
                        schedule.name().equals(name) || schedule.aliases().contains(name))
                .findFirst()
                .orElseThrow(() -> unknown(
                        path, what, type, kinds.stream().map(Schedule::name).toList()));
        Map<String, Object> parameters =
                Components.parameters(prototype.name(), prototype.hyperparameters(), path, value, List.of());
        return Components.configured(
                path, () -> prototype.with(prototype.hyperparameters().with(prototype.name(), parameters)));
    }

    private EarlyStopping earlyStopping(JsonNode value) {
        Fields given = new Fields(fields.pathOf("earlyStopping"), value, EARLY_STOPPING_KEYS);
        EarlyStoppingBuilder rule = EarlyStopping.builder();
        for (Hyperparameter<?> option : EarlyStopping.declarations()) {
            if (given.has(option.name())) {
                rule.set(option.name(), read(given, option));
            }
        }
        return rule.build();
    }

    private static ConfigurationException unknown(String path, String what, String found, List<String> known) {
        return new ConfigurationException(
                path, "unknown " + what + " '" + found + "'" + NearestName.hint(found, known));
    }
}
