// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.predict;

import dev.nn4j.cli.command.MissingChoice;
import dev.nn4j.cli.command.NnCommand;
import dev.nn4j.cli.command.RowsOptions;
import dev.nn4j.cli.command.describe.DriftCommand;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.console.Interruption;
import dev.nn4j.cli.files.BlankRows;
import dev.nn4j.cli.files.FileUses;
import dev.nn4j.cli.files.Source;
import dev.nn4j.cli.files.TableReader;
import dev.nn4j.core.Model;
import dev.nn4j.core.profile.TrainingProfile;
import dev.nn4j.core.schema.InputTally.Leniency;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.io.ModelFile;
import dev.nn4j.report.NotesText;
import dev.nn4j.report.internal.prediction.DetailColumns;
import dev.nn4j.report.internal.prediction.OutsideColumns;
import dev.nn4j.report.internal.prediction.PredictedColumns;
import dev.nn4j.report.internal.prediction.PredictionStream;
import dev.nn4j.report.internal.prediction.PredictionStream.PredictedCells;
import dev.nn4j.report.internal.text.PredictionCells;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
public final class PredictCommand implements Callable<Integer> {
    private final Console console;
    private final Interruption interruption;
    private final NnCommand root;

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "The model.")
    private String model;

    @Option(
            names = "--data",
            arity = "1..*",
            required = true,
            paramLabel = "FILE",
            description = "CSV, JSON lines or jdbc:… with the model's features; - is stdin.")
    private List<String> data;

    @Mixin
    private RowsOptions reading = new RowsOptions();

    @Mixin
    private PredictionOutput output = new PredictionOutput();

    @Option(names = "--probabilities", description = "Also write a column p_LABEL for each class.")
    private boolean probabilities;

    @Option(
            names = "--spread",
            description =
                    "Also write how far the networks of an ensemble are apart: a column spread, or spread_NAME for"
                            + " each of several outputs.")
    private boolean spread;

    @Mixin
    private UncertaintyOptions uncertainty = new UncertaintyOptions();

    @Mixin
    private ContributionOptions contributions = new ContributionOptions();

    @Option(
            names = "--check",
            description = "Also write a column outside: how many values of the row lie outside what training saw,"
                    + " numbers beyond its range and categories that it did not have.")
    private boolean check;

    @Option(names = "--keep", paramLabel = "COL", description = "Copy this column of the data; repeatable.")
    private List<String> keep = List.of();

    @Option(
            names = "--missing",
            paramLabel = "HOW",
            converter = MissingChoice.Converter.class,
            description =
                    "skip leaves the prediction empty where a value is missing for which nothing stands, fail ends"
                            + " at the first one (default: skip, unless the training said that it is an error).")
    private Optional<MissingChoice> missing;

    public PredictCommand(Console console, Interruption interruption, NnCommand root) {
        this.console = console;
        this.interruption = interruption;
        this.root = root;
    }

    private Leniency leniency() {
        return missing.map(choice -> choice == MissingChoice.SKIP ? Leniency.ALL : Leniency.NONE)
                .orElse(Leniency.UNSAID);
    }

    private PredictionCells cells(Model trained) {
        if (spread && trained.members() == 1) {
            throw Failure.usage(
                    "--spread: " + model + " is one network, which is not apart from others; leave the option"
                            + " out, or train an ensemble");
        }
        return new PredictionCells(trained.schema(), probabilities, spread);
    }

    /** What is said of each row behind the model's answer, in this order. */
    private List<PredictedColumns> columns(Model trained, List<PredictedColumns> explaining, RowSource rows) {
        List<PredictedColumns> columns = new ArrayList<>(List.of(new DetailColumns(trained.schema())));
        columns.addAll(uncertainty.columns(model, trained));
        columns.addAll(explaining);
        if (check) {
            columns.add(new OutsideColumns(trained.schema(), profile(trained), rows));
        }
        return columns;
    }

    private PredictionStream predictions(Model trained, RowSource rows, List<PredictedColumns> explaining) {
        try {
            PredictedCells written = new PredictedCells(keep, cells(trained), columns(trained, explaining, rows));
            return new PredictionStream(trained, root.execution(), rows, written, leniency(), interruption::check);
        } catch (IllegalArgumentException e) {
            throw Failure.usage("--keep: " + e.getMessage());
        }
    }

    private TrainingProfile profile(Model trained) {
        return trained.profile()
                .orElseThrow(() -> Failure.usage("--check: " + model + " " + DriftCommand.NO_PROFILE
                        + "; leave the option out, or train it again so"));
    }

    @Override
    public Integer call() throws IOException {
        FileUses traffic = new FileUses();
        Path modelFile = traffic.readsModel("--model", model);
        Source source = contributions.readBy(reading.data(traffic, data));
        PredictionOutput.Destination target = output.destination(traffic);
        contributions.note(traffic, reading);
        traffic.allow("--out", "--data");
        traffic.check();
        Model trained = ModelFile.read(modelFile, root.registry(console));
        if (!target.isStandard()) {
            interruption.guard();
        }
        List<PredictedColumns> explaining = contributions.columns(console, trained, source, root.execution());
        try (RowSource rows = source.rows(console, TableReader.needed(trained.schema()))) {
            PredictionStream predictions = predictions(trained, rows, explaining);
            target.write(console, predictions);
            BlankRows.tell(rows, "have no prediction", console);
            NotesText.lines(predictions.notes(), "predicted").forEach(console::warn);
        }
        return 0;
    }
}
