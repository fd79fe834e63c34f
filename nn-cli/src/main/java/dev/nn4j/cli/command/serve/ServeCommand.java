// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.serve;

import dev.nn4j.cli.command.NnCommand;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.console.Interruption;
import dev.nn4j.cli.logging.StderrLogging;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers with models over HTTP. */
@Command(
        name = "serve",
        description = {
            "Answers with models over HTTP until it is stopped: POST /models/NAME/predict, the Open Inference Protocol"
                    + " at /v2, /metrics, /openapi.json, and / to try them in a browser. NAME is the file's without its"
                    + " ending; NAME@2.nn is version 2. A file that changes is read again.",
            "Listens to this machine alone, unless --host says otherwise."
        },
        sortOptions = false,
        footer = {"", "Example:", "  nn serve customers.nn --port 8080"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ServeCommand implements Callable<Integer> {
    private final Console console;
    private final Interruption interruption;
    private final NnCommand root;

    @Parameters(paramLabel = "MODEL", arity = "1..*", description = "Models, or folders of them (*.nn).")
    private List<String> models;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Listen on this address (default: 127.0.0.1). Others than this machine's own need a token.")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Listen on this port (default: 8080; 0: any that is free).")
    private int port;

    @Mixin
    private AccessOptions access = new AccessOptions();

    @Option(
            names = "--shadow",
            paramLabel = "NAME=MODEL",
            description = "Also ask this model what NAME is asked, and count how its answers differ; repeatable.")
    private List<String> shadows = List.of();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Option(names = "--access-log", description = "A line on stderr for each request.")
    private boolean accessLog;

    public ServeCommand(Console console, Interruption interruption, NnCommand root) {
        this.console = console;
        this.interruption = interruption;
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        StderrLogging.tellOfModels(!console.isQuiet(), accessLog && !console.isQuiet());
        ServedFiles files = ServedFiles.of(models, shadows);
        try {
            ServeRun run = new ServeRun(console, interruption, files, access, limits);
            run.until(host, port, root.registry(console), root.execution());
            return 0;
        } catch (NoClassDefFoundError missing) {
            throw Failure.usage(
                    "serve: the server's modules are not there; run bin/nn of a whole distribution, with 'serve'"
                            + " as a word of its own");
        }
    }
}
