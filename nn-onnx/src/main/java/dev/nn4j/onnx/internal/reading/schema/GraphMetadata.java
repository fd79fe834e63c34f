// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.schema;

import dev.nn4j.core.decision.Decision;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.io.internal.model.SchemaBytes;
import dev.nn4j.io.internal.model.format.Names;
import dev.nn4j.onnx.internal.JsonStrings;
import dev.nn4j.onnx.internal.MetadataKeys;
import dev.nn4j.onnx.internal.proto.ModelProto;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The file's own words on what its numbers mean. Other programs may use the same keys for something else. */
public final class GraphMetadata {
    private final Map<String, String> entries = new LinkedHashMap<>();
    private final Notes notes;

    public GraphMetadata(ModelProto model, Notes notes) {
        this.notes = notes;
        model.getMetadataPropsList().forEach(entry -> entries.putIfAbsent(entry.getKey(), entry.getValue()));
    }

    /** What nn4j itself wrote of features that are more than numbers. */
    public Optional<Schema> schema() {
        Optional<String> text = text(MetadataKeys.SCHEMA);
        try {
            return text.map(Base64.getDecoder()::decode).map(SchemaBytes::read);
        } catch (IllegalArgumentException noBase64) {
            notes.add("its metadata '" + MetadataKeys.SCHEMA + "' is not read: it is no schema of nn4j's");
            return Optional.empty();
        }
    }

    Optional<Task> task() {
        return word(MetadataKeys.TASK, Task.values(), Task::word);
    }

    public Optional<Scaling> scaling(String key) {
        return word(key, Scaling.values(), Scaling::word);
    }

    /** A scaler, fitted to zeros and ones as well where the file says so. */
    public Scaler withCategories(Scaler scaler) {
        return text(MetadataKeys.SCALED_CATEGORIES).map(Boolean::parseBoolean).orElse(false)
                ? scaler.withCategories()
                : scaler;
    }

    boolean inventedNames() {
        return text(MetadataKeys.INVENTED_NAMES).map(Boolean::parseBoolean).orElse(false);
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Entries whose key begins so, without that beginning. */
    Map<String, String> under(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        entries.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), value);
            }
        });
        return found;
    }

    /** A list of names that differ; empty, with a note, if there are not as many as the network has columns. */
    Optional<List<String>> names(String key, int expected) {
        Optional<String> text = text(key);
        Optional<List<String>> names = text.flatMap(JsonStrings::read)
                .filter(list ->
                        list.size() == expected && list.stream().distinct().count() == expected);
        if (text.isPresent() && names.isEmpty()) {
            notes.add("its metadata '" + key + "' is not read: it must be a JSON array of " + expected
                    + " different strings");
        }
        names.ifPresent(list -> Names.fromData("metadata '" + key + "'", list));
        return names;
    }

    /** What decides; one half, with a note, where the thresholds that it tells of do not fit the network. */
    Decision decision(Task task, int outputs) {
        Optional<String> text = text(MetadataKeys.THRESHOLDS);
        Optional<Decision> decision = text.flatMap(JsonStrings::read)
                .filter(each -> each.size() == outputs && (task == Task.BINARY || task == Task.MULTILABEL))
                .flatMap(GraphMetadata::decision);
        if (text.isPresent() && decision.isEmpty()) {
            notes.add("its metadata '" + MetadataKeys.THRESHOLDS + "' is not read: it must be a JSON array of strings,"
                    + " for each output of a binary or multi-label network a number in [0, 1); 0.5 decides");
        }
        return decision.orElse(Decision.MORE_LIKELY);
    }

    private static Optional<Decision> decision(List<String> thresholds) {
        try {
            return Optional.of(
                    new Decision(thresholds.stream().map(Float::valueOf).toList()));
        } catch (IllegalArgumentException noThreshold) { // no number, or out of range
            return Optional.empty();
        }
    }

    private <T> Optional<T> word(String key, T[] values, Function<T, String> word) {
        Optional<String> text = text(key);
        Optional<T> value = text.flatMap(found -> Arrays.stream(values)
                .filter(candidate -> word.apply(candidate).equals(found))
                .findFirst());
        if (text.isPresent() && value.isEmpty()) {
            notes.add("its metadata '" + key + "' is not read: " + OnnxFaults.quoted(text.get()) + " is none of "
                    + Arrays.stream(values).map(word).toList());
        }
        return value;
    }
}
