// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nn4j.serve.internal.model.ModelCatalog;
import dev.nn4j.serve.internal.model.ModelSlot;
import java.util.Map;

/** What the server answers, as OpenAPI 3.0 describes it: paths, and of each model its rows and answers. */
public final class OpenApi {
    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";
    private static final Map<Integer, String> FAULTS = Map.of(
            400, "no request",
            401, "the bearer token is missing",
            404, "no such model",
            413, "too many bytes or rows",
            422, "a row cannot be answered; says row, field and remedy",
            429, "too many requests at once",
            503, "the time is up, or the server is about to end");

    private OpenApi() {}

    /** Of these models. */
    public static ObjectNode of(ModelCatalog models) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("openapi", "3.0.3");
        ObjectNode info = document.putObject("info");
        info.put("title", "nn4j: " + String.join(", ", models.names()));
        info.put("version", "1");
        ObjectNode paths = document.putObject("paths");
        ObjectNode schemas = JsonNodeFactory.instance.objectNode();
        for (ModelSlot slot : models.slots()) {
            model(slot, models.slot(slot.name().name()) == slot, paths, schemas);
        }
        plain(paths, "/v2/health/live", "Whether the server lives");
        plain(paths, "/v2/health/ready", "Whether it should be sent requests, and what it serves");
        plain(paths, "/v2", "The server, by the Open Inference Protocol");
        plain(paths, "/metrics", "Metrics, as Prometheus reads them");
        plain(paths, "/models", "The models, with their features");
        schemas.set("Error", RowSchemas.error());
        ObjectNode components = document.putObject("components");
        components.set("schemas", schemas);
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer");
        return document;
    }

    private static void model(ModelSlot slot, boolean usual, ObjectNode paths, ObjectNode schemas) {
        String key = key(slot);
        schemas.set(key + "_row", RowSchemas.row(slot.current()));
        schemas.set(key + "_answer", RowSchemas.answer(slot.current()));
        String name = slot.name().name();
        if (usual) {
            paths.set("/models/" + name + "/predict", predict(slot, key));
            paths.set("/v2/models/" + name + "/infer", infer(slot));
            plain(paths, "/v2/models/" + name, "Inputs and outputs of " + name);
            plain(paths, "/v2/models/" + name + "/ready", "Whether " + name + " answers");
        }
        paths.set("/models/" + name + "/versions/" + slot.name().version() + "/predict", predict(slot, key));
    }

    /** Names of components may hold no blanks. */
    private static String key(ModelSlot slot) {
        return (slot.name().name() + "_" + slot.name().version()).replace(' ', '_');
    }

    private static void plain(ObjectNode paths, String path, String summary) {
        ObjectNode get = paths.putObject(path).putObject("get");
        get.put("summary", summary);
        get.putObject("responses").putObject("200").put("description", "done");
    }

    private static ObjectNode predict(ModelSlot slot, String key) {
        ObjectNode path = JsonNodeFactory.instance.objectNode();
        ObjectNode post = path.putObject("post");
        post.put("summary", "Predictions of " + slot.name());
        QueryParameters.describe(slot.current(), post.putArray("parameters"));
        ObjectNode body = post.putObject("requestBody").put("required", true).putObject("content");
        ArrayNode forms = body.putObject(JSON).putObject("schema").putArray("oneOf");
        RowSchemas.bodies("#/components/schemas/" + key + "_row", forms);
        body.putObject(CSV).putObject("schema").put("type", "string");
        ObjectNode responses = post.putObject("responses");
        ObjectNode done = responses.putObject("200").put("description", "an answer for each row, in order");
        ObjectNode content = done.putObject("content");
        content.putObject(JSON).putObject("schema").put("$ref", "#/components/schemas/" + key + "_answer");
        content.putObject(CSV).putObject("schema").put("type", "string");
        faults(responses);
        return path;
    }

    private static ObjectNode infer(ModelSlot slot) {
        ObjectNode path = JsonNodeFactory.instance.objectNode();
        ObjectNode post = path.putObject("post");
        post.put(
                "summary",
                "Inference of " + slot.name().name() + ", by the Open Inference Protocol: a tensor for each"
                        + " feature, or one of all");
        post.putObject("requestBody")
                .put("required", true)
                .putObject("content")
                .putObject(JSON)
                .putObject("schema")
                .put("type", "object");
        ObjectNode responses = post.putObject("responses");
        responses.putObject("200").put("description", "tensors");
        faults(responses);
        return path;
    }

    private static void faults(ObjectNode responses) {
        FAULTS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(fault -> responses
                        .putObject(Integer.toString(fault.getKey()))
                        .put("description", fault.getValue())
                        .putObject("content")
                        .putObject(JSON)
                        .putObject("schema")
                        .put("$ref", "#/components/schemas/Error"));
    }
}
