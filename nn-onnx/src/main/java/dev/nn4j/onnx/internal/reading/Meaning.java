// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading;

import dev.nn4j.api.Activation;
import dev.nn4j.core.data.Feature;
import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Task;
import dev.nn4j.onnx.internal.MetadataKeys;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Says what a network's inputs and outputs stand for: as the metadata has it, else as its last activation suggests. */
final class Meaning {
    private static final String TARGET = "y";

    private final Metadata metadata;
    private final int inputs;
    private final int outputs;

    Meaning(Metadata metadata, int inputs, int outputs) {
        this.metadata = metadata;
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /** The task, if the last activation is known and nothing follows it. */
    Task task(Optional<Activation> last) {
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

    Schema schema(Task task) {
        Optional<List<String>> features = metadata.names(MetadataKeys.FEATURES, inputs);
        List<String> targets = metadata.names(MetadataKeys.TARGETS, task.hasLabels() ? 1 : outputs)
                .orElseGet(() -> task.hasLabels() ? List.of(TARGET) : numbered(TARGET, outputs));
        List<String> labels = task.hasLabels() ? labels(task) : List.of();
        return new Schema(
                Feature.numbers(features.orElseGet(() -> numbered("x", inputs))),
                features.isEmpty() || metadata.inventedNames(),
                targets,
                task,
                labels,
                task == Task.BINARY ? positive(labels) : 0);
    }

    private List<String> labels(Task task) {
        int count = task == Task.BINARY ? 2 : outputs;
        return metadata.names(MetadataKeys.CLASSES, count)
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
