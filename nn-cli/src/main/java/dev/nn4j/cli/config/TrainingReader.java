// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.config;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.NearestName;
import dev.nn4j.cli.json.JsonNumber;
import dev.nn4j.cli.json.JsonObject;
import dev.nn4j.cli.json.JsonPath;
import dev.nn4j.cli.json.JsonText;
import dev.nn4j.cli.json.JsonValue;
import dev.nn4j.core.training.ClassWeights;
import dev.nn4j.core.training.EarlyStopping;
import dev.nn4j.core.training.Monitor;
import dev.nn4j.core.training.Schedule;
import dev.nn4j.core.training.TrainingOptions;
import dev.nn4j.core.training.TrainingOptionsBuilder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Reads {@code training}. */
final class TrainingReader {
    private static final List<String> KEYS = List.of(
            "epochs",
            "batchSize",
            "shuffle",
            "seed",
            "validationFraction",
            "l1",
            "l2",
            "clipNorm",
            "clipValue",
            "classWeights",
            "schedule",
            "earlyStopping");
    private static final List<String> EARLY_STOPPING_KEYS = List.of("monitor", "patience", "minDelta", "restoreBest");
    private static final JsonText FULL = new JsonText("full");
    private static final JsonText BALANCED = new JsonText("balanced");

    private final Fields fields;

    TrainingReader(String path, JsonValue value) {
        fields = new Fields(path, value, KEYS);
    }

    /** Puts what is said into the options; the rest keeps its defaults. */
    TrainingOptionsBuilder into(TrainingOptionsBuilder options) {
        epochs().ifPresent(options::epochs);
        fields.value("batchSize").ifPresent(value -> options.batchSize(batchSize(value)));
        fields.flag("shuffle").ifPresent(options::shuffle);
        fields.whole("seed").ifPresent(options::seed);
        fields.number("validationFraction").ifPresent(options::validationFraction);
        fields.number("l1").ifPresent(options::l1);
        fields.number("l2").ifPresent(options::l2);
        fields.number("clipNorm").ifPresent(options::clipNorm);
        fields.number("clipValue").ifPresent(options::clipValue);
        fields.value("classWeights").ifPresent(value -> options.classWeights(classWeights(value)));
        fields.value("schedule").ifPresent(value -> options.schedule(schedule(value)));
        fields.value("earlyStopping").ifPresent(value -> options.earlyStopping(earlyStopping(value)));
        return options;
    }

    OptionalInt epochs() {
        return fields.count("epochs", 1);
    }

    private int batchSize(JsonValue value) {
        if (value.equals(FULL)) {
            return TrainingOptions.FULL_BATCH;
        }
        if (!(value instanceof JsonNumber)) {
            throw Fields.refused("a whole number at least 1 or \"full\"", fields.pathOf("batchSize"), value);
        }
        return fields.count("batchSize", 1).getAsInt();
    }

    private ClassWeights classWeights(JsonValue value) {
        if (value.equals(BALANCED)) {
            return ClassWeights.balanced();
        }
        String path = fields.pathOf("classWeights");
        JsonObject byLabel = Fields.as(JsonObject.class, "\"balanced\" or an object of label and weight", path, value);
        Map<String, Double> weights = new LinkedHashMap<>();
        byLabel.members()
                .forEach((label, weight) -> weights.put(
                        label,
                        Fields.as(JsonNumber.class, "a number", JsonPath.member(path, label), weight)
                                .toDouble()));
        return ClassWeights.given(weights);
    }

    private Schedule schedule(JsonValue value) {
        String path = fields.pathOf("schedule");
        String type = Components.typeOf(path, value);
        String name = type.toLowerCase(Locale.ROOT).replace('_', '-');
        Schedule prototype = Schedule.all().stream()
                .filter(schedule ->
                        schedule.name().equals(name) || schedule.aliases().contains(name))
                .findFirst()
                .orElseThrow(() -> unknown(
                        path,
                        "schedule",
                        type,
                        Schedule.all().stream().map(Schedule::name).toList()));
        Map<String, Object> parameters = Components.parameters(prototype, path, value, List.of());
        return Components.configured(
                path, () -> prototype.with(prototype.hyperparameters().with(prototype.name(), parameters)));
    }

    private EarlyStopping earlyStopping(JsonValue value) {
        Fields given = new Fields(fields.pathOf("earlyStopping"), value, EARLY_STOPPING_KEYS);
        EarlyStopping defaults = EarlyStopping.defaults();
        return new EarlyStopping(
                given.text("monitor")
                        .map(word -> monitor(given.pathOf("monitor"), word))
                        .orElse(defaults.monitor()),
                given.count("patience", 1).orElse(defaults.patience()),
                given.number("minDelta").orElse(defaults.minDelta()),
                given.flag("restoreBest").orElse(defaults.restoreBest()));
    }

    private static Monitor monitor(String path, String word) {
        return Arrays.stream(Monitor.values())
                .filter(monitor -> monitor.word().equals(word))
                .findFirst()
                .orElseThrow(() -> unknown(
                        path,
                        "monitor",
                        word,
                        Arrays.stream(Monitor.values()).map(Monitor::word).toList()));
    }

    private static ConfigurationException unknown(String path, String what, String found, List<String> known) {
        return new ConfigurationException(
                path, "unknown " + what + " '" + found + "'" + NearestName.hint(found, known));
    }
}
