// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nn4j.serve.internal.model.ServedModel;

/** What may be asked of each row, in OpenAPI's words; what a model cannot say is left out. */
final class QueryParameters {
    private QueryParameters() {}

    static void describe(ServedModel model, ArrayNode into) {
        flag(into, "probabilities", "the probability of every label");
        flag(into, "spread", "how far the networks of an ensemble are apart");
        if (model.model().conformal().isPresent()) {
            share(into, "interval", "regression: between what numbers the truth lies for this share of rows");
            share(into, "set", "labels: those of which one is the true one for this share of rows");
        }
        if (model.isExplainable()) {
            flag(into, "contributions", "what each feature contributes");
        }
        if (model.model().profile().isPresent()) {
            flag(into, "check", "which values lie outside what training saw");
        }
        ObjectNode missing = parameter(into, "missing", "what becomes of a row with a gap for which nothing stands");
        missing.putObject("schema")
                .put("type", "string")
                .put("default", "fail")
                .putArray("enum")
                .add("fail")
                .add("skip");
    }

    private static ObjectNode parameter(ArrayNode into, String name, String description) {
        ObjectNode parameter = into.addObject();
        parameter.put("name", name);
        parameter.put("in", "query");
        parameter.put("description", description);
        return parameter;
    }

    private static void flag(ArrayNode into, String name, String description) {
        parameter(into, name, description)
                .putObject("schema")
                .put("type", "boolean")
                .put("default", false);
    }

    private static void share(ArrayNode into, String name, String description) {
        parameter(into, name, description)
                .putObject("schema")
                .put("type", "number")
                .put("minimum", 0)
                .put("exclusiveMinimum", true)
                .put("maximum", 1)
                .put("exclusiveMaximum", true);
    }
}
