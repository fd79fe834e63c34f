// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.FileUses;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.io.ModelFile;
import dev.nn4j.onnx.OnnxFile;
import dev.nn4j.onnx.OnnxImport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a model of another program's network. */
@Command(
        name = "import",
        description = {
            "Makes a model of a dense network in an ONNX file. What nn cannot represent is refused by name."
                    + " Features without names are called x0, x1, …, outputs y0, y1, …"
        },
        sortOptions = false,
        footer = {"", "Example:", "  nn import network.onnx --out network.nn"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ImportCommand implements Callable<Integer> {
    private final Console console;
    private final NnCommand root;

    @Parameters(paramLabel = "FILE", description = "The ONNX file.")
    private String file;

    @Option(names = "--out", required = true, paramLabel = "MODEL", description = "Where the model goes.")
    private String out;

    @Option(
            names = "--output",
            paramLabel = "NAME",
            description = "The value that the network ends with (default: the first output of floats).")
    private Optional<String> output;

    public ImportCommand(Console console, NnCommand root) {
        this.console = console;
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        FileUses traffic = new FileUses();
        Path source = traffic.readsModel("FILE", file);
        Path target = traffic.writesModel("--out", out);
        traffic.check();
        ComponentRegistry registry = root.registry(console);
        OnnxImport read = OnnxFile.read(source, registry, output);
        read.notes().forEach(note -> console.warn(file + ": " + note));
        try {
            ModelFile.write(read.model(), target, registry);
        } catch (IllegalArgumentException e) {
            throw Failure.model(file + ": " + e.getMessage());
        }
        return 0;
    }
}
