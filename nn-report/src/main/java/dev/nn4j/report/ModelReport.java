// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.api.TargetDistribution;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.config.internal.json.ShortestNumber;
import dev.nn4j.config.internal.text.TargetText;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.io.ComponentDescription;
import dev.nn4j.io.LayerDescription;
import dev.nn4j.io.ModelDescription;
import dev.nn4j.io.TensorDescription;
import dev.nn4j.report.internal.text.ConformalText;
import dev.nn4j.report.internal.text.FeatureText;
import dev.nn4j.report.internal.text.PlainValue;
import dev.nn4j.report.internal.text.ProvenanceText;
import dev.nn4j.report.internal.text.Rounded;
import dev.nn4j.report.internal.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is in a model file.
 *
 * @param file its name
 * @param model its description
 * @param weights whether each tensor's statistics are wanted
 * @since 0.1.0
 */
public record ModelReport(String file, ModelDescription model, boolean weights) implements Report {
    private static final int MOST_LISTED = 12;

    @Override
    public String text() {
        String text =
                general().render() + "\n" + layers().render() + "\n" + meaning().render();
        String provenance = provenance().render();
        return text
                + model.training()
                        .map(training ->
                                "\n" + new TrainingStateReport(training).table().render())
                        .orElse("")
                + (provenance.isEmpty() ? "" : "\n" + provenance)
                + (weights ? "\n" + tensors().render() : "");
    }

    @Override
    public String json() {
        return members().pretty();
    }

    JsonMembers members() {
        JsonMembers json = JsonMembers.none()
                .with("file", file)
                .with("kind", kind())
                .with("formatVersion", model.formatVersion())
                .with("producer", model.producer())
                .with("producerVersion", model.producerVersion())
                .with("bytes", model.bytes())
                .with("sha256", model.sha256())
                .with("parameterCount", model.parameterCount())
                .with("task", model.schema().task().word())
                .with("features", Json.texts(model.schema().featureNames()))
                .with(
                        "columns",
                        model.schema().features().stream()
                                .map(FeatureText::json)
                                .toList())
                .with("targets", Json.texts(model.schema().targets()))
                .with("labels", Json.texts(model.schema().labels()))
                .with("positive", positive().<JsonNode>map(Json::text).orElseGet(Json::none))
                .with("scaling", model.inputScaling().word())
                .with("targetScaling", model.targetScaling().word())
                .with("layers", model.layers().stream().map(ModelReport::json).toList())
                .with("loss", json(model.loss()))
                .with("goldenRows", model.goldenRows())
                .with("provenance", json(model.provenance()));
        if (!model.schema().decision().isUsual()) {
            json = json.with("thresholds", thresholds());
        }
        if (model.schema().distribution().outputs() > 1) {
            json = json.with("details", Json.texts(model.schema().distribution().names()));
        }
        if (model.conformal().isPresent()) {
            json = json.with("conformal", new ConformalText(model.conformal().get(), model.schema()).json());
        }
        if (model.scalesCategories()) {
            json = json.with("scaleCategories", true);
        }
        if (model.members().size() > 1) {
            json = json.with(
                    "members",
                    model.members().stream()
                            .map(layers -> JsonMembers.none()
                                    .with(
                                            "layers",
                                            layers.stream()
                                                    .map(ModelReport::json)
                                                    .toList()))
                            .toList());
        }
        if (!model.schema().targetOffsets().isEmpty()) {
            json = json.with(
                    "targetOffsets",
                    Json.list(model.schema().targetOffsets().stream()
                            .map(Json::number)
                            .toList()));
        }
        if (model.training().isPresent()) {
            json = json.with(
                    "trainingState", new TrainingStateReport(model.training().get()).json());
        }
        return weights
                ? json.with(
                        "tensors",
                        model.tensors().stream().map(ModelReport::json).toList())
                : json;
    }

