// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import dev.nn4j.api.DataException;
import dev.nn4j.config.internal.json.ShortestNumber;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.table.Table;
import dev.nn4j.io.Csv;
import dev.nn4j.io.CsvOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a search has found so far, as CSV: {@code trial,rung,epochs,score} and a column for each setting; a line for each rung
 * that a trial has reached, in the order of the search.
 *
 * @param settings their paths
 * @param records the lines
 * @since 0.1.0
 */
public record TrialTable(List<String> settings, List<TrialRecord> records) {
    private static final List<String> HEADER = List.of("trial", "rung", "epochs", "score");

    /** Copies the lists. */
    public TrialTable {
        settings = List.copyOf(settings);
        records = List.copyOf(records);
    }

    /** Writes it. */
    public void write(OutputStream out) throws IOException {
        try (CsvOutput csv = CsvOutput.to(out)) {
            List<String> header = new ArrayList<>(HEADER);
            header.addAll(settings);
            csv.write(header);
            for (TrialRecord record : records) {
                csv.write(cells(record));
            }
        }
    }

    private static List<String> cells(TrialRecord record) {
        List<String> cells = new ArrayList<>(List.of(
                Integer.toString(record.trial()),
                Integer.toString(record.rung()),
                Integer.toString(record.epochs()),
                record.score().isPresent() ? ShortestNumber.of(record.score().getAsDouble()) : ""));
        cells.addAll(record.settings());
        return cells;
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @param name for messages
     * @throws DataException if it is no such table
     * @throws IOException if it cannot be read
     */
    public static TrialTable read(InputStream in, String name) throws IOException {
        Table table = Csv.read(in, name, column -> CellType.TEXT);
        HEADER.forEach(table::require);
        List<String> settings = table.columns().stream()
                .filter(column -> !HEADER.contains(column))
                .toList();
        List<TrialRecord> records = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            int line = row;
            records.add(new TrialRecord(
                    count(table, row, "trial", 0),
                    count(table, row, "rung", 1),
                    count(table, row, "epochs", 0),
                    score(table, row),
                    settings.stream().map(column -> table.text(line, column)).toList()));
        }
        return new TrialTable(settings, records);
    }

    private static int count(Table table, int row, String column, int least) {
        try {
            int count = Integer.parseInt(table.text(row, column).strip());
            if (count >= least) {
                return count;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new DataException(
                table.location(row, column),
                "column '" + column + "' must hold whole numbers of at least " + least + ", got '"
                        + table.text(row, column) + "'; is it a table of trials?");
    }

    private static OptionalDouble score(Table table, int row) {
        String text = table.text(row, "score").strip();
        try {
            return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw new DataException(
                    table.location(row, "score"),
                    "column 'score' must hold numbers, got '" + text + "'; is it a table of trials?");
        }
    }
}
