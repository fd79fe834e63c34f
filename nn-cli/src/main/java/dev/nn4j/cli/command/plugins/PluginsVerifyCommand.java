// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.plugins;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.plugin.PluginVerification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a plugin. */
@Command(
        name = "verify",
        description = {
            "Loads a plugin jar and checks every component in it against the contract that the built-in ones keep."
                    + " Exit code 6 on a finding. The jar's code runs: it can do whatever nn can."
        },
        sortOptions = false,
        footer = {"", "Example:", "  nn plugins verify target/acme-plugin-1.0.0.jar"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class PluginsVerifyCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "JAR", description = "The plugin.")
    private Path jar;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    public PluginsVerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (Files.notExists(jar)) {
            throw Failure.file(jar + ": there is no such file or folder");
        }
        PluginVerification verification = PluginVerification.of(jar);
        PluginReport report = new PluginReport(jar.toString(), verification);
        console.print(json ? report.json() + "\n" : report.text());
        if (!verification.passed()) {
            String summary = verification.summary();
            throw Failure.plugin(summary.contains(jar.toString()) ? summary : jar + ": " + summary);
        }
        return 0;
    }
}
