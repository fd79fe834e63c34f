// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.route;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nn4j.config.internal.json.JsonText;
import dev.nn4j.serve.internal.call.Call;
import dev.nn4j.serve.internal.call.Deadline;
import dev.nn4j.serve.internal.call.Reply;
import dev.nn4j.serve.internal.model.ModelCatalog;
import dev.nn4j.serve.internal.model.ModelSlot;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Whether the server lives, and whether it should be sent requests. */
final class HealthRoutes {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final ModelCatalog models;
    private final BooleanSupplier ending;

    HealthRoutes(ModelCatalog models, BooleanSupplier ending) {
        this.models = models;
        this.ending = ending;
    }

    Reply live(Call call, List<String> variables, Deadline deadline) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("live", true);
        return Reply.text(OK, Reply.JSON, JsonText.compact(body) + "\n");
    }

    /** With what answers, and what is wrong with files that do not. */
    Reply ready(Call call, List<String> variables, Deadline deadline) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("ready", !ending.getAsBoolean());
        ArrayNode all = body.putArray("models");
        models.slots().forEach(slot -> describe(slot, all.addObject()));
        ArrayNode shadows = JsonNodeFactory.instance.arrayNode();
        models.shadows().forEach((name, shadow) -> describe(shadow.slot(), shadows.addObject()));
        if (!shadows.isEmpty()) {
            body.set("shadows", shadows);
        }
        return Reply.text(ending.getAsBoolean() ? UNAVAILABLE : OK, Reply.JSON, JsonText.pretty(body) + "\n");
    }

    Reply modelReady(Call call, List<String> variables, Deadline deadline) {
        ModelSlot slot = models.slot(variables);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        describe(slot, body);
        return Reply.text(ending.getAsBoolean() ? UNAVAILABLE : OK, Reply.JSON, JsonText.compact(body) + "\n");
    }

    private void describe(ModelSlot slot, ObjectNode into) {
        into.put("name", slot.name().name());
        into.put("version", slot.name().version());
        into.put("ready", !ending.getAsBoolean());
        into.put("sha256", slot.current().description().sha256());
        into.put("loaded", slot.current().loaded().toString());
        into.put("reloads", slot.reloads());
        slot.failure().ifPresent(failure -> into.put("newFileRefused", failure));
    }
}
