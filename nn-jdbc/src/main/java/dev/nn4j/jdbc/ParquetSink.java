// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.jdbc;

import dev.nn4j.io.AtomicFile;
import dev.nn4j.io.sink.RowSink;
import dev.nn4j.jdbc.internal.Database;
import dev.nn4j.jdbc.internal.DatabaseUrl;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Collects rows in a temporary file as CSV, of which DuckDB makes a Parquet file when all are there: so their types are known, and
 * neither's memory grows with them.
 */
final class ParquetSink implements RowSink {
    private final Database duck;
    private final Path target;
    private final List<String> columns;
    private final List<WrittenColumn> types;
    private final Path passing;
    private final BufferedWriter out;

    private ParquetSink(Database duck, Path target, List<String> columns, Path passing) throws IOException {
        this.duck = duck;
        this.target = target;
        this.columns = List.copyOf(columns);
        this.types = Stream.generate(WrittenColumn::new).limit(columns.size()).toList();
        this.passing = passing;
        this.out = Files.newBufferedWriter(passing);
    }

    /** Finds DuckDB before any row is made. */
    static ParquetSink open(String location, List<String> columns) throws IOException {
        String drivers = System.getenv().getOrDefault("NN_DRIVER_PATH", "");
        DatabaseUrl url = new DatabaseUrl("jdbc:duckdb:", location);
        Database duck = Database.open(url, Map.of("NN_DRIVER_PATH", drivers), false);
        try {
            return new ParquetSink(duck, Path.of(location), columns, Files.createTempFile("nn-rows", ".csv"));
        } catch (IOException | RuntimeException e) {
            duck.close();
            throw e;
        }
    }

    /** The first column is always there, so that no line is blank. */
    @Override
    public void write(List<String> cells) throws IOException {
        out.write('0');
        for (int c = 0; c < columns.size(); c++) {
            String cell = cells.get(c);
            types.get(c).note(cell);
            out.write(cell.isEmpty() ? "," : ",\"" + cell.replace("\"", "\"\"") + '"');
        }
        out.write('\n');
    }

    @Override
    public void commit() throws IOException {
        out.close();
        Path written = Files.createTempFile("nn-rows", ".parquet");
        try (Statement statement = duck.connection().createStatement()) {
            statement.execute("copy (" + select() + ") to " + text(written.toString()) + " (format parquet)");
            AtomicFile.write(target, file -> Files.copy(written, file));
        } catch (SQLException e) {
            throw duck.fault("the rows cannot be written: ", e);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private String select() {
        String cells = IntStream.range(0, columns.size())
                .mapToObj(c -> "cast(c" + c + " as " + types.get(c).type() + ") as \""
                        + columns.get(c).replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(", "));
        String names = IntStream.range(0, columns.size())
                .mapToObj(c -> ", c" + c + ": 'VARCHAR'")
                .collect(Collectors.joining());
        return "select " + cells + " from read_csv(" + text(passing.toString()) + ", columns = {present: 'VARCHAR'"
                + names
                + "}, auto_detect = false, header = false, delim = ',', quote = '\"', escape = '\"', nullstr = '')";
    }

    private static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public void close() throws IOException {
        try (duck) {
            out.close();
        } finally {
            Files.deleteIfExists(passing);
        }
    }
}
