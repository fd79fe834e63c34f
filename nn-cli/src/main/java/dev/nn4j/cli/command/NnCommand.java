// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.console.Verbosity;
import dev.nn4j.cli.logging.StderrLogging;
import dev.nn4j.cli.plugin.Plugins;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.registry.ComponentRegistry;
import java.nio.file.InvalidPathException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root: what every command understands. */
@Command(
        name = "nn",
        description = "Trains, evaluates and applies feed-forward neural networks to tables of numbers.",
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Example:",
            "  nn new --data iris.csv --target species --out iris.json",
            "  nn train --config iris.json --data iris.csv --out iris.nn",
            "  nn predict --model iris.nn --data new.csv"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class NnCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // read by picocli
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // read by picocli
    private boolean version;

    @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "Nothing but errors on stderr.")
    private boolean quiet;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "More detail on stderr, and stack traces.")
    private boolean verbose;

    @Option(
            names = "--threads",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            description = "Compute on N threads (default: all cores). Changes speed only.")
    private Optional<Integer> threads;

    @Option(
            names = "--kernels",
            paramLabel = "KIND",
            defaultValue = "auto",
            scope = ScopeType.INHERIT,
            converter = KernelChoiceConverter.class,
            completionCandidates = KernelChoiceConverter.Accepted.class,
            description = "Compute with auto (default), scalar or vector kernels. Changes speed only.")
    private KernelChoice kernels;

    /** Those given before the command and behind it: picocli begins a new list at each. */
    private final Set<String> pluginPath = new LinkedHashSet<>();

    @Option(
            names = "--plugin-path",
            paramLabel = "DIR|JAR",
            scope = ScopeType.INHERIT,
            description = "Also find components in this jar, or the jars of this folder; repeatable. NN_PLUGIN_PATH and"
                    + " the distribution's plugins folder add more.")
    void addPluginPath(@Nullable List<String> paths) {
        if (paths != null) {
            pluginPath.addAll(paths);
        }
    }

    @Option(
            names = "--strict-plugins",
            scope = ScopeType.INHERIT,
            description = "A broken plugin is an error, even if nothing needs it.")
    private boolean strictPlugins;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /** Puts the options into effect that concern the console. */
    public void applyTo(Console console) {
        if (quiet && verbose) {
            throw Failure.usage("--quiet and --verbose contradict each other; give one");
        }
        console.setVerbosity(quiet ? Verbosity.QUIET : verbose ? Verbosity.VERBOSE : Verbosity.NORMAL);
        System.setProperty(StderrLogging.LEVEL_PROPERTY, quiet ? "OFF" : verbose ? "DEBUG" : "WARN");
        execution();
    }

    /** How to compute. */
    public Execution execution() {
        int count = threads.orElse(Execution.defaults().threads());
        if (count < 1) {
            throw Failure.usage(String.format(Locale.ROOT, "--threads: must be at least 1, got %d", count));
        }
        if (count > Execution.MOST_THREADS) {
            throw Failure.usage(String.format(
                    Locale.ROOT,
                    "--threads: must be at most %d, got %d; more than there are cores make nothing faster",
                    Execution.MOST_THREADS,
                    count));
        }
        return new Execution(count, kernels);
    }

    /** The components there are, third parties' included. */
    public ComponentRegistry registry(Console console) {
        try {
            return Plugins.of(List.copyOf(pluginPath), System.getenv(), System.getProperty("nn.home"), strictPlugins)
                    .registry(console);
        } catch (InvalidPathException e) {
            throw Failure.usage("--plugin-path: " + e.getMessage());
        }
    }
}
