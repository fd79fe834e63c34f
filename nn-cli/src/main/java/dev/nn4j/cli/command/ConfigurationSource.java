// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.api.ComponentException;
import dev.nn4j.cli.config.Configuration;
import dev.nn4j.cli.config.Setting;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.files.Source;
import dev.nn4j.core.Model;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.training.Experiment;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Where a configuration comes from, for messages that name it. */
record ConfigurationSource(Console console, Source source, ComponentRegistry registry) {
    /** Reads it, with the command line's changes. */
    Configuration read(List<String> targets, List<Setting> settings) throws IOException {
        try (InputStream bytes = source.open(console)) {
            return Configuration.read(bytes).with(settings).withTargets(targets);
        }
    }

    /** What it describes. */
    Experiment experiment(Configuration configuration, Optional<Model> initial) {
        try {
            return configuration.experiment(registry, initial);
        } catch (ComponentException e) {
            throw new ComponentException(e.reason(), e.component(), source.name() + ": " + e.getMessage(), e);
        }
    }
}
