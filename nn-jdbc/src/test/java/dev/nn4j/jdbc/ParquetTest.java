// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.io.RowSources;
import dev.nn4j.io.SourceRequest;
import dev.nn4j.io.sink.RowSink;
import dev.nn4j.io.sink.RowSinkProvider;
import dev.nn4j.io.sink.RowSinks;
import dev.nn4j.jdbc.internal.Database;
import dev.nn4j.jdbc.internal.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parquet files, written and read by DuckDB. */
class ParquetTest {
    private static final List<String> COLUMNS =
            List.of("id", "p \"yes\"", "code", "label", "day", "time", "flag", "none", "odd day");

    @TempDir
    private Path folder;

    private static List<String> row(int number) {
        return List.of(
                number + "",
                number == 3 ? "" : number + 0.25 + "",
                "00" + number,
                number == 1 ? "two\nlines, \"quoted\"" : number == 2 ? "naïve 数" : "",
                "2024-02-29",
                "2024-03-31 02:30",
                number % 2 == 0 ? "true" : "false",
                "",
                "2023-02-" + (28 + number));
    }

    private RowSink sink(Path file, List<String> columns) throws IOException {
        RowSinkProvider provider = RowSinks.installed().of(file.toString()).orElseThrow();
        assertThat(provider.hasTables()).isFalse();
        return provider.open(file.toString(), "", columns);
    }

    @Test
    void whatIsWrittenHasTypesAndIsReadAsItWas() throws Exception {
        Path file = folder.resolve("o'clock.parquet");
        try (RowSink sink = sink(file, COLUMNS)) {
            for (int number = 0; number < 4; number++) {
                sink.write(row(number));
            }
            assertThat(file).doesNotExist();
            sink.commit();
        }
        List<List<String>> rows = new ArrayList<>();
        try (RowSource source = RowSources.installed().open(SourceRequest.of(file.toString()))) {
            assertThat(source.header()).isEqualTo(COLUMNS);
            for (Optional<SourceRow> row = source.next(); row.isPresent(); row = source.next()) {
                rows.add(row.get().texts());
            }
        }
        assertThat(rows).containsExactly(row(0), row(1), row(2), row(3));
        assertThat(types(file))
                .containsExactly(
                        "BIGINT", "DOUBLE", "VARCHAR", "VARCHAR", "DATE", "TIMESTAMP", "BOOLEAN", "VARCHAR", "VARCHAR");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    private static List<String> types(Path file) throws Exception {
        List<String> types = new ArrayList<>();
        try (Database duck = Database.open(DatabaseUrl.of("jdbc:duckdb:"), Map.of(), true);
                Statement statement = duck.connection().createStatement();
                ResultSet described = statement.executeQuery("describe select * from read_parquet('"
                        + file.toString().replace("'", "''") + "')")) {
            while (described.next()) {
                types.add(described.getString("column_type"));
            }
        }
        return types;
    }

    @Test
    void withoutItsEndThereIsNoFileAndTheOldOneStays() throws IOException {
        Path file = Files.writeString(folder.resolve("old.parquet"), "old");
        try (RowSink sink = sink(file, List.of("x"))) {
            sink.write(List.of("1"));
        }
        assertThat(file).hasContent("old");
        try (RowSink sink = sink(file, List.of("x"))) {
            sink.write(List.of(""));
            sink.write(List.of(""));
            sink.commit();
        }
        try (RowSource rows = RowSources.installed().open(SourceRequest.of(file.toString()))) {
            assertThat(rows.next().orElseThrow().texts()).containsExactly("");
            assertThat(rows.next()).isPresent();
            assertThat(rows.next()).isEmpty();
        }
    }

    @Test
    void severalFilesAreOneTable() throws IOException {
        for (int part = 0; part < 2; part++) {
            try (RowSink sink = sink(folder.resolve(part + ".parquet"), List.of("x"))) {
                sink.write(List.of(part + ".5"));
                sink.commit();
            }
        }
        try (RowSource rows = RowSources.installed().open(SourceRequest.of(folder + "/*.parquet"))) {
            assertThat(rows.next().orElseThrow().texts()).containsExactly("0.5");
            assertThat(rows.next().orElseThrow().texts()).containsExactly("1.5");
            assertThat(rows.next()).isEmpty();
        }
    }

    @Test
    void aFileThatIsNoParquetIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("d.parquet"), "PAR1 and no more");
        assertThatIOException()
                .isThrownBy(() -> RowSources.installed().open(SourceRequest.of(file.toString())))
                .withMessageStartingWith(file + ": the query fails: ");
    }
}
