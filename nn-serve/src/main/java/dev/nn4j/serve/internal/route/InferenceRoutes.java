// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.route;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nn4j.config.internal.json.JsonText;
import dev.nn4j.serve.internal.answer.Aftermath;
import dev.nn4j.serve.internal.answer.AnswerOptions;
import dev.nn4j.serve.internal.answer.Answering;
import dev.nn4j.serve.internal.answer.TensorAnswers;
import dev.nn4j.serve.internal.call.Call;
import dev.nn4j.serve.internal.call.CallLimits;
import dev.nn4j.serve.internal.call.Deadline;
import dev.nn4j.serve.internal.call.Reply;
import dev.nn4j.serve.internal.model.ModelCatalog;
import dev.nn4j.serve.internal.model.ModelSlot;
import dev.nn4j.serve.internal.model.ServedModel;
import dev.nn4j.serve.internal.page.ModelMetadata;
import dev.nn4j.serve.internal.rows.ListedRows;
import dev.nn4j.serve.internal.rows.TensorRequest;
import java.io.IOException;
import java.util.List;

/** The Open Inference Protocol, version 2, over REST: metadata and inference. */
final class InferenceRoutes {
    private static final int OK = 200;

    private final ModelCatalog models;
    private final CallLimits limits;
    private final Aftermath aftermath;
    private final JsonFactory json;

    InferenceRoutes(ModelCatalog models, CallLimits limits, Aftermath aftermath, JsonFactory json) {
        this.models = models;
        this.limits = limits;
        this.aftermath = aftermath;
        this.json = json;
    }

    Reply server(Call call, List<String> variables, Deadline deadline) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("name", "nn4j");
        body.put(
                "version",
                models.slots().iterator().next().current().description().producerVersion());
        body.putArray("extensions");
        return Reply.text(OK, Reply.JSON, JsonText.compact(body) + "\n");
    }

    Reply model(Call call, List<String> variables, Deadline deadline) {
        ModelSlot slot = models.slot(variables);
        ObjectNode body = ModelMetadata.of(slot, models.versions(variables.get(0)));
        return Reply.text(OK, Reply.JSON, JsonText.pretty(body) + "\n");
    }

    Reply infer(Call call, List<String> variables, Deadline deadline) throws IOException {
        ModelSlot slot = models.slot(variables);
        ServedModel model = slot.current();
        TensorRequest request = TensorRequest.read(call.body(), json);
        ListedRows rows = request.rows(model.schema(), limits.rows());
        Answering answering = new Answering(model, AnswerOptions.of(request.parameters()), rows, deadline);
        byte[] body = TensorAnswers.of(answering, request, json);
        aftermath.see(model, rows, models.shadowOf(slot));
        return Reply.of(Reply.JSON, body, rows.count());
    }
}
