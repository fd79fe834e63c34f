// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.config.internal.json.JsonPath;
import dev.nn4j.config.internal.json.JsonReader;
import dev.nn4j.config.internal.json.JsonText;
import dev.nn4j.config.internal.reading.Components;
import dev.nn4j.config.internal.reading.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One value that takes its place in a configuration, as {@code nn train --set} gives it: {@code training.epochs=50}.
 *
 * @since 0.1.0
 */
public final class Setting {
    private static final Pattern PATH = Pattern.compile("[^.\\[\\]=]+(\\[\\d{1,9}]|\\.[^.\\[\\]=]+)*");
    private static final Pattern STEP = Pattern.compile("\\[(\\d+)]|([^.\\[\\]]+)");

    /** As deep as a configuration may be nested. */
    private static final int MOST_STEPS = 100;

    private final List<Step> steps;
    private final JsonNode value;

    /** One step of a path: into an object, or into a list. */
    private sealed interface Step {
        /** What the step leads from, changed so that it leads to the rest. */
        JsonNode apply(JsonNode parent, String path, Setting rest);

        /** The path of what it leads to. */
        String after(String path);
    }

    private Setting(List<Step> steps, JsonNode value) {
        this.steps = steps;
        this.value = value;
    }

    /**
     * Reads {@code path=value}: the value is JSON where it parses, else a text. One that begins with a brace, a bracket or
     * a quote must be JSON.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public static Setting parse(String argument) {
        Objects.requireNonNull(argument, "setting: it is null");
        int equals = argument.indexOf('=');
        requireFewSteps(argument.substring(0, Math.max(0, equals)));
        if (equals < 0 || !PATH.matcher(argument.substring(0, equals)).matches()) {
            throw new IllegalArgumentException(
                    "'" + argument + "' must have the form path=value, as in training.epochs=50 or"
                            + " network.layers[0].outputDim=64");
        }
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(argument.substring(0, equals));
        while (step.find()) {
            steps.add(step.group(1) != null ? new Element(Integer.parseInt(step.group(1))) : new Member(step.group(2)));
        }
        return new Setting(steps, jsonOrText(argument.substring(0, equals), argument.substring(equals + 1)));
    }

    private static void requireFewSteps(String path) {
        long deeper = path.chars().filter(c -> c == '.' || c == '[').count();
        if (deeper >= MOST_STEPS) {
            throw new IllegalArgumentException("'" + path.substring(0, MOST_STEPS / 2) + "…' must lead at most "
                    + MOST_STEPS + " steps deep, got " + (deeper + 1));
        }
    }

    /** The value of a member of a member, and so on, of the root. */
    static Setting of(List<String> names, JsonNode value) {
        return new Setting(names.stream().<Step>map(Member::new).toList(), value);
    }

    /** Where it is set, as in {@code network.layers[0].outputDim}. */
    public String path() {
        String path = "";
        for (Step step : steps) {
            path = step.after(path);
        }
        return path;
    }

    /** As {@link #parse} reads it. */
    public String argument() {
        boolean staysText = value.isTextual() && readsAsText(value.textValue());
        return path() + "=" + (staysText ? value.textValue() : JsonText.compact(value));
    }

    /** The same as {@link #argument}. */
    @Override
    public String toString() {
        return argument();
    }

    /** A configuration with this value in its place. */
    JsonNode apply(JsonNode root) {
        return apply(root, "");
    }

    private JsonNode apply(JsonNode parent, String path) {
        return steps.isEmpty()
                ? value
                : steps.get(0).apply(parent, path, new Setting(steps.subList(1, steps.size()), value));
    }

    private static JsonNode jsonOrText(String path, String text) {
        try {
            return JsonReader.value(text);
        } catch (ConfigurationException noJson) {
            if (mustBeJson(text)) {
                throw new IllegalArgumentException(
                        path + ": a value that begins with " + text.strip().charAt(0)
                                + " must be JSON, and in " + text + " " + noJson.getMessage()
                                + " (a shell takes quotes away, unless the whole setting stands in single quotes)");
            }
            return Json.text(text);
        }
    }

    private static boolean mustBeJson(String text) {
        return !text.isBlank() && "{[\"".indexOf(text.strip().charAt(0)) >= 0;
    }

    private static boolean readsAsText(String text) {
        return !mustBeJson(text) && jsonOrText("", text).isTextual();
    }

    /** Into an object. Where a component is only named, the name becomes the type of one. */
    private record Member(String name) implements Step {
        @Override
        public String after(String path) {
            return JsonPath.member(path, name);
        }

        @Override
        public JsonNode apply(JsonNode parent, String path, Setting rest) {
            JsonNode object = parent instanceof TextNode type
                    ? JsonMembers.none().with(Components.TYPE, type).node()
                    : Fields.as(ObjectNode.class, "an object for " + name + " to be set in it", path, parent);
            JsonNode child =
                    object.has(name) ? object.get(name) : JsonMembers.none().node();
            ObjectNode changed = object.deepCopy();
            changed.set(name, rest.apply(child, JsonPath.member(path, name)));
            return changed;
        }
    }

    /** Into a list; the place after its last element adds one. */
    private record Element(int index) implements Step {
        @Override
        public String after(String path) {
            return JsonPath.element(path, index);
        }

        @Override
        public JsonNode apply(JsonNode parent, String path, Setting rest) {
            ArrayNode array =
                    Fields.as(ArrayNode.class, "a list for element " + index + " to be set in it", path, parent);
            int size = array.size();
            if (index > size) {
                throw new ConfigurationException(
                        JsonPath.element(path, index), "is beyond the list, which has " + size + " elements");
            }
            JsonNode child =
                    index < size ? array.get(index) : JsonMembers.none().node();
            JsonNode element = rest.apply(child, JsonPath.element(path, index));
            ArrayNode changed = array.deepCopy();
            if (index < size) {
                changed.set(index, element);
            } else {
                changed.add(element);
            }
            return changed;
        }
    }
}
