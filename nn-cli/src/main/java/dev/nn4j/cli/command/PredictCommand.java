// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Interruption;
import dev.nn4j.cli.files.Source;
import dev.nn4j.cli.files.Target;
import dev.nn4j.cli.files.Traffic;
import dev.nn4j.cli.report.PredictionStream;
import dev.nn4j.core.Model;
import dev.nn4j.core.Scratch;
import dev.nn4j.io.CsvRows;
import dev.nn4j.io.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Applies a model. */
@Command(
        name = "predict",
        description = {
            "Applies a model to rows of CSV and writes CSV: one row for each, in order. Streams: memory does not"
                    + " grow with the rows."
        },
        sortOptions = false,
        footer = {"", "Example:", "  nn predict --model iris.nn --data new.csv --keep id --out predictions.csv"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class PredictCommand implements Callable<Integer> {
    private final Console console;
    private final Interruption interruption;
    private final NnCommand root;

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "The model.")
    private String model;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "CSV with the model's features; - is stdin.")
    private String data;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "Where predictions go (default: stdout).")
    private String out;

    @Option(names = "--probabilities", description = "Also write a column p_LABEL for each class.")
    private boolean probabilities;

    @Option(names = "--keep", paramLabel = "COL", description = "Copy this column of the data; repeatable.")
    private List<String> keep = List.of();

    PredictCommand(Console console, Interruption interruption, NnCommand root) {
        this.console = console;
        this.interruption = interruption;
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        Traffic traffic = new Traffic();
        Path modelFile = traffic.readsModel("--model", model);
        Source source = traffic.reads("--data", data);
        Target target = traffic.writes("--out", out);
        traffic.allow("--out", "--data");
        traffic.check();
        Model trained = ModelFile.read(modelFile, root.registry(console));
        if (!target.isStandard()) {
            interruption.guard();
        }
        try (CsvRows rows = source.rows(console)) {
            Scratch scratch = trained.newScratch(root.execution().kernels());
            PredictionStream predictions =
                    new PredictionStream(trained, scratch, rows, keep, probabilities, interruption::check);
            target.write(console, predictions::writeTo);
        }
        return 0;
    }
}
