// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import dev.nn4j.api.DataException;
import dev.nn4j.api.NearestName;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.report.internal.prediction.PredictionStream.PredictedCells;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is written of predicted rows, as texts. */
final class PredictionLines {
    private final RowSource source;
    private final PredictedCells cells;
    private final int[] keptFields;
    private final List<String> header;

    /** Takes a row. */
    interface Writing {
        void write(List<String> cells) throws IOException;
    }

    /**
     * Finds the columns that are copied.
     *
     * @throws DataException if one is not there
     */
    PredictionLines(RowSource source, PredictedCells cells) {
        this.source = source;
        this.cells = cells;
        this.keptFields = cells.kept().stream().mapToInt(this::fieldOf).toArray();
        this.header = cells.header();
    }

    List<String> header() {
        return header;
    }

    void write(PredictedBlock block, Writing into) throws IOException {
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
            into.write(line);
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
}
