// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.config.internal.json.JsonPath;
import dev.nn4j.core.experiment.Draw;
import dev.nn4j.core.experiment.Ensemble;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads {@code ensemble}. */
final class EnsembleReader {
    private static final List<String> KEYS = List.of("kind", "members", "choose", "draw");
    private static final List<String> RANGE_KEYS = List.of("min", "max", "log");

    private final Fields fields;

    EnsembleReader(String path, JsonNode value) {
        fields = new Fields(path, value, KEYS);
    }

    Ensemble read() {
        Ensemble.Kind kind = fields.text("kind")
                .map(word -> EnumWords.of("kind", Ensemble.Kind.class, Ensemble.Kind::word)
                        .find(fields.pathOf("kind"), word))
                .orElse(Ensemble.Kind.FOLDS);
        int members = fields.count("members", 2).orElse(Ensemble.usualMembers(kind));
        Ensemble usual = new Ensemble(kind, members);
        Ensemble.Choice choice = fields.text("choose")
                .map(word -> EnumWords.of("choice", Ensemble.Choice.class, Ensemble.Choice::word)
                        .find(fields.pathOf("choose"), word))
                .orElse(usual.choice());
        return new Ensemble(kind, members, choice, fields.value("draw").map(this::draws));
    }

    private List<Draw> draws(JsonNode value) {
        String path = fields.pathOf("draw");
        ObjectNode object = Fields.as(ObjectNode.class, "an object of paths and what is drawn for them", path, value);
        List<Draw> draws = new ArrayList<>();
        for (Map.Entry<String, JsonNode> one : object.properties()) {
            draws.add(draw(JsonPath.member(path, one.getKey()), one.getKey(), one.getValue()));
        }
        return draws;
    }

    private static Draw draw(String where, String path, JsonNode value) {
        if (value instanceof ArrayNode list) {
            return Draw.among(path, choices(where, list));
        }
        if (!(value instanceof ObjectNode)) {
            throw Fields.refused("a list of values, or a range like {\"min\": 0.1, \"max\": 0.2}", where, value);
        }
        Fields range = new Fields(where, value, RANGE_KEYS);
        return new Draw(
                path,
                new Draw.Between(
                        end(range, "min"), end(range, "max"), range.flag("log").orElse(false)));
    }

    private static double end(Fields range, String key) {
        return range.number(key)
                .orElseThrow(() -> new ConfigurationException(
                        range.pathOf(key), "is missing; a range has min and max, as in {\"min\": 0.1, \"max\": 0.2}"));
    }

    private static List<Object> choices(String where, ArrayNode list) {
        List<Object> choices = new ArrayList<>();
        for (JsonNode element : list) {
            choices.add(Components.plain(JsonPath.element(where, choices.size()), element));
        }
        return choices;
    }
}