    private TextTable general() {
        TextTable table = TextTable.ofTexts()
                .line("file", file)
                .line("format", "nn " + kind() + ", version " + model.formatVersion())
                .line("written by", (model.producer() + " " + model.producerVersion()).strip())
                .line("size", String.format(Locale.ROOT, "%,d bytes", model.bytes()))
                .line("sha256", model.sha256());
        int members = model.members().size();
        if (members > 1) {
            table.line(
                    "ensemble",
                    members + " networks" + (areAlike() ? " of one architecture" : "")
                            + ", whose outputs' mean is the answer");
        }
        return table.line("parameters", String.format(Locale.ROOT, "%,d", model.parameterCount()))
                .line("golden rows", Integer.toString(model.goldenRows()));
    }

    private TextTable layers() {
        TextTable table = TextTable.ofTexts()
                .line("layer", "kind", "inputs", "outputs", "activation", "initializer", "parameters", "origin");
        int shown = areAlike() ? 1 : model.members().size();
        for (int member = 0; member < shown; member++) {
            String prefix = member == 0 ? "" : "member/" + member + "/";
            model.members().get(member).forEach(layer -> line(table, prefix, layer));
        }
        return table;
    }

    private boolean areAlike() {
        return model.members().stream().allMatch(model.layers()::equals);
    }

    private static void line(TextTable table, String prefix, LayerDescription layer) {
        table.line(
                prefix + layer.name(),
                layer.kind()
                        + PlainValue.text(layer.parameters())
                        + (layer.kind().equals("dense") && !layer.bias() ? " without bias" : ""),
                Integer.toString(layer.inputs()),
                Integer.toString(layer.outputs()),
                layer.activation().map(ModelReport::text).orElse(""),
                layer.initializer().map(ModelReport::text).orElse("")
                        + layer.biasInitializer()
                                .map(own -> ", bias " + text(own))
                                .orElse(""),
                Long.toString(layer.parameterCount()),
                layer.activation().map(ModelReport::origin).orElse(""));
    }

    private TextTable meaning() {
        Schema schema = model.schema();
        TextTable table = TextTable.ofTexts()
                .line("task", schema.task().word())
                .line("loss", text(model.loss()) + ", " + origin(model.loss()))
                .line("features", listed(schema.featureNames()))
                .line("inputs", Integer.toString(schema.inputWidth()))
                .line("scaling", model.inputScaling().word() + (model.scalesCategories() ? ", of categories too" : ""))
                .line("target", listed(schema.targets()));
        if (schema.task().hasLabels()) {
            table.line("labels", listed(schema.labels()));
        }
        positive().ifPresent(label -> table.line("positive", TargetText.named(label)));
        if (!schema.decision().isUsual()) {
            table.line("decision", decision(schema));
        }
        if (schema.distribution().outputs() > 1) {
            table.line("says of each", details(schema.distribution()));
        }
        model.conformal().ifPresent(scores -> table.line("conformal", new ConformalText(scores, schema).line()));
        if (schema.task() == Task.REGRESSION) {
            table.line("target scaling", model.targetScaling().word());
        }
        if (!schema.targetOffsets().isEmpty()) {
            table.line(
                    "target offsets",
                    schema.targetOffsets().stream().map(ShortestNumber::of).collect(Collectors.joining(", ")));
        }
        schema.features().stream()
                .filter(feature -> !feature.isPlain())
                .forEach(feature -> table.line("column " + TargetText.named(feature.name()), FeatureText.of(feature)));
        return table;
    }

    /** As in {@code q0.05, q0.5, q0.95; the answer is q0.5}. */
    private static String details(TargetDistribution distribution) {
        return String.join(", ", distribution.names()) + "; the answer is "
                + distribution.names().get(distribution.answer());
    }

    /** As in {@code above 0.3125}, or {@code spam above 0.25, urgent above 0.5}. */
    private static String decision(Schema schema) {
        List<String> each = new ArrayList<>();
        for (int output = 0; output < schema.outputs(); output++) {
            String name = schema.task() == Task.MULTILABEL
                    ? TargetText.named(schema.targets().get(output)) + " "
                    : "";
            each.add(name + "above " + ShortestNumber.of(schema.decision().threshold(output)));
        }
        return String.join(", ", each);
    }

    private JsonNode thresholds() {
        return Json.list(model.schema().decision().thresholds().stream()
                .map(threshold -> Json.number(Double.parseDouble(ShortestNumber.of(threshold))))
                .toList());
    }

