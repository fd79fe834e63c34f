// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.train;

import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.cli.command.DataFitting;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.Source;
import dev.nn4j.config.Configuration;
import dev.nn4j.config.starter.HoldOut;
import dev.nn4j.config.starter.Preset;
import dev.nn4j.config.starter.Starter;
import dev.nn4j.core.Model;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.registry.ComponentRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where a configuration comes from.
 *
 * @param name of it, for messages
 * @param reading how it is had
 */
record ConfigurationSource(String name, Reading reading) {
    /** A file, or the data that it is to fit. */
    @FunctionalInterface
    interface Reading {
        /** The configuration, without the command line's changes. */
        Configuration from(Console console) throws IOException;
    }

    /** What stands in a file. */
    static ConfigurationSource of(Source source) {
        return new ConfigurationSource(source.name(), console -> {
            try (InputStream bytes = source.open(console)) {
                return Configuration.read(bytes);
            } catch (ConfigurationException e) {
                throw Failure.configuration(source.name(), e, "");
            }
        });
    }

    /** What fits data by a preset; it tells what will be done with what the command line changes. */
    static ConfigurationSource fitting(Source data, Changes changes, Preset preset, HoldOut division) {
        return new ConfigurationSource("preset " + preset.word(), console -> {
            Starter starter = new DataFitting(console, data, changes.targets().get(0), division)
                    .starter(Optional.empty(), preset);
            Configuration fitting = starter.configuration();
            console.tell(words(starter, changes, fitting));
            return fitting;
        });
    }

    /** What will be done; what cannot be set is told by who reads it in earnest. */
    private static String words(Starter starter, Changes changes, Configuration fitting) {
        try {
            return starter.spendingInWords(changes.in(fitting));
        } catch (ConfigurationException e) {
            return starter.spendingInWords();
        }
    }

    /** What it describes once it is changed. */
    Experiment experiment(Configuration file, Changes changes, ComponentRegistry registry, Optional<Model> initial) {
        Consumer<Configuration> use = configuration -> experiment(configuration, registry, initial);
        try {
            return experiment(changes.in(file), registry, initial);
        } catch (ConfigurationException e) {
            throw Failure.configuration(name, e, changes.origin(file, use, e));
        } catch (ComponentException e) {
            throw new ComponentException(
                    e.reason(), e.component(), name + ": " + e.getMessage() + changes.origin(file, use, e), e);
        }
    }

    private static Experiment experiment(
            Configuration configuration, ComponentRegistry registry, Optional<Model> initial) {
        return initial.isPresent()
                ? configuration.experiment(registry, initial.get())
                : configuration.experiment(registry);
    }
}
