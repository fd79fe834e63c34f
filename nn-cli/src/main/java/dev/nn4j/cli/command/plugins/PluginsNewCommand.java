// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.plugins;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.plugin.NewProject;
import dev.nn4j.cli.plugin.PackageName;
import dev.nn4j.cli.plugin.ProjectRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Begins a plugin. */
@Command(
        name = "new",
        description = {
            "Writes a Maven project with one component of each kind and its tests, to begin a plugin with."
                    + " docs/writing-a-plugin.md walks through it."
        },
        sortOptions = false,
        footer = {"", "Example:", "  nn plugins new --out acme-plugin --package com.acme"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class PluginsNewCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write, new or empty.")
    private Path out;

    @Option(
            names = "--package",
            required = true,
            paramLabel = "NAME",
            description = "The Java package of the components; its last word is the vendor in their names.")
    private String packageName;

    public PluginsNewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        PackageName name = named();
        Optional<ProjectRepository> repository = repository();
        new NewProject(name, repository).writeTo(out);
        console.tell("wrote " + out + "; 'mvn verify' there builds the plugin and checks its components");
        if (repository.isEmpty()) {
            console.hint("this nn has no jars that the project could bring, so Maven must find nn-api and nn-testkit"
                    + " elsewhere: 'mvn -B -ntp install -DskipTests' in nn4j's sources puts them into your repository");
        }
        return 0;
    }

    /** The launcher says where the distribution lies. */
    private static Optional<ProjectRepository> repository() throws IOException {
        String home = System.getProperty("nn.home");
        return home == null ? Optional.empty() : ProjectRepository.of(Path.of(home, "lib"));
    }

    private PackageName named() {
        try {
            return new PackageName(packageName);
        } catch (IllegalArgumentException e) {
            throw Failure.usage("--package: " + e.getMessage());
        }
    }
}
