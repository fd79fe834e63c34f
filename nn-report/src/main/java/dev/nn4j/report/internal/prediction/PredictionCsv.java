// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import dev.nn4j.api.DataException;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.io.CsvOutput;
import dev.nn4j.report.internal.prediction.PredictionStream.PredictedCells;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Writes blocks of predicted rows as CSV. */
public final class PredictionCsv implements Closeable {
    private final PredictionLines lines;
    private final CsvOutput csv;
    private boolean begun;

    /**
     * Writes nothing yet.
     *
     * @throws DataException if there is no column that is to be copied
     */
    public PredictionCsv(RowSource source, PredictedCells cells, OutputStream out) {
        this.lines = new PredictionLines(source, cells);
        this.csv = CsvOutput.to(out);
    }

    /** Writes the rows of a block, before the first the header. */
    public void write(PredictedBlock block) throws IOException {
        begin();
        lines.begin(block);
        for (int row = 0; row < block.rows(); row++) {
            csv.write(lines.line(block, row));
        }
    }

    private void begin() throws IOException {
        if (!begun) {
            begun = true;
            csv.write(lines.header());
        }
    }

    /** Writes the header, if there was no row, and closes the stream. */
    @Override
    public void close() throws IOException {
        try (csv) {
            begin();
        }
    }
}
