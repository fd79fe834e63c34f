// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.rows;

import dev.nn4j.core.table.SourceRow;
import dev.nn4j.io.CsvRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rows of a body of CSV. */
public final class CsvBody {
    private CsvBody() {}

    /**
     * Reads all rows.
     *
     * @throws dev.nn4j.api.DataException if it is no CSV
     * @throws IOException if it is packed and cannot be unpacked
     */
    public static ListedRows read(byte[] body, int mostRows) throws IOException {
        try (CsvRows csv = CsvRows.of(new ByteArrayInputStream(body), ListedRows.SOURCE)) {
            List<SourceRow> rows = new ArrayList<>();
            for (Optional<SourceRow> row = csv.nextOrBlank(); row.isPresent(); row = csv.nextOrBlank()) {
                RowCount.require(rows.size() + 1L, mostRows);
                rows.add(row.get());
            }
            return new ListedRows(csv.header(), rows);
        }
    }
}
