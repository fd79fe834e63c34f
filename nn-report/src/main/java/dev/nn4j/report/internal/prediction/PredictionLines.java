// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import dev.nn4j.api.DataException;
import dev.nn4j.api.NearestName;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.report.internal.prediction.PredictionStream.PredictedCells;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is written of predicted rows, as texts. */
final class PredictionLines {
    private final PredictedCells cells;
    private final int[] keptFields;
    private final List<String> header;

    /**
     * Finds the columns that are copied.
     *
     * @throws DataException if one is not there
     */
    PredictionLines(RowSource source, PredictedCells cells) {
        this.cells = cells;
        this.keptFields = keptFields(source, cells);
        this.header = cells.header();
    }

    List<String> header() {
        return header;
    }

    /** Is called with each block before its lines are asked for. */
    void begin(PredictedBlock block) {
        cells.more().forEach(more -> more.begin(block));
    }

    /** The cells of a row. */
    List<String> line(PredictedBlock block, int row) {
        SourceRow read = block.read().get(row);
        List<String> line = new ArrayList<>(header.size());
        for (int field : keptFields) {
            line.add(read.isBlank() ? "" : read.text(field));
        }
        if (block.isAnswered(row)) {
            append(block, row, line);
        } else {
            line.addAll(Collections.nCopies(header.size() - line.size(), ""));
        }
        return line;
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

    /**
     * Passes if there are the columns that are to be copied.
     *
     * @throws DataException if one is not there
     */
    static void requireKept(RowSource source, PredictedCells cells) {
        keptFields(source, cells);
    }

    private static int[] keptFields(RowSource source, PredictedCells cells) {
        return cells.kept().stream().mapToInt(column -> fieldOf(column, source)).toArray();
    }

    private static int fieldOf(String column, RowSource source) {
        int field = source.header().indexOf(column);
        if (field < 0) {
            throw new DataException(
                    new DataException.Location(source.source(), 1, 1),
                    "there is no column '" + column + "' to keep" + NearestName.hint(column, source.header()));
        }
        return field;
    }
}
