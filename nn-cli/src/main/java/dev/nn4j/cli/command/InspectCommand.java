// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.files.FileUses;
import dev.nn4j.io.ModelFile;
import dev.nn4j.onnx.OnnxFile;
import dev.nn4j.report.ModelReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what is in a model or an ONNX file. */
@Command(
        name = "inspect",
        description = "Tells what is in a model or an ONNX file. Works without the plugins that the model needs.",
        sortOptions = false,
        footer = {"", "Example:", "  nn inspect iris.nn --weights"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class InspectCommand implements Callable<Integer> {
    private static final String ONNX = ".onnx";

    private final Console console;

    @Parameters(paramLabel = "MODEL", description = "The model's file, or FILE.onnx.")
    private String model;

    @Option(
            names = "--weights",
            description = "Also tell the range, mean and deviation of each tensor (ONNX: its type and shape).")
    private boolean weights;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    public InspectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path file = new FileUses().readsModel("MODEL", model);
        if (model.endsWith(ONNX)) {
            OnnxReport report = new OnnxReport(model, OnnxFile.describe(file), weights);
            console.print(json ? report.json() + "\n" : report.text());
        } else {
            ModelReport report = new ModelReport(model, ModelFile.describe(file), weights);
            console.print(json ? report.json() + "\n" : report.text());
        }
        return 0;
    }
}
