// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.config.internal.json.JsonReader;
import dev.nn4j.config.internal.json.JsonText;
import dev.nn4j.config.internal.reading.ExperimentReader;
import dev.nn4j.config.internal.writing.ExperimentWriter;
import dev.nn4j.core.Model;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.registry.ComponentRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is to be trained, as JSON that people write: {@code docs/cli.md} has its keys. Immutable.
 *
 * <p>Every fault of a configuration is a {@link ConfigurationException} that names the path of the value, what may stand
 * there and, of a misspelt name, the nearest that exists.
 *
 * @since 0.1.0
 */
public final class Configuration {
    private final JsonNode json;

    private Configuration(JsonNode json) {
        this.json = json;
    }

    /**
     * Reads JSON, which may have comments as Java has them.
     *
     * @param bytes UTF-8; they are read to their end and not closed
     * @throws ConfigurationException if they are not one JSON document, naming line and column
     * @throws IOException if they cannot be read
     */
    public static Configuration read(InputStream bytes) throws IOException {
        return new Configuration(JsonReader.read(Objects.requireNonNull(bytes, "configuration: the stream is null")));
    }

    /**
     * The same of a text, which may begin with a byte order mark.
     *
     * @throws ConfigurationException if it is not one JSON document
     */
    public static Configuration parse(String json) {
        return new Configuration(JsonReader.read(Objects.requireNonNull(json, "configuration: the text is null")));
    }

    /**
     * The configuration that describes an experiment; what it leaves out are the library's defaults. One that starts from a
     * model has no network to describe, and is read again with that model.
     */
    public static Configuration of(Experiment experiment) {
        Objects.requireNonNull(experiment, "configuration: the experiment is null");
        return new Configuration(ExperimentWriter.json(experiment).node());
    }

    /** A configuration that says nothing, to which settings may be added. */
    public static Configuration empty() {
        return new Configuration(JsonMembers.none().node());
    }

    /**
     * This one with some values set, in order.
     *
     * @throws ConfigurationException if a path leads to no place
     */
    public Configuration with(List<Setting> settings) {
        JsonNode changed = json;
        for (Setting setting : settings) {
            changed = setting.apply(changed);
        }
        return new Configuration(changed);
    }

    /** This one with other targets; unchanged if there are none. */
    public Configuration withTargets(List<String> columns) {
        if (columns.isEmpty()) {
            return this;
        }
        JsonNode target = columns.size() == 1 ? Json.text(columns.get(0)) : Json.texts(columns);
        return new Configuration(Setting.of(List.of("data", "target"), target).apply(json));
    }

    /**
     * The experiment that it describes; what it leaves out keeps the library's defaults.
     *
     * @param registry in which components are found by name
     * @throws ConfigurationException at the first fault
     * @throws dev.nn4j.api.ComponentException if it names a component of a provider that is not there
     */
    public Experiment experiment(ComponentRegistry registry) {
        return new ExperimentReader(registry, Optional.empty()).read(json);
    }

    /**
     * The experiment that starts from a model: the model stands in for what this leaves out, and what this says must agree
     * with it.
     */
    public Experiment experiment(ComponentRegistry registry, Model initial) {
        return new ExperimentReader(registry, Optional.of(initial)).read(json);
    }

    /** How many epochs it says, if it says so. */
    public OptionalInt epochs() {
        return ExperimentReader.epochs(json);
    }

    /** Its shortest text, in one line. A {@code Provenance} has room for it. */
    public String canonical() {
        return JsonText.compact(json);
    }

    /** A text that people like to read, without a line's end at its end. */
    public String pretty() {
        return JsonText.pretty(json);
    }

    /** The same as {@link #canonical}. */
    @Override
    public String toString() {
        return canonical();
    }
}
