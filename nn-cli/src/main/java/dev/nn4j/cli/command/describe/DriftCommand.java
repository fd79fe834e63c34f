// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.describe;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.cli.command.NnCommand;
import dev.nn4j.cli.command.RowsOptions;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.BlankRows;
import dev.nn4j.cli.files.FileEnding;
import dev.nn4j.cli.files.FileUses;
import dev.nn4j.cli.files.Source;
import dev.nn4j.cli.files.TableReader;
import dev.nn4j.cli.files.Target;
import dev.nn4j.core.Model;
import dev.nn4j.core.profile.Drift;
import dev.nn4j.core.profile.DriftTally;
import dev.nn4j.core.profile.TrainingProfile;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.io.ModelFile;
import dev.nn4j.report.data.DriftReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells how far rows have moved from those that a model learnt from. */
@Command(
        name = "drift",
        description = {
            "Tells how far rows have moved from those that a model learnt from, column by column: population stability"
                    + " index (above 0.1 worth a look, above 0.25 far) and Kolmogorov-Smirnov distance. Streams."
        },
        sortOptions = false,
        footer = {"", "Example:", "  nn drift adult.nn --data thisMonth.csv --report moved.html"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class DriftCommand implements Callable<Integer> {
    /** What there is to say of a model that cannot be compared with. */
    public static final String NO_PROFILE =
            "does not hold what its training rows looked like; a training keeps that with"
                    + " \"profile\": true in its configuration's training, as 'nn new' writes it";

    private final Console console;
    private final NnCommand root;

    @Parameters(paramLabel = "MODEL", description = "The model.")
    private String model;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "CSV, JSON lines or jdbc:… with the model's features; - is stdin.")
    private List<String> data;

    @Mixin
    private RowsOptions reading = new RowsOptions();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Where it goes as HTML, one file to open in a browser; - is stdout.")
    private Optional<String> report;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    public DriftCommand(Console console, NnCommand root) {
        this.console = console;
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        FileUses traffic = new FileUses();
        Path file = traffic.readsModel("MODEL", model);
        Source source = reading.data(traffic, data);
        Optional<Target> page = report.map(name -> traffic.writes("--report", name, FileEnding.HTML));
        traffic.check();
        if (json && traffic.takesStdout()) {
            throw Failure.usage("--json prints on stdout, which --report takes; name a file there");
        }
        Model trained = ModelFile.read(file, root.registry(console));
        TrainingProfile profile = trained.profile().orElseThrow(() -> Failure.model(model + ": " + NO_PROFILE));
        try (RowSource rows = source.rows(console, TableReader.needed(trained.schema()))) {
            Drift drift = of(rows, trained.schema(), profile);
            BlankRows.tell(rows, "are left out", console);
            DriftReport told = new DriftReport(drift);
            if (page.isPresent()) {
                String title = "How far " + rows.source() + " is from the training of " + file.getFileName();
                page.get().write(console, out -> told.writeHtml(title, out));
            }
            if (!traffic.takesStdout()) {
                console.print(json ? told.json() + "\n" : told.text());
            }
        }
        return 0;
    }

    /** How far the rows of a source are from a profile. */
    static Drift of(RowSource rows, Schema schema, TrainingProfile profile) throws IOException {
        DriftTally tally = new DriftTally(schema, profile);
        tally.addAll(rows);
        Drift drift = tally.drift();
        if (drift.rows() == 0) {
            throw new DataException(new Location(rows.source(), 1, 1), "there are no rows below the header; add some");
        }
        return drift;
    }
}
