// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.train;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.NearestName;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.FileUses;
import dev.nn4j.cli.files.Source;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.tune.NamedSpace;
import dev.nn4j.tune.SearchSpace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the space of a search comes from: a file, or a name.
 *
 * @param name as messages say it
 * @param file that is read, if it is one
 * @param named otherwise
 */
record SpaceSource(String name, Optional<Source> file, NamedSpace named) {
    private static final String OPTION = "--space";

    /** What the option says: a name, or else a file, which a dot, a slash or being there tells apart from a misspelt name. */
    static SpaceSource of(Optional<String> argument, FileUses traffic) {
        String word = argument.orElse(NamedSpace.RECIPE.word());
        if (NamedSpace.words().contains(word)) {
            return new SpaceSource("space " + word, Optional.empty(), NamedSpace.of(word));
        }
        if (!word.equals("-") && !word.contains(".") && !word.contains("/") && !isThere(word)) {
            throw Failure.usage(OPTION + ": there is no space '" + word + "'"
                    + NearestName.hint(word, NamedSpace.words()) + "; or name a file, as in space.json");
        }
        Source source = traffic.reads(OPTION, word);
        return new SpaceSource(source.name(), Optional.of(source), NamedSpace.RECIPE);
    }

    private static boolean isThere(String word) {
        return !word.isEmpty() && Files.exists(Path.of(word));
    }

    /** The space about an experiment. */
    SearchSpace about(Experiment experiment, Console console) throws IOException {
        if (file.isEmpty()) {
            return named.about(experiment);
        }
        try (InputStream bytes = file.get().open(console)) {
            return SearchSpace.read(bytes);
        } catch (ConfigurationException e) {
            throw Failure.configuration(name, e, "");
        }
    }

    /** Whether a fault at a path is more likely this file's than the configuration's. */
    boolean names(String path) {
        return file.isPresent() && !path.isEmpty() && !path.equals("ensemble") && !path.equals("decision");
    }
}
