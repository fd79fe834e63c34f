// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.writing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.experiment.Draw;
import java.util.List;

/** What the members of a pack draw, in an object. */
final class DrawJson {
    private DrawJson() {}

    static JsonMembers of(List<Draw> draws) {
        JsonMembers json = JsonMembers.none();
        for (Draw draw : draws) {
            json = json.with(draw.path(), json(draw));
        }
        return json;
    }

    private static JsonNode json(Draw draw) {
        return draw.source() instanceof Draw.Between range
                ? range(range).node()
                : Json.list(((Draw.Among) draw.source())
                        .choices().stream().map(Json::value).toList());
    }

    private static JsonMembers range(Draw.Between range) {
        JsonMembers json = JsonMembers.none().with("min", range.min()).with("max", range.max());
        return range.log() ? json.with("log", true) : json;
    }
}
