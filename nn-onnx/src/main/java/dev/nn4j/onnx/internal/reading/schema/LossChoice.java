// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.schema;

import dev.nn4j.api.ComponentException;
import dev.nn4j.api.Loss;
import dev.nn4j.core.registry.ComponentKind;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.onnx.internal.MetadataKeys;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The loss that a model evaluates with: the metadata's, else the usual one of its task. */
public final class LossChoice {
    private final ComponentRegistry registry;
    private final GraphMetadata metadata;
    private final Notes notes;

    public LossChoice(ComponentRegistry registry, GraphMetadata metadata, Notes notes) {
        this.registry = registry;
        this.metadata = metadata;
        this.notes = notes;
    }

    /** Passes if its outputs are answers: others are not told from the graph that makes answers of them. */
    public void requireNumbers() {
        metadata.text(MetadataKeys.LOSS)
                .flatMap(this::find)
                .map(Loss::distribution)
                .ifPresent(found -> OnnxFaults.requireSupported(
                        found.outputs() == 1,
                        "it predicts " + String.join(", ", found.names())
                                + " of each target, which is not read back; use the model that it was made of"));
    }

    public Loss of(Schema schema) {
        Optional<String> name = metadata.text(MetadataKeys.LOSS);
        Optional<Loss> stored = name.flatMap(this::find)
                .filter(loss -> Task.of(loss.targets(), schema.targets().size()) == schema.task());
        Loss loss = stored.orElseGet(() -> registry.loss(usual(schema.task())));
        if (name.isPresent() && stored.isEmpty()) {
            notes.add("its metadata '" + MetadataKeys.LOSS + "' is not read: " + OnnxFaults.quoted(name.get())
                    + " is no loss for " + schema.task().word() + "; " + loss.name() + " is taken");
        }
        return loss;
    }

    private static String usual(Task task) {
        return switch (task) {
            case REGRESSION -> "mean-squared-error";
            case MULTICLASS -> "categorical-cross-entropy";
            case BINARY, MULTILABEL -> "binary-cross-entropy";
        };
    }

    private Optional<Loss> find(String name) {
        try {
            Map<String, Object> defaults = registry.loss(name).hyperparameters().values();
            Map<String, Object> values = new HashMap<>();
            metadata.under(MetadataKeys.LOSS + ".")
                    .forEach((parameter, text) -> values.put(parameter, typed(defaults.get(parameter), text)));
            return Optional.of(registry.find(ComponentKind.LOSS, name, values));
        } catch (ComponentException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static Object typed(@Nullable Object example, String text) {
        if (example instanceof Double) {
            return Double.valueOf(text);
        }
        if (example instanceof Long) {
            return Long.valueOf(text);
        }
        if (example instanceof List) {
            return Arrays.stream(text.substring(1, text.length() - 1).split(", "))
                    .map(Double::valueOf)
                    .toList();
        }
        return example instanceof Boolean ? (Object) Boolean.valueOf(text) : text;
    }
}
