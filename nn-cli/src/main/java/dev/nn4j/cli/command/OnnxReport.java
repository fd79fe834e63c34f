// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.onnx.OnnxDescription;
import dev.nn4j.report.Report;
import dev.nn4j.report.internal.text.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is in an ONNX file.
 *
 * @param file its name
 * @param onnx its description
 * @param tensors whether each tensor is wanted
 */
public record OnnxReport(String file, OnnxDescription onnx, boolean tensors) implements Report {
    @Override
    public String text() {
        String metadata = lines(onnx.metadata()).render();
        return general().render()
                + "\n" + values("input", onnx.inputs()).render()
                + "\n" + values("output", onnx.outputs()).render()
                + (metadata.isEmpty() ? "" : "\n" + metadata)
                + (tensors ? "\n" + values("tensor", onnx.tensors()).render() : "");
    }

    @Override
    public String json() {
        JsonMembers json = JsonMembers.none()
                .with("file", file)
                .with("kind", "onnx")
                .with("irVersion", onnx.irVersion())
                .with("producer", onnx.producer())
                .with("producerVersion", onnx.producerVersion())
                .with("bytes", onnx.bytes())
                .with("operatorSets", counts(onnx.operatorSets()))
                .with("graph", onnx.graph())
                .with("inputs", json(onnx.inputs()))
                .with("outputs", json(onnx.outputs()))
                .with("operators", counts(onnx.operators()))
                .with("tensorCount", onnx.tensors().size());
        JsonMembers metadata = JsonMembers.none();
        for (Map.Entry<String, String> entry : onnx.metadata().entrySet()) {
            metadata = metadata.with(entry.getKey(), entry.getValue());
        }
        json = json.with("metadata", metadata);
        return (tensors ? json.with("tensors", json(onnx.tensors())) : json).pretty();
    }

    private TextTable general() {
        return TextTable.ofTexts()
                .line("file", file)
                .line("format", "ONNX, IR version " + onnx.irVersion())
                .line("operator sets", inWords(onnx.operatorSets()))
                .line("written by", (onnx.producer() + " " + onnx.producerVersion()).strip())
                .line("size", String.format(Locale.ROOT, "%,d bytes", onnx.bytes()))
                .line("graph", onnx.graph())
                .line("operators", inWords(onnx.operators()))
                .line("tensors", Integer.toString(onnx.tensors().size()));
    }

    private static String inWords(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static TextTable lines(Map<String, String> texts) {
        TextTable table = TextTable.ofTexts();
        texts.forEach(table::line);
        return table;
    }

    private static TextTable values(String what, List<OnnxDescription.Value> values) {
        TextTable table = TextTable.ofTexts().line(what, "type", "shape");
        values.forEach(
                value -> table.line(value.name(), value.type(), value.shape().toString()));
        return table;
    }

    private static JsonMembers counts(Map<String, Long> counts) {
        JsonMembers json = JsonMembers.none();
        for (Map.Entry<String, Long> entry : counts.entrySet()) {
            json = json.with(entry.getKey(), entry.getValue());
        }
        return json;
    }

    private static List<JsonMembers> json(List<OnnxDescription.Value> values) {
        return values.stream()
                .map(value -> JsonMembers.none()
                        .with("name", value.name())
                        .with("type", value.type())
                        .with("shape", Json.texts(value.shape())))
                .toList();
    }
}
