// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.schema;

import dev.nn4j.api.Activation;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.io.internal.model.format.Names;
import dev.nn4j.onnx.internal.MetadataKeys;
import dev.nn4j.onnx.internal.proto.ValueInfoProto;
import dev.nn4j.onnx.internal.reading.chain.ChainWalk;
import dev.nn4j.onnx.internal.reading.chain.InputJoin;
import dev.nn4j.onnx.internal.reading.chain.LinearReader;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Says what a network's inputs and outputs stand for: as the metadata has it, else as its last activation suggests. */
public final class SchemaReader {
    private static final String TARGET = "y";

    private final GraphMetadata metadata;
    private final ChainWalk.Chain chain;
    private final LayerSpec first;
    private final int inputs;
    private final int outputs;

    /**
     * For a chain.
     *
     * @param first the layer that takes so many inputs
     */
    public SchemaReader(GraphMetadata metadata, ChainWalk.Chain chain, LayerSpec first, int inputs, int outputs) {
        this.metadata = metadata;
        this.chain = chain;
        this.first = first;
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /** The task, if the last activation is known and nothing follows it. */
    public Task task(Optional<Activation> last) {
        return metadata.task()
                .filter(this::isPossible)
                .orElseGet(() -> last.map(Activation::name).map(this::suggested).orElse(Task.REGRESSION));
    }

    private boolean isPossible(Task task) {
        return task != Task.BINARY || outputs == 1;
    }

    private Task suggested(String activation) {
        return switch (activation) {
            case "softmax" -> outputs == 1 ? Task.REGRESSION : Task.MULTICLASS;
            case "sigmoid" -> outputs == 1 ? Task.BINARY : Task.MULTILABEL;
            default -> Task.REGRESSION;
        };
    }

    public Schema schema(Task task) {
        Optional<List<String>> features =
                metadata.names(MetadataKeys.FEATURES, inputs).or(this::ofInputs);
        List<String> targets = metadata.names(MetadataKeys.TARGETS, task.hasLabels() ? 1 : outputs)
                .orElseGet(() -> task.hasLabels() ? List.of(TARGET) : numbered(TARGET, outputs));
        List<String> labels = task.hasLabels() ? labels(task) : List.of();
        return Schema.builder(task)
                .features(features(features.orElseGet(() -> numbered("x", inputs))))
                .inventedNames(features.isEmpty() || metadata.inventedNames())
                .targets(targets)
                .labels(labels)
                .positiveClass(task == Task.BINARY ? positive(labels) : 0)
                .decision(metadata.decision(task, outputs))
                .build();
    }

    /** What is an index stands for a category, of which no more than that is known. */
    private List<Feature> features(List<String> names) {
        List<Feature> features = new ArrayList<>(Feature.numbers(names));
        List<Integer> indices =
                first.values().isEmpty() ? List.of() : first.columns().orElse(List.of());
        for (int i = 0; i < indices.size(); i++) {
            int count = first.values().get(i);
            OnnxFaults.requireSupported(
                    count <= CategoryKind.MOST_CATEGORIES,
                    "a table has " + count + " rows; a feature has at most " + CategoryKind.MOST_CATEGORIES
                            + " categories");
            int column = indices.get(i);
            features.set(
                    column,
                    new Feature(
                            names.get(column),
                            CategoryKind.indexed(
                                    IntStream.range(0, count)
                                            .mapToObj(String::valueOf)
                                            .toList(),
                                    Unseen.ERROR),
                            Missing.error()));
        }
        return features;
    }

    /** Of several inputs, each names its column, or its columns with numbers behind. */
    private Optional<List<String>> ofInputs() {
        if (chain.inputs().size() == 1) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        for (ValueInfoProto input : chain.inputs()) {
            int columns = InputJoin.columns("the graph", input);
            for (int i = 0; i < columns; i++) {
                names.add(columns == 1 ? input.getName() : input.getName() + "_" + i);
            }
        }
        Names.fromData("inputs", names);
        return names.stream().distinct().count() == names.size() ? Optional.of(names) : Optional.empty();
    }

    private Optional<List<String>> ofClassifier(int count) {
        Optional<List<String>> labels = chain.classifier()
                .map(LinearReader::labels)
                .filter(found ->
                        found.size() == count && found.stream().distinct().count() == count);
        labels.ifPresent(found -> Names.fromData("class labels", found));
        return labels;
    }

    private List<String> labels(Task task) {
        int count = task == Task.BINARY ? 2 : outputs;
        return metadata.names(MetadataKeys.CLASSES, count)
                .or(() -> ofClassifier(count))
                .orElseGet(() -> task == Task.BINARY ? List.of("0", "1") : numbered(TARGET, count));
    }

    private int positive(List<String> labels) {
        return metadata.text(MetadataKeys.POSITIVE_CLASS)
                .map(labels::indexOf)
                .filter(index -> index >= 0)
                .orElse(1);
    }

    private static List<String> numbered(String letter, int count) {
        return IntStream.range(0, count).mapToObj(i -> letter + i).toList();
    }
}
