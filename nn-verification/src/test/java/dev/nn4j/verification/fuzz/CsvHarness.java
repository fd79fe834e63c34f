// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.fuzz;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.io.Csv;
import dev.nn4j.io.CsvOutput;
import dev.nn4j.io.CsvRows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Any bytes, read as CSV: into a table, and row by row, written and read again to the same cells. */
public final class CsvHarness {
    private static final Oracle ORACLE = new Oracle(List.of(DataException.class));

    private CsvHarness() {}

    /** Jazzer's entry. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        ORACLE.accepts(input.length, () -> Csv.read(new ByteArrayInputStream(input), "fuzz", CsvHarness::typeOf));
        if (ORACLE.accepts(input.length, () -> cells(input))) {
            List<List<String>> cells = cells(input);
            if (!saysSeparator(cells.get(0)) && !cells.equals(cells(written(cells)))) {
                throw new AssertionError("cells that are written and read again differ");
            }
        }
    }

    /** A column that is all of a file cannot be called {@code sep=;}: that line says how the others are written. */
    private static boolean saysSeparator(List<String> header) {
        return header.size() == 1 && header.get(0).regionMatches(true, 0, "sep=", 0, 4);
    }

    private static CellType typeOf(String column) {
        return column.length() % 2 == 0 ? CellType.TEXT : CellType.NUMBER;
    }

    private static List<List<String>> cells(byte[] bytes) throws IOException {
        List<List<String>> cells = new ArrayList<>();
        try (CsvRows rows = CsvRows.of(new ByteArrayInputStream(bytes), "fuzz")) {
            cells.add(rows.header());
            for (Optional<SourceRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                cells.add(row.get().texts());
            }
        }
        return cells;
    }

    private static byte[] written(List<List<String>> cells) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvOutput csv = CsvOutput.to(bytes)) {
            for (List<String> row : cells) {
                csv.write(row);
            }
        }
        return bytes.toByteArray();
    }
}
