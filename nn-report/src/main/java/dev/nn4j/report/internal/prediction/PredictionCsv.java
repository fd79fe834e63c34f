// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import dev.nn4j.api.DataException;
import dev.nn4j.api.NearestName;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.io.CsvOutput;
import dev.nn4j.report.internal.prediction.PredictionStream.PredictedCells;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes blocks of predicted rows as CSV. */
public final class PredictionCsv implements Closeable {
    private final RowSource source;
    private final PredictedCells cells;
    private final int[] keptFields;
    private final List<String> header;
    private final CsvOutput csv;
    private boolean begun;

    /**
     * Writes nothing yet.
     *
     * @throws DataException if there is no column that is to be copied
     */
    public PredictionCsv(RowSource source, PredictedCells cells, OutputStream out) {
        this.source = source;
        this.cells = cells;
        this.keptFields = cells.kept().stream().mapToInt(this::fieldOf).toArray();
        this.header = cells.header();
        this.csv = CsvOutput.to(out);
    }

    /** Writes the rows of a block, before the first the header. */
    public void write(PredictedBlock block) throws IOException {
        begin();
        cells.more().forEach(more -> more.begin(block));
        for (int row = 0; row < block.rows(); row++) {
            List<String> line = new ArrayList<>();
            for (int field : keptFields) {
                line.add(
                        block.read().get(row).isBlank()
                                ? ""
                                : block.read().get(row).text(field));
            }
            if (block.isAnswered(row)) {
                append(block, row, line);
            } else {
                line.addAll(Collections.nCopies(header.size() - line.size(), ""));
            }
            csv.write(line);
        }
    }

    private void begin() throws IOException {
        if (!begun) {
            begun = true;
            csv.write(header);
        }
    }

    private void append(PredictedBlock block, int row, List<String> line) {
        int from = block.outputsFrom(row);
        cells.answer().append(block.outputs(), from, line);
        if (cells.answer().haveSpread()) {
            cells.answer().appendSpread(block.spread(), from, line);
        }
        for (PredictedColumns more : cells.more()) {
            more.append(block, row, line);
        }
    }

    private int fieldOf(String column) {
        int field = source.header().indexOf(column);
        if (field < 0) {
            throw new DataException(
                    new DataException.Location(source.source(), 1, 1),
                    "there is no column '" + column + "' to keep" + NearestName.hint(column, source.header()));
        }
        return field;
    }

    /** Writes the header, if there was no row, and closes the stream. */
    @Override
    public void close() throws IOException {
        try (csv) {
            begin();
        }
    }
}
