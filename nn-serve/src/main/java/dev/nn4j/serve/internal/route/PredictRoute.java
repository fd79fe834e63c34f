// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.route;

import com.fasterxml.jackson.core.JsonFactory;
import dev.nn4j.api.DataException;
import dev.nn4j.api.Printable;
import dev.nn4j.serve.internal.answer.Aftermath;
import dev.nn4j.serve.internal.answer.AnswerOptions;
import dev.nn4j.serve.internal.answer.Answering;
import dev.nn4j.serve.internal.answer.CsvAnswers;
import dev.nn4j.serve.internal.answer.JsonAnswers;
import dev.nn4j.serve.internal.answer.RowFaults;
import dev.nn4j.serve.internal.call.Call;
import dev.nn4j.serve.internal.call.CallLimits;
import dev.nn4j.serve.internal.call.Deadline;
import dev.nn4j.serve.internal.call.Refusal;
import dev.nn4j.serve.internal.call.Reply;
import dev.nn4j.serve.internal.model.ModelCatalog;
import dev.nn4j.serve.internal.model.ModelSlot;
import dev.nn4j.serve.internal.model.ServedModel;
import dev.nn4j.serve.internal.rows.CsvBody;
import dev.nn4j.serve.internal.rows.JsonBody;
import dev.nn4j.serve.internal.rows.ListedRows;
import java.io.IOException;
import java.util.List;

/** Plain predictions: rows of JSON or CSV in, rows of either out. */
final class PredictRoute implements Route {
    private final ModelCatalog models;
    private final CallLimits limits;
    private final Aftermath aftermath;
    private final JsonFactory json;

    PredictRoute(ModelCatalog models, CallLimits limits, Aftermath aftermath, JsonFactory json) {
        this.models = models;
        this.limits = limits;
        this.aftermath = aftermath;
        this.json = json;
    }

    @Override
    public Reply answer(Call call, List<String> variables, Deadline deadline) throws IOException {
        ModelSlot slot = models.slot(variables);
        ServedModel model = slot.current();
        AnswerOptions options = AnswerOptions.of(call.query());
        if (!options.keep().isEmpty() && !call.wantsCsv()) {
            throw Refusal.bad("keep: copies columns into CSV, and JSON is asked for; ask for text/csv by Accept");
        }
        ListedRows rows = rows(call, model);
        Answering answering = new Answering(model, options, rows, deadline);
        byte[] body = call.wantsCsv() ? CsvAnswers.of(answering) : JsonAnswers.of(answering, json);
        aftermath.see(model, rows, models.shadowOf(slot));
        return Reply.of(call.wantsCsv() ? Reply.CSV : Reply.JSON, body, rows.count());
    }

    private ListedRows rows(Call call, ServedModel model) throws IOException {
        if (call.bringsCsv()) {
            try {
                return CsvBody.read(call.body(), limits.rows());
            } catch (DataException e) {
                throw RowFaults.ofBody(e);
            }
        }
        if (!call.bringsJson()) {
            throw Refusal.of(
                    415,
                    "rows must come as application/json or text/csv, got '" + Printable.of(call.contentType())
                            + "'; say so by Content-Type");
        }
        return JsonBody.read(call.body(), model.members(), limits.rows(), json);
    }
}
