// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.writing;

import dev.nn4j.api.math.ShortestDecimal;
import dev.nn4j.core.Model;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.io.internal.model.SchemaBytes;
import dev.nn4j.onnx.internal.JsonStrings;
import dev.nn4j.onnx.internal.MetadataKeys;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an ONNX file's numbers mean. */
final class MetadataWriter {
    private MetadataWriter() {}

    static Map<String, String> of(Model model, String sha256) {
        Schema schema = model.schema();
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put(MetadataKeys.FEATURES, JsonStrings.write(schema.featureNames()));
        entries.put(MetadataKeys.INVENTED_NAMES, Boolean.toString(schema.inventedNames()));
        entries.put(MetadataKeys.TARGETS, JsonStrings.write(schema.targets()));
        entries.put(MetadataKeys.TASK, schema.task().word());
        if (schema.task().hasLabels()) {
            entries.put(MetadataKeys.CLASSES, JsonStrings.write(schema.labels()));
        }
        if (schema.task() == Task.BINARY) {
            entries.put(MetadataKeys.POSITIVE_CLASS, schema.labels().get(schema.positiveClass()));
        }
        if (!schema.decision().isUsual()) {
            entries.put(
                    MetadataKeys.THRESHOLDS,
                    JsonStrings.write(schema.decision().thresholds().stream()
                            .map(ShortestDecimal::text)
                            .toList()));
        }
        entries.put(MetadataKeys.INPUT_SCALING, model.inputScaler().scaling().word());
        if (model.inputScaler().scalesCategories()) {
            entries.put(MetadataKeys.SCALED_CATEGORIES, "true");
        }
        entries.put(MetadataKeys.TARGET_SCALING, model.targetScaler().scaling().word());
        entries.put(MetadataKeys.LOSS, model.loss().name());
        model.loss()
                .hyperparameters()
                .texts()
                .forEach((name, value) -> entries.put(MetadataKeys.LOSS + "." + name, value));
        if (!schema.features().stream().allMatch(PreprocessingNodes::isFloat)) {
            entries.put(MetadataKeys.SCHEMA, Base64.getEncoder().encodeToString(SchemaBytes.of(schema)));
        }
        entries.put(MetadataKeys.SHA256, sha256);
        return entries;
    }
}
