// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.FileUses;
import dev.nn4j.io.ModelFile;
import dev.nn4j.io.ModelVerification;
import dev.nn4j.report.VerificationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a model whole. */
@Command(
        name = "verify",
        description = {
            "Checks a model whole: structure, checksums, finite weights, and that the rows stored in it"
                    + " give the same outputs bit for bit. Exit code 4 on a finding."
        },
        sortOptions = false,
        footer = {"", "Example:", "  nn verify iris.nn"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class VerifyCommand implements Callable<Integer> {
    private final Console console;
    private final NnCommand root;

    @Parameters(paramLabel = "MODEL", description = "The model's file.")
    private String model;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    public VerifyCommand(Console console, NnCommand root) {
        this.console = console;
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        Path file = new FileUses().readsModel("MODEL", model);
        ModelVerification verification = ModelFile.verify(file, root.registry(console));
        VerificationReport report = new VerificationReport(model, verification);
        console.print(json ? report.json() + "\n" : report.text());
        if (!verification.passed()) {
            throw Failure.model(model + ": " + verification.differences().size() + " of " + verification.goldenRows()
                    + " golden rows give other outputs than stored; train or export the model again");
        }
        return 0;
    }
}
