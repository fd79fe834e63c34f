// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.predict;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.FileEnding;
import dev.nn4j.cli.files.FileUses;
import dev.nn4j.cli.files.Target;
import dev.nn4j.io.sink.RowSink;
import dev.nn4j.io.sink.RowSinkProvider;
import dev.nn4j.io.sink.RowSinks;
import dev.nn4j.report.internal.prediction.PredictionStream;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where predictions go: a file, stdout, or a table of a database. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class PredictionOutput {
    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "Where predictions go: CSV, Parquet (.parquet), or jdbc:… with --table (default: stdout).")
    private String out;

    @Option(
            names = "--table",
            paramLabel = "TABLE",
            description = "Of --out jdbc:…, the table that gets a row for each prediction, all of them or none.")
    private Optional<String> table;

    /**
     * Where they go, once the command line is checked.
     *
     * @param target the file or stdout, if it is one
     * @param sink otherwise
     * @param location as the user gave it
     * @param table of the sink
     */
    record Destination(Optional<Target> target, Optional<RowSinkProvider> sink, String location, String table) {
        boolean isStandard() {
            return target.isPresent() && target.get().isStandard();
        }

        void write(Console console, PredictionStream predictions) throws IOException {
            if (target.isPresent()) {
                target.get().write(console, predictions::writeTo);
                return;
            }
            try (RowSink rows = sink.orElseThrow().open(location, table, predictions.columns())) {
                predictions.writeTo(rows);
            }
        }
    }

    Destination destination(FileUses traffic) {
        Optional<RowSinkProvider> sink = RowSinks.installed().of(out);
        boolean hasTables = sink.map(RowSinkProvider::hasTables).orElse(false);
        if (!hasTables) {
            table.ifPresent(name -> {
                throw Failure.usage("--table: is of a database; give --out jdbc:…, or leave it out");
            });
            Target file = traffic.writes("--out", out, sink.isPresent() ? FileEnding.TABLE : FileEnding.CSV);
            return new Destination(sink.isPresent() ? Optional.empty() : Optional.of(file), sink, out, "");
        }
        String name = table.orElseThrow(
                () -> Failure.usage("--out: is a database, which has many tables; say which by --table"));
        return new Destination(Optional.empty(), sink, out, name);
    }
}
