// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.route;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nn4j.config.internal.json.JsonText;
import dev.nn4j.report.card.ModelCard;
import dev.nn4j.serve.internal.call.Call;
import dev.nn4j.serve.internal.call.Deadline;
import dev.nn4j.serve.internal.call.Reply;
import dev.nn4j.serve.internal.model.ModelCatalog;
import dev.nn4j.serve.internal.model.ModelSlot;
import dev.nn4j.serve.internal.page.ModelForm;
import dev.nn4j.serve.internal.page.OpenApi;
import dev.nn4j.serve.internal.page.TryPage;
import java.io.IOException;
import java.util.List;

/** The page to try models, what it asks, and what describes them. */
final class PageRoutes {
    private static final int OK = 200;
    private static final String POLICY = "Content-Security-Policy";

    private final ModelCatalog models;

    PageRoutes(ModelCatalog models) {
        this.models = models;
    }

    /** A file of the page. */
    Route file(String name, String contentType) {
        return (call, variables, deadline) -> Reply.of(contentType, TryPage.file(name))
                .with(
                        POLICY,
                        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                                + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'")
                .with("Cache-Control", "no-cache");
    }

    Reply openApi(Call call, List<String> variables, Deadline deadline) {
        return json(OpenApi.of(models));
    }

    Reply list(Call call, List<String> variables, Deadline deadline) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode all = body.putArray("models");
        models.names().forEach(name -> all.add(described(models.slot(name))));
        return json(body);
    }

    Reply model(Call call, List<String> variables, Deadline deadline) {
        return json(described(models.slot(variables)));
    }

    private ObjectNode described(ModelSlot slot) {
        ObjectNode form = ModelForm.of(slot);
        ArrayNode versions = form.putArray("versions");
        models.versions(slot.name().name())
                .forEach(other -> versions.add(other.name().version()));
        models.shadowOf(slot).ifPresent(shadow -> {
            ObjectNode counts = form.putObject("shadow");
            counts.put("rows", shadow.tally().counts().rows());
            counts.put("different", shadow.tally().counts().different());
            counts.put("failed", shadow.tally().counts().failed());
            counts.put("skipped", shadow.tally().counts().skipped());
            counts.put("meanDifference", shadow.tally().counts().meanDifference());
            counts.put("largestDifference", shadow.tally().counts().largestDifference());
        });
        return form;
    }

    /** The model's card, which needs no script. */
    Reply card(Call call, List<String> variables, Deadline deadline) throws IOException {
        ModelSlot slot = models.slot(variables);
        ModelCard card = new ModelCard(slot.name().name(), slot.current().description());
        return Reply.text(OK, "text/html; charset=utf-8", card.html())
                .with(POLICY, "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    }

    private static Reply json(ObjectNode body) {
        return Reply.text(OK, Reply.JSON, JsonText.pretty(body) + "\n");
    }
}
