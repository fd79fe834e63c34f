// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import dev.nn4j.serve.internal.call.Query;
import dev.nn4j.serve.internal.call.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a request of the Open Inference Protocol: members in any order, others than the protocol's are left alone. */
final class TensorBody {
    private static final KnownNames NAMES = KnownNames.of(List.of());

    private final JsonTokens json;

    private TensorBody(JsonTokens json) {
        this.json = json;
    }

    static TensorRequest read(byte[] body, JsonFactory factory) throws IOException {
        return JsonReading.of(body, NAMES, factory, TensorBody::of);
    }

    static TensorRequest of(JsonTokens tokens) throws IOException {
        return new TensorBody(tokens).document();
    }

    private TensorRequest document() throws IOException {
        if (json.next() != JsonToken.START_OBJECT) {
            throw Refusal.bad("the body must be an object with inputs: {\"inputs\": [{\"name\": …, \"shape\": …,"
                    + " \"datatype\": …, \"data\": …}]}");
        }
        return request();
    }

    private TensorRequest request() throws IOException {
        String id = "";
        List<Tensor> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.next();
            switch (name) {
                case "id" -> id = text("id");
                case "inputs" -> objects("inputs", () -> inputs.add(tensor()));
                case "outputs" -> objects("outputs", () -> outputs.add(outputName()));
                case "parameters" -> parameters.putAll(parameters());
                default -> json.skipChildren();
            }
        }
        return new TensorRequest(id, inputs, outputs, new Query(parameters));
    }

    private interface Reading {
        void run() throws IOException;
    }

    private void objects(String name, Reading each) throws IOException {
        require(JsonToken.START_ARRAY, name, "a list of objects");
        while (json.next() != JsonToken.END_ARRAY) {
            require(JsonToken.START_OBJECT, name, "a list of objects");
            each.run();
        }
    }

    private void require(JsonToken wanted, String name, String what) throws IOException {
        if (json.current() != wanted) {
            throw Refusal.bad(name + ": must be " + what + ", got " + JsonCell.described(json));
        }
    }

    private String text(String name) throws IOException {
        require(JsonToken.VALUE_STRING, name, "a text");
        return json.text();
    }

    private String outputName() throws IOException {
        String found = "";
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.next();
            if (name.equals("name")) {
                found = text("outputs.name");
            } else {
                json.skipChildren();
            }
        }
        return found;
    }

    /** As a query's, which has texts alone. */
    private Map<String, List<String>> parameters() throws IOException {
        require(JsonToken.START_OBJECT, "parameters", "an object");
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (json.next() == JsonToken.START_OBJECT || json.current() == JsonToken.START_ARRAY) {
                throw Refusal.bad("parameters." + name + ": must be one value, got " + JsonCell.described(json));
            }
            found.put(name, List.of(json.text()));
        }
        return found;
    }

    private Tensor tensor() throws IOException {
        String tensorName = "";
        String datatype = "";
        List<Long> shape = new ArrayList<>();
        List<@Nullable Object> cells = new ArrayList<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.next();
            switch (name) {
                case "name" -> tensorName = text("inputs.name");
                case "datatype" -> datatype = text("inputs.datatype");
                case "shape" -> shape = shape();
                case "data" -> cells(tensorName, cells);
                default -> json.skipChildren();
            }
        }
        return new Tensor(tensorName, datatype, shape, cells);
    }

    private List<Long> shape() throws IOException {
        require(JsonToken.START_ARRAY, "inputs.shape", "a list of whole numbers");
        List<Long> extents = new ArrayList<>();
        while (json.next() != JsonToken.END_ARRAY) {
            require(JsonToken.VALUE_NUMBER_INT, "inputs.shape", "a list of whole numbers");
            extents.add((long) json.whole());
        }
        return extents;
    }

    /** Flat or nested, as the protocol allows. */
    private void cells(String name, List<@Nullable Object> into) throws IOException {
        require(JsonToken.START_ARRAY, "inputs.data", "a list");
        int depth = 1;
        while (depth > 0) {
            JsonToken token = json.next();
            if (token == JsonToken.START_ARRAY) {
                depth++;
            } else if (token == JsonToken.END_ARRAY) {
                depth--;
            } else {
                into.add(JsonCell.of(json, 0, name));
            }
        }
    }
}