    private TextTable provenance() {
        Provenance provenance = model.provenance();
        TextTable table = TextTable.ofTexts();
        line(table, "created", provenance.createdUtc());
        line(table, "Java", provenance.javaVersion());
        line(table, "system", provenance.operatingSystem());
        provenance.extra().forEach((name, value) -> line(table, name, ProvenanceText.shown(name, value)));
        line(table, "configuration", provenance.configuration());
        return table;
    }

    private TextTable tensors() {
        TextTable table =
                TextTable.ofFigures().line("tensor", "shape", "minimum", "maximum", "mean", "deviation", "zeros");
        for (TensorDescription tensor : model.tensors()) {
            TensorStatistics statistics = TensorStatistics.of(tensor);
            table.line(
                    tensor.name(),
                    tensor.dims().toString(),
                    Rounded.figure(statistics.minimum()),
                    Rounded.figure(statistics.maximum()),
                    Rounded.figure(statistics.mean()),
                    Rounded.figure(statistics.deviation()),
                    Long.toString(statistics.zeros()));
        }
        return table;
    }

    private String kind() {
        return model.training().isPresent() ? "checkpoint" : "model";
    }

    private Optional<String> positive() {
        Schema schema = model.schema();
        return schema.task() == Task.BINARY
                ? Optional.of(schema.labels().get(schema.positiveClass()))
                : Optional.empty();
    }

    private static void line(TextTable table, String name, String value) {
        if (!value.isEmpty()) {
            table.line(name, value);
        }
    }

    private static String listed(List<String> names) {
        String some = names.stream().limit(MOST_LISTED).map(TargetText::named).collect(Collectors.joining(", "));
        return names.size() + ": " + some + (names.size() > MOST_LISTED ? ", …" : "");
    }

    static String text(ComponentDescription component) {
        return component.name() + PlainValue.text(component.parameters());
    }

    static String origin(ComponentDescription component) {
        String url = component.providerUrl().isEmpty() ? "" : " (" + component.providerUrl() + ")";
        return (component.provider() + " " + component.providerVersion()).strip() + url;
    }

    static JsonMembers json(ComponentDescription component) {
        return JsonMembers.none()
                .with("name", component.name())
                .with("parameters", PlainValue.json(component.parameters()))
                .with("provider", component.provider())
                .with("providerVersion", component.providerVersion())
                .with("providerUrl", component.providerUrl());
    }

    private static JsonMembers json(LayerDescription layer) {
        JsonMembers json = JsonMembers.none()
                .with("name", layer.name())
                .with("type", layer.kind())
                .with("inputDim", layer.inputs())
                .with("outputDim", layer.outputs())
                .with("bias", layer.bias())
                .with("parameterCount", layer.parameterCount())
                .with("parameters", PlainValue.json(layer.parameters()));
        json = json.with("activation", optional(layer.activation())).with("initializer", optional(layer.initializer()));
        return layer.biasInitializer().isPresent()
                ? json.with("biasInitializer", optional(layer.biasInitializer()))
                : json;
    }

    private static JsonNode optional(Optional<ComponentDescription> component) {
        return component.map(ModelReport::json).map(JsonMembers::node).orElseGet(Json::none);
    }

    private static JsonMembers json(Provenance provenance) {
        JsonMembers extra = JsonMembers.none();
        for (var one : provenance.extra().entrySet()) {
            extra = extra.with(one.getKey(), one.getValue());
        }
        return JsonMembers.none()
                .with("createdUtc", provenance.createdUtc())
                .with("javaVersion", provenance.javaVersion())
                .with("operatingSystem", provenance.operatingSystem())
                .with("configuration", provenance.configuration())
                .with("extra", extra);
    }

    private static JsonMembers json(TensorDescription tensor) {
        TensorStatistics statistics = TensorStatistics.of(tensor);
        return JsonMembers.none()
                .with("name", tensor.name())
                .with("dtype", tensor.dtype())
                .with(
                        "shape",
                        Json.list(tensor.dims().stream().map(Json::number).toList()))
                .with("minimum", statistics.minimum())
                .with("maximum", statistics.maximum())
                .with("mean", statistics.mean())
                .with("deviation", statistics.deviation())
                .with("zeros", statistics.zeros());
    }
}
