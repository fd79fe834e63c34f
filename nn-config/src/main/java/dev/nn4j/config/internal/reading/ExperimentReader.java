// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.Optimizer;
import dev.nn4j.config.internal.json.JsonPath;
import dev.nn4j.core.Model;
import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.registry.ComponentKind;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.ColumnPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Turns a configuration into the experiment it describes. Whatever it leaves out keeps the library's defaults. */
public final class ExperimentReader {
    private static final List<String> KEYS =
            List.of("data", "preprocessing", "network", "loss", "optimizer", "training", "ensemble", "decision");
    private static final List<String> DATA_KEYS = List.of(
            "target", "ignore", "positive", "weight", "group", "time", "columns", "missingTarget", "missingMarks");
    private static final List<String> PREPROCESSING_KEYS =
            List.of("scaling", "targetScaling", "scaleCategories", "binaryCategories", ColumnReader.EMBED_FROM);
    private static final String LEARNING_RATE = "learningRate";

    private final Components components;
    private final Optional<InitialModel> initial;
    private final ExperimentBuilder builder;
    /** How categories are encoded where their column does not say. */
    private Map<String, Object> ofCategories = Map.of();

    /**
     * A reader of one configuration.
     *
     * @param initial a model that training starts from; it stands in for what the configuration leaves out
     */
    public ExperimentReader(ComponentRegistry registry, Optional<Model> initial) {
        this.components = new Components(registry);
        this.initial = initial.map(InitialModel::new);
        this.builder = Experiment.builder(registry);
    }

    /**
     * The experiment.
     *
     * @throws ConfigurationException with the path of the first fault
     */
    public Experiment read(JsonNode configuration) {
        Fields fields = new Fields("", configuration, KEYS);
        initial.ifPresent(model -> model.into(builder));
        fields.value("preprocessing").ifPresent(value -> {
            ofCategories = ColumnReader.ofCategories(new Fields("preprocessing", value, PREPROCESSING_KEYS));
        });
        fields.value("data").ifPresent(this::data);
        fields.value("preprocessing").ifPresent(this::preprocessing);
        network(fields.value("network").orElse(JsonNodeFactory.instance.objectNode()));
        fields.value("loss")
                .ifPresent(value -> builder.loss(components.read(ComponentKind.LOSS, fields.pathOf("loss"), value)));
        fields.value("optimizer").ifPresent(value -> optimizer(fields.pathOf("optimizer"), value));
        fields.value("training").ifPresent(value -> {
            TrainingReader training = new TrainingReader(fields.pathOf("training"), value);
            builder.training(training::into);
        });
        fields.value("ensemble")
                .ifPresent(value -> builder.ensemble(new EnsembleReader(fields.pathOf("ensemble"), value).read()));
        fields.value("decision").ifPresent(value -> builder.decision(new DecisionReader(value).read()));
        return builder.build();
    }

    /** How many epochs a configuration says, if it says so. */
    public static OptionalInt epochs(JsonNode configuration) {
        Optional<JsonNode> training = new Fields("", configuration, KEYS).value("training");
        return training.isEmpty() ? OptionalInt.empty() : new TrainingReader("training", training.get()).epochs();
    }

    private void data(JsonNode value) {
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
        fields.text("group").ifPresent(builder::group);
        fields.text("time").ifPresent(builder::time);
        missing(fields);
        fields.value("columns").ifPresent(columns -> columns(fields.pathOf("columns"), columns));
    }

    private void missing(Fields fields) {
        fields.text("missingTarget").ifPresent(word -> {
            if (word.equals("skip")) {
                builder.skipMissingTargets();
            } else if (!word.equals("error")) {
                throw new ConfigurationException(
                        fields.pathOf("missingTarget"), "must be \"error\" or \"skip\", got \"" + word + "\"");
            }
        });
        fields.value("missingMarks").ifPresent(value -> marks(fields.pathOf("missingMarks"), value));
    }

    /** Marks are texts, but who has -999 may well write the number. */
    private void marks(String path, JsonNode value) {
        List<JsonNode> listed = value instanceof ArrayNode array ? Fields.elements(array) : List.of(value);
        List<String> texts = new ArrayList<>();
        for (JsonNode element : listed) {
            texts.add(
                    element instanceof NumericNode number
                            ? number.asText()
                            : Fields.as(TextNode.class, "a text or a list of texts", path, element)
                                    .textValue());
        }
        try {
            MissingMarks marks = MissingMarks.of(texts);
            initial.ifPresent(model -> model.requireMarks(path, marks));
            builder.missingMarks(marks);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(path, String.valueOf(e.getMessage()));
        }
    }

    private void columns(String path, JsonNode value) {
        ObjectNode columns = Fields.as(ObjectNode.class, "an object of columns", path, value);
        columns.properties().forEach(column -> {
            String name = column.getKey();
            String where = JsonPath.member(path, name);
            ColumnPlan plan = ColumnReader.read(where, column.getValue(), ofCategories);
            initial.ifPresent(model -> model.requireColumn(where, name, plan));
            if (initial.isEmpty()) {
                builder.column(name, plan);
            }
        });
    }

    /** Labels are texts, but who has the labels 0 and 1 may well write the number. */
    private static String label(String path, JsonNode value) {
        return value instanceof NumericNode number
                ? number.asText()
                : Fields.as(TextNode.class, "a label", path, value).textValue();
    }

    private void preprocessing(JsonNode value) {
        Fields fields = new Fields("preprocessing", value, PREPROCESSING_KEYS);
        scaling(fields, "scaling").ifPresent(scaling -> {
            initial.ifPresent(model -> model.requireScaling(fields.pathOf("scaling"), scaling));
            builder.scaling(scaling);
        });
        fields.flag("scaleCategories").ifPresent(too -> {
            initial.ifPresent(model -> model.requireScaleCategories(fields.pathOf("scaleCategories"), too));
            builder.scaleCategories(too);
        });
        scaling(fields, "targetScaling").ifPresent(scaling -> {
            initial.ifPresent(model -> model.requireTargetScaling(fields.pathOf("targetScaling"), scaling));
            builder.targetScaling(scaling);
        });
    }

    private static Optional<Scaling> scaling(Fields fields, String key) {
        return fields.text(key)
                .map(word ->
                        EnumWords.of("scaling", Scaling.class, Scaling::word).find(fields.pathOf(key), word));
    }

    private void network(JsonNode value) {
        Fields fields = new Fields("network", value, List.of("layers"));
        Optional<List<JsonNode>> layers = fields.list("layers");
        if (layers.isPresent() ? layers.get().isEmpty() : initial.isEmpty()) {
            throw new ConfigurationException(
                    fields.pathOf("layers"),
                    "holds no layer; list the layers, as in [{\"outputDim\": 1, \"activation\": \"sigmoid\"}]");
        }
        layers.ifPresent(list ->
                new LayerReader(components).read(fields.pathOf("layers"), list).forEach(builder::layer));
    }

    private void optimizer(String path, JsonNode value) {
        Optimizer optimizer = components.read(ComponentKind.OPTIMIZER, path, value, List.of(LEARNING_RATE));
        double rate = optimizer.defaultRate();
        if (value instanceof ObjectNode object) {
            rate = new Fields(path, object, Fields.keys(object))
                    .number(LEARNING_RATE)
                    .orElse(rate);
        }
        builder.optimizer(optimizer, rate);
    }
}
