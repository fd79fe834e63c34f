// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.config;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.Optimizer;
import dev.nn4j.cli.json.JsonNumber;
import dev.nn4j.cli.json.JsonObject;
import dev.nn4j.cli.json.JsonPath;
import dev.nn4j.cli.json.JsonText;
import dev.nn4j.cli.json.JsonValue;
import dev.nn4j.core.Model;
import dev.nn4j.core.data.ColumnPlan;
import dev.nn4j.core.data.Scaling;
import dev.nn4j.core.registry.ComponentKind;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.training.Experiment;
import dev.nn4j.core.training.ExperimentBuilder;
import java.util.List;
import java.util.Optional;

/** Turns a configuration into the experiment it describes. Whatever it leaves out keeps the library's defaults. */
final class ExperimentReader {
    static final List<String> KEYS = List.of("data", "preprocessing", "network", "loss", "optimizer", "training");
    private static final List<String> DATA_KEYS = List.of("target", "ignore", "positive", "weight", "columns");
    private static final List<String> PREPROCESSING_KEYS = List.of("scaling", "targetScaling");
    private static final String LEARNING_RATE = "learningRate";

    private final Components components;
    private final Optional<InitialModel> initial;
    private final ExperimentBuilder builder;

    /**
     * A reader of one configuration.
     *
     * @param initial a model that training starts from; it stands in for what the configuration leaves out
     */
    ExperimentReader(ComponentRegistry registry, Optional<Model> initial) {
        this.components = new Components(registry);
        this.initial = initial.map(InitialModel::new);
        this.builder = Experiment.builder(registry);
    }

    /**
     * The experiment.
     *
     * @throws ConfigurationException with the path of the first fault
     */
    Experiment read(JsonValue configuration) {
        Fields fields = new Fields("", configuration, KEYS);
        initial.ifPresent(model -> model.into(builder));
        fields.value("data").ifPresent(this::data);
        fields.value("preprocessing").ifPresent(this::preprocessing);
        network(fields.value("network").orElse(JsonObject.empty()));
        fields.value("loss")
                .ifPresent(value -> builder.loss(components.read(ComponentKind.LOSS, fields.pathOf("loss"), value)));
        fields.value("optimizer").ifPresent(value -> optimizer(fields.pathOf("optimizer"), value));
        fields.value("training").ifPresent(value -> {
            TrainingReader training = new TrainingReader(fields.pathOf("training"), value);
            builder.training(training::into);
        });
        return builder.build();
    }

    private void data(JsonValue value) {
        Fields fields = new Fields("data", value, DATA_KEYS);
        fields.texts("target").ifPresent(columns -> {
            initial.ifPresent(model -> model.requireTargets(fields.pathOf("target"), columns));
            builder.target(columns.toArray(String[]::new));
        });
        fields.texts("ignore").ifPresent(columns -> builder.ignore(columns.toArray(String[]::new)));
        fields.value("positive").ifPresent(given -> {
            String label = label(fields.pathOf("positive"), given);
            initial.ifPresent(model -> model.requirePositive(fields.pathOf("positive"), label));
            builder.positive(label);
        });
        fields.text("weight").ifPresent(builder::weight);
        fields.value("columns").ifPresent(columns -> columns(fields.pathOf("columns"), columns));
    }

    private void columns(String path, JsonValue value) {
        JsonObject columns = Fields.as(JsonObject.class, "an object of columns", path, value);
        columns.members().forEach((name, described) -> {
            String where = JsonPath.member(path, name);
            ColumnPlan plan = ColumnReader.read(where, described);
            initial.ifPresent(model -> model.requireColumn(where, name, plan));
            if (initial.isEmpty()) {
                builder.column(name, plan);
            }
        });
    }

    /** Labels are texts, but who has the labels 0 and 1 may well write the number. */
    private static String label(String path, JsonValue value) {
        return value instanceof JsonNumber number
                ? number.text()
                : Fields.as(JsonText.class, "a label", path, value).value();
    }

    private void preprocessing(JsonValue value) {
        Fields fields = new Fields("preprocessing", value, PREPROCESSING_KEYS);
        scaling(fields, "scaling").ifPresent(scaling -> {
            initial.ifPresent(model -> model.requireScaling(fields.pathOf("scaling"), scaling));
            builder.scaling(scaling);
        });
        scaling(fields, "targetScaling").ifPresent(scaling -> {
            initial.ifPresent(model -> model.requireTargetScaling(fields.pathOf("targetScaling"), scaling));
            builder.targetScaling(scaling);
        });
    }

    private static Optional<Scaling> scaling(Fields fields, String key) {
        return fields.text(key)
                .map(word -> Words.of("scaling", Scaling.class, Scaling::word).find(fields.pathOf(key), word));
    }

    private void network(JsonValue value) {
        Fields fields = new Fields("network", value, List.of("layers"));
        Optional<List<JsonValue>> layers = fields.list("layers");
        if (layers.isPresent() ? layers.get().isEmpty() : initial.isEmpty()) {
            throw new ConfigurationException(
                    fields.pathOf("layers"),
                    "holds no layer; list the layers, as in [{\"outputDim\": 1, \"activation\": \"sigmoid\"}]");
        }
        layers.ifPresent(list ->
                new LayerReader(components).read(fields.pathOf("layers"), list).forEach(builder::layer));
    }

    private void optimizer(String path, JsonValue value) {
        Optimizer optimizer = components.read(ComponentKind.OPTIMIZER, path, value, List.of(LEARNING_RATE));
        double rate = optimizer.defaultRate();
        if (value instanceof JsonObject object) {
            rate = new Fields(path, object, object.members().keySet())
                    .number(LEARNING_RATE)
                    .orElse(rate);
        }
        builder.optimizer(optimizer, rate);
    }
}
