// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import dev.nn4j.api.DataException;
import dev.nn4j.api.NearestName;
import dev.nn4j.core.Predictor;
import dev.nn4j.core.Scratch;
import dev.nn4j.core.schema.InputNotes;
import dev.nn4j.core.schema.InputTally;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.io.CsvOutput;
import dev.nn4j.report.internal.text.PredictionCells;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Predicts the rows of a source block by block and writes them in order, as CSV. */
public final class PredictionStream {
    private final RowSource source;
    private final PredictionBlocks blocks;
    private final PredictedCells cells;
    private final List<String> kept;
    private final int[] keptFields;
    private final Runnable betweenBlocks;
    private final InputTally tally;
    private final List<String> header;

    /**
     * What is said of each row.
     *
     * @param kept columns of the source that are copied
     * @param answer the model's answer
     * @param more what else is said of it, in this order
     */
    public record PredictedCells(List<String> kept, PredictionCells answer, List<PredictedColumns> more) {
        /** Copies the lists. */
        public PredictedCells {
            kept = List.copyOf(kept);
            more = List.copyOf(more);
        }

        private boolean needSpread() {
            return answer.haveSpread() || more.stream().anyMatch(PredictedColumns::needSpread);
        }

        private List<String> header() {
            List<String> header = new ArrayList<>(kept);
            header.addAll(answer.header());
            more.forEach(columns -> header.addAll(columns.header()));
            return header;
        }
    }

    /**
     * Finds the columns; reads no row yet.
     *
     * @param scratch of the predictor
     * @param leniency which rows have empty predictions rather than end it all
     * @param betweenBlocks is called now and then, and may end it all by throwing
     * @throws DataException if a column is missing
     * @throws IllegalArgumentException if the output would have a column twice
     */
    public PredictionStream(
            Predictor predictor,
            Scratch scratch,
            RowSource source,
            PredictedCells cells,
            InputTally.Leniency leniency,
            Runnable betweenBlocks) {
        this.source = source;
        this.cells = cells;
        this.kept = cells.kept();
        this.betweenBlocks = betweenBlocks;
        this.tally = new InputTally(predictor.schema(), leniency);
        this.blocks = new PredictionBlocks(
                predictor, scratch, source, tally, cells.needSpread(), PredictionBlocks.USUAL_ROWS);
        this.keptFields = kept.stream().mapToInt(this::fieldOf).toArray();
        this.header = cells.header();
        if (new HashSet<>(header).size() < header.size()) {
            throw new IllegalArgumentException("the output would have a column twice: " + String.join(", ", header));
        }
    }

    /** Writes the header and every row; closes the stream. */
    public void writeTo(OutputStream out) throws IOException {
        try (CsvOutput csv = CsvOutput.to(out)) {
            csv.write(header);
            for (Optional<PredictedBlock> block = blocks.next(); block.isPresent(); block = blocks.next()) {
                betweenBlocks.run();
                write(block.get(), csv);
            }
            // Ctrl-C also ends who writes to stdin: what looks like the end of the rows may not be theirs.
            betweenBlocks.run();
        }
    }

    /** What the model's policies let through in the rows written so far. */
    public InputNotes notes() {
        return tally.notes();
    }

    private void write(PredictedBlock block, CsvOutput csv) throws IOException {
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
