// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.config;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.cli.json.JsonArray;
import dev.nn4j.cli.json.JsonObject;
import dev.nn4j.cli.json.JsonReader;
import dev.nn4j.cli.json.JsonText;
import dev.nn4j.cli.json.JsonValue;
import dev.nn4j.core.Model;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.training.Experiment;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * A configuration as it takes effect: the file's, with the command line's changes.
 *
 * @param json the document
 */
public record Configuration(JsonValue json) {
    /**
     * Reads a file.
     *
     * @throws ConfigurationException if it is not JSON
     * @throws IOException if it cannot be read
     */
    public static Configuration read(InputStream bytes) throws IOException {
        return new Configuration(JsonReader.read(bytes));
    }

    /** One that says nothing. */
    public static Configuration empty() {
        return new Configuration(JsonObject.empty());
    }

    /** The text of a model's configuration with some values set; as it is, where it is none that can be read. */
    public static String changedText(String text, List<Setting> settings) {
        if (text.isEmpty() || settings.isEmpty()) {
            return text;
        }
        try {
            return new Configuration(JsonReader.read(text)).with(settings).canonical();
        } catch (ConfigurationException e) {
            return text;
        }
    }

    /** With some values set, in order. */
    public Configuration with(List<Setting> settings) {
        JsonValue changed = json;
        for (Setting setting : settings) {
            changed = setting.apply(changed);
        }
        return new Configuration(changed);
    }

    /** With other targets; unchanged if there are none. */
    public Configuration withTargets(List<String> columns) {
        if (columns.isEmpty()) {
            return this;
        }
        JsonValue target = columns.size() == 1 ? new JsonText(columns.get(0)) : JsonArray.ofTexts(columns);
        return with(List.of(Setting.member(List.of("data", "target"), target)));
    }

    /** What it describes. */
    public Experiment experiment(ComponentRegistry registry, Optional<Model> initial) {
        return new ExperimentReader(registry, initial).read(json);
    }

    /** How many epochs it says; the number given where it says nothing. */
    public int epochs(int otherwise) {
        return new Fields("", json, ExperimentReader.KEYS)
                .value("training")
                .map(value -> new TrainingReader("training", value).epochs().orElse(otherwise))
                .orElse(otherwise);
    }

    /** Its one-line text, which goes into the model. */
    public String canonical() {
        return json.compact();
    }
}
