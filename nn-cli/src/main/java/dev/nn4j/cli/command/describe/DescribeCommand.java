// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.describe;

import dev.nn4j.cli.command.NnCommand;
import dev.nn4j.cli.command.RowsOptions;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.FileEnding;
import dev.nn4j.cli.files.FileUses;
import dev.nn4j.cli.files.Source;
import dev.nn4j.cli.files.TableReader;
import dev.nn4j.cli.files.Target;
import dev.nn4j.config.starter.ColumnSurvey;
import dev.nn4j.config.starter.SurveyedColumn;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.Table;
import dev.nn4j.report.data.DataDescription;
import dev.nn4j.report.data.DataReport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what is in data before anything is learnt from them. */
@Command(
        name = "describe",
        description = {
            "Tells what is in data before anything is learnt from them: what each column is taken for, gaps, ranges,"
                    + " frequencies, what goes with the target, what may give it away, duplicates, and how far another"
                    + " file is from it."
        },
        sortOptions = false,
        footer = {"", "Example:", "  nn describe --data adult.csv --target income --report adult.html"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class DescribeCommand implements Callable<Integer> {
    private final Console console;
    private final NnCommand root;

    @Option(
            names = "--data",
            arity = "1..*",
            required = true,
            paramLabel = "FILE",
            description = "CSV, JSON lines or jdbc:… to look at; it is read twice.")
    private List<String> data;

    @Option(names = "--target", paramLabel = "COL", description = "The column that is to be learnt.")
    private Optional<String> target;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description = "Rows of the same columns, of which is told how far they are from those of --data.")
    private Optional<String> against;

    @Option(names = "--against-query", paramLabel = "SQL", description = "Of --against jdbc:…, which rows.")
    private Optional<String> againstQuery;

    @Mixin
    private RowsOptions reading = new RowsOptions();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Where it goes as HTML, one file to open in a browser; - is stdout.")
    private Optional<String> report;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    public DescribeCommand(Console console, NnCommand root) {
        this.console = console;
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        if (data.contains("-")) {
            throw Failure.usage("--data: stdin can be read once only, and the data are read twice; give a file");
        }
        RowsOptions.requireAsked("--against", against, againstQuery);
        FileUses traffic = new FileUses();
        Source source = reading.data(traffic, data).readAgain();
        Optional<Source> other = against.map(file -> reading.others(traffic, "--against", file, againstQuery));
        Optional<Target> page = report.map(file -> traffic.writes("--report", file, FileEnding.HTML));
        traffic.check();
        if (json && traffic.takesStdout()) {
            throw Failure.usage("--json prints on stdout, which --report takes; name a file there");
        }
        DataReport described = new DataReport(described(source, other));
        if (page.isPresent()) {
            page.get().write(console, described::writeHtml);
        }
        if (!traffic.takesStdout()) {
            console.print(json ? described.json() + "\n" : text(described));
        }
        return 0;
    }

    private String text(DataReport described) {
        OptionalInt columns = console.terminal().resultColumns();
        return columns.isPresent() ? described.textWithin(columns.getAsInt()) : described.text();
    }

    private DataDescription described(Source source, Optional<Source> other) throws IOException {
        List<SurveyedColumn> columns = surveyed(source);
        Schema schema = DataDescription.schema(columns);
        Table table = new TableReader(console, root.execution().threads()).rows(source, schema::cellType);
        DataDescription description = DataDescription.of(columns, table);
        if (other.isEmpty()) {
            return description;
        }
        try (RowSource rows = other.get().rows(console)) {
            DataDescription shared = withoutTarget(description, rows);
            return description.withDrift(
                    DriftCommand.of(rows, DataDescription.schema(shared.surveyed()), shared.profile()));
        }
    }

    /** New rows need not have the target. */
    private DataDescription withoutTarget(DataDescription description, RowSource rows) {
        String column = target.map(String::strip).orElse("");
        return rows.header().contains(column) ? description : description.without(column);
    }

    private List<SurveyedColumn> surveyed(Source source) throws IOException {
        String column = target.map(String::strip).orElse("");
        try (RowSource rows = column.isEmpty() ? source.rows(console) : source.rows(console, List.of(column))) {
            return (column.isEmpty() ? ColumnSurvey.of(rows) : ColumnSurvey.of(rows, column)).columns();
        }
    }
}
