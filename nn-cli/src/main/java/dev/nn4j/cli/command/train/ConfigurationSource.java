// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.train;

import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.Source;
import dev.nn4j.config.Configuration;
import dev.nn4j.core.Model;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.registry.ComponentRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** Where a configuration comes from, for messages that name it. */
record ConfigurationSource(Console console, Source source, ComponentRegistry registry) {
    /** Reads it, without the command line's changes. */
    Configuration read() throws IOException {
        try (InputStream bytes = source.open(console)) {
            return Configuration.read(bytes);
        } catch (ConfigurationException e) {
            throw Failure.configuration(source.name(), e, "");
        }
    }

    /** What it describes once it is changed. */
    Experiment experiment(Configuration file, Changes changes, Optional<Model> initial) {
        Consumer<Configuration> use = configuration -> experiment(configuration, initial);
        try {
            return experiment(changes.in(file), initial);
        } catch (ConfigurationException e) {
            throw Failure.configuration(source.name(), e, changes.origin(file, use, e));
        } catch (ComponentException e) {
            throw new ComponentException(
                    e.reason(), e.component(), source.name() + ": " + e.getMessage() + changes.origin(file, use, e), e);
        }
    }

    private Experiment experiment(Configuration configuration, Optional<Model> initial) {
        return initial.isPresent()
                ? configuration.experiment(registry, initial.get())
                : configuration.experiment(registry);
    }
}
