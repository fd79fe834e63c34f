// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune.internal.space;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.NearestName;
import dev.nn4j.config.Configuration;
import dev.nn4j.config.Setting;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonReader;
import dev.nn4j.config.internal.json.JsonText;
import dev.nn4j.core.registry.ComponentRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Where the settings of a search stand in a configuration. */
final class SettingPaths {
    private static final String LAYERS = "network.layers";
    private static final String EVERY = LAYERS + "[*].";
    private static final Pattern STEPS = Pattern.compile("\\.|(?=\\[)");

    private final JsonNode json;
    private final ComponentRegistry registry;

    SettingPaths(Configuration configuration, ComponentRegistry registry) {
        this.json = JsonReader.read(configuration.canonical());
        this.registry = registry;
    }

    /** What the configuration says there, in the first of its layers that says so. */
    Optional<JsonNode> own(String path) {
        if (path.equals(HiddenLayers.PATH)) {
            return Optional.of(Json.number(new HiddenLayers(json).count()));
        }
        if (path.startsWith(EVERY)) {
            HiddenLayers layers = new HiddenLayers(json);
            return having(layers, first(path)).stream()
                    .map(layer -> found(layers.layer(layer), path.substring(EVERY.length())))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return found(json, path);
    }

    private static Optional<JsonNode> found(JsonNode root, String path) {
        JsonNode at = root;
        for (String step : STEPS.split(path, 0)) {
            at = step.startsWith("[") ? at.path(Integer.parseInt(step.substring(1, step.length() - 1))) : at.path(step);
        }
        return at.isMissingNode() ? Optional.empty() : Optional.of(at);
    }

    /** The configuration with these values in their places: how many layers there are comes first. */
    Configuration with(List<String> paths, List<JsonNode> values) {
        JsonNode changed = json;
        for (int i = 0; i < paths.size(); i++) {
            if (paths.get(i).equals(HiddenLayers.PATH)) {
                changed = set(changed, LAYERS, new HiddenLayers(json).resized(count(values.get(i))));
            }
        }
        for (int i = 0; i < paths.size(); i++) {
            for (String path : single(changed, paths.get(i), values.get(i))) {
                changed = set(changed, path, values.get(i));
            }
        }
        return Configuration.parse(JsonText.compact(changed));
    }

    private static int count(JsonNode value) {
        return Json.whole(value).stream()
                .filter(count -> count >= 1 && count <= 100)
                .mapToInt(Math::toIntExact)
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        HiddenLayers.PATH, "must be a whole number in [1, 100], got " + Json.described(value)));
    }

    private static JsonNode set(JsonNode json, String path, JsonNode value) {
        Setting setting = Setting.parse(path + "=" + JsonText.compact(value));
        if (!setting.path().equals(path)) {
            throw new ConfigurationException(path, "is no path; write one as in training.batchSize");
        }
        return JsonReader.read(Configuration.parse(JsonText.compact(json))
                .with(List.of(setting))
                .canonical());
    }

    /** Each place that a path leads to. */
    private List<String> single(JsonNode whole, String path, JsonNode value) {
        if (path.equals(HiddenLayers.PATH)) {
            return List.of();
        }
        if (!path.startsWith(EVERY)) {
            return List.of(path);
        }
        HiddenLayers layers = new HiddenLayers(whole);
        List<Integer> saying = having(layers, first(path));
        List<String> places = (saying.isEmpty() ? taking(whole, layers, path, value) : saying)
                .stream().map(layer -> at(layer, path)).toList();
        if (places.isEmpty()) {
            throw new ConfigurationException(
                    path,
                    "no layer but the last takes " + JsonText.compact(value) + " there"
                            + NearestName.hint(first(path), keys(layers)));
        }
        return places;
    }

    private static String at(int layer, String path) {
        return LAYERS + "[" + layer + "]." + path.substring(EVERY.length());
    }

    /** The layers that may say so, where none does: they have the option's default. */
    private List<Integer> taking(JsonNode whole, HiddenLayers layers, String path, JsonNode value) {
        return IntStream.range(0, layers.size())
                .filter(layer -> !layers.isLastDense(layer) && isTaken(whole, at(layer, path), value))
                .boxed()
                .toList();
    }

    private boolean isTaken(JsonNode whole, String path, JsonNode value) {
        try {
            Configuration.parse(JsonText.compact(set(whole, path, value))).experiment(registry);
            return true;
        } catch (ConfigurationException e) {
            return false;
        }
    }

    private static String first(String path) {
        return STEPS.split(path.substring(EVERY.length()), 0)[0];
    }

    /** The layers that say so themselves, but for the one that answers: its width and activation are the task's. */
    private static List<Integer> having(HiddenLayers layers, String key) {
        return IntStream.range(0, layers.size())
                .filter(layer ->
                        !layers.isLastDense(layer) && layers.layer(layer).has(key))
                .boxed()
                .toList();
    }

    private static List<String> keys(HiddenLayers layers) {
        TreeSet<String> keys = new TreeSet<>();
        for (int i = 0; i < layers.size(); i++) {
            if (!layers.isLastDense(i)) {
                layers.layer(i).fieldNames().forEachRemaining(keys::add);
            }
        }
        return new ArrayList<>(keys);
    }
}
