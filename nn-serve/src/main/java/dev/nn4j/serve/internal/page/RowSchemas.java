// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonText;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.serve.internal.model.ServedModel;

/** Rows and answers of a model as JSON Schema, in OpenAPI's dialect. */
final class RowSchemas {
    private static final JsonNodeFactory NEW = JsonNodeFactory.instance;

    private RowSchemas() {}

    static ObjectNode row(ServedModel model) {
        ObjectNode row = object("a row: a value for each feature; others are left alone");
        ObjectNode properties = row.putObject("properties");
        ObjectNode example = NEW.objectNode();
        for (JsonNode form : ModelForm.features(model)) {
            String name = form.get("name").textValue();
            properties.set(name, feature(form));
            example.set(name, form.get("example"));
        }
        row.set("required", Json.texts(model.schema().featureNames()));
        row.set("example", example);
        return row;
    }

    private static ObjectNode feature(JsonNode form) {
        ObjectNode property = NEW.objectNode();
        switch (form.get("kind").textValue()) {
            case "number" -> property.put("type", "number");
            case "boolean" -> property.put("type", "boolean");
            default -> property.put("type", "string");
        }
        if (form.has("least")) {
            property.put(
                    "description",
                    "training saw " + JsonText.compact(form.get("least")) + " to "
                            + JsonText.compact(form.get("largest")));
        }
        if (form.has("wanted")) {
            property.put("description", form.get("wanted").textValue());
        }
        if (form.has("categories")) {
            boolean others = form.get("takesOthers").booleanValue();
            if (others) {
                property.put("description", "training knew " + JsonText.compact(form.get("categories")));
            } else {
                property.set("enum", form.get("categories"));
            }
        }
        if (form.get("mayBeMissing").booleanValue()) {
            property.put("nullable", true);
        }
        return property;
    }

    /** The forms in which rows may come. */
    static void bodies(String row, ArrayNode into) {
        into.addObject().put("type", "array").putObject("items").put("$ref", row);
        ObjectNode lists = into.addObject().put("type", "array").put("description", "values in the features' order");
        lists.putObject("items").put("type", "array").putObject("items");
        into.addObject().put("$ref", row);
        ObjectNode split = object("as pandas writes it by orient='split'").put("type", "object");
        ObjectNode frame = split.putObject("properties").putObject("dataframe_split");
        frame.put("type", "object");
        ObjectNode parts = frame.putObject("properties");
        parts.putObject("columns").put("type", "array").putObject("items").put("type", "string");
        parts.putObject("data")
                .put("type", "array")
                .putObject("items")
                .put("type", "array")
                .putObject("items");
        into.add(split);
        ObjectNode records = object("as pandas writes it by orient='records'");
        records.putObject("properties")
                .putObject("dataframe_records")
                .put("type", "array")
                .putObject("items")
                .put("$ref", row);
        into.add(records);
    }

    static ObjectNode answer(ServedModel model) {
        Schema schema = model.schema();
        ObjectNode answer = object("the answers");
        ObjectNode properties = answer.putObject("properties");
        properties.putObject("model").put("type", "string");
        properties.putObject("version").put("type", "string");
        ObjectNode one = object("the answer to a row");
        ObjectNode parts = one.putObject("properties");
        if (schema.task().hasLabels()) {
            parts.putObject("prediction").put("type", "string").set("enum", Json.texts(schema.labels()));
            parts.putObject("probability").put("type", "number");
        } else {
            boolean single = schema.task() == Task.REGRESSION && schema.outputs() == 1;
            parts.putObject("prediction").put("type", single ? "number" : "object");
        }
        properties.putObject("predictions").put("type", "array").set("items", one);
        return answer;
    }

    static ObjectNode error() {
        ObjectNode error = object("why there is no answer");
        ObjectNode properties = error.putObject("properties");
        properties.putObject("error").put("type", "string");
        properties.putObject("row").put("type", "integer");
        properties.putObject("field").put("type", "string");
        properties.putObject("remedy").put("type", "string");
        properties.putObject("requestId").put("type", "string");
        return error;
    }

    private static ObjectNode object(String description) {
        return NEW.objectNode().put("type", "object").put("description", description);
    }
}
