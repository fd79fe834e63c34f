// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.config;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.cli.json.JsonArray;
import dev.nn4j.cli.json.JsonObject;
import dev.nn4j.cli.json.JsonPath;
import dev.nn4j.cli.json.JsonReader;
import dev.nn4j.cli.json.JsonText;
import dev.nn4j.cli.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One value of the configuration given on the command line.
 *
 * @param steps from the root to the value
 * @param value what it becomes
 */
public record Setting(List<Step> steps, JsonValue value) {
    private static final Pattern PATH = Pattern.compile("[^.\\[\\]=]+(\\[\\d{1,9}]|\\.[^.\\[\\]=]+)*");
    private static final Pattern STEP = Pattern.compile("\\[(\\d+)]|([^.\\[\\]]+)");

    /** One step of a path: into an object, or into a list. */
    sealed interface Step {
        /** What the step leads from, changed so that it leads to the rest. */
        JsonValue apply(JsonValue parent, String path, Setting rest);
    }

    /** Copies the steps. */
    public Setting {
        steps = List.copyOf(steps);
    }

    /**
     * Reads {@code path=value}: the value is JSON where it parses, else a text.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public static Setting parse(String argument) {
        int equals = argument.indexOf('=');
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
        return new Setting(steps, jsonOrText(argument.substring(equals + 1)));
    }

    /** Sets one member of the root. */
    public static Setting member(List<String> names, JsonValue value) {
        return new Setting(names.stream().<Step>map(Member::new).toList(), value);
    }

    /** Whether it sets {@code training.epochs}. */
    public boolean isOfEpochs() {
        return steps.equals(List.of(new Member("training"), new Member("epochs")));
    }

    /** The configuration with this value in its place. */
    public JsonValue apply(JsonValue root) {
        return apply(root, "");
    }

    private JsonValue apply(JsonValue parent, String path) {
        return steps.isEmpty()
                ? value
                : steps.get(0).apply(parent, path, new Setting(steps.subList(1, steps.size()), value));
    }

    private static JsonValue jsonOrText(String text) {
        try {
            return JsonReader.read(text);
        } catch (ConfigurationException noJson) {
            return new JsonText(text);
        }
    }

    /** Into an object. Where a component is only named, the name becomes the type of one. */
    record Member(String name) implements Step {
        @Override
        public JsonValue apply(JsonValue parent, String path, Setting rest) {
            JsonObject object = parent instanceof JsonText type
                    ? JsonObject.empty().with(Components.TYPE, type)
                    : Fields.as(JsonObject.class, "an object for " + name + " to be set in it", path, parent);
            JsonValue child = object.members().getOrDefault(name, JsonObject.empty());
            return object.with(name, rest.apply(child, JsonPath.member(path, name)));
        }
    }

    /** Into a list; the place after its last element adds one. */
    record Element(int index) implements Step {
        @Override
        public JsonValue apply(JsonValue parent, String path, Setting rest) {
            JsonArray array =
                    Fields.as(JsonArray.class, "a list for element " + index + " to be set in it", path, parent);
            int size = array.elements().size();
            if (index > size) {
                throw new ConfigurationException(
                        JsonPath.element(path, index), "is beyond the list, which has " + size + " elements");
            }
            JsonValue child = index < size ? array.elements().get(index) : JsonObject.empty();
            return array.with(index, rest.apply(child, JsonPath.element(path, index)));
        }
    }
}
