// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import dev.nn4j.api.DataException;
import dev.nn4j.core.Predictor;
import dev.nn4j.core.Scratch;
import dev.nn4j.core.internal.flight.Flight;
import dev.nn4j.core.internal.flight.RowSpan;
import dev.nn4j.core.schema.InputNotes;
import dev.nn4j.core.schema.InputTally;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.io.sink.RowSink;
import dev.nn4j.report.internal.text.PredictionCells;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Predicts the rows of a source block by block and writes them in order, as CSV. */
public final class PredictionStream {
    private final RowSource source;
    private final PredictionBlocks blocks;
    private final PredictedCells cells;
    private final Runnable betweenBlocks;
    private final InputTally tally;

    /**
     * What is said of each row.
     *
     * @param kept columns of the source that are copied
     * @param answer the model's answer
     * @param more what else is said of it, in this order
     */
    public record PredictedCells(List<String> kept, PredictionCells answer, List<PredictedColumns> more) {
        /**
         * Copies the lists.
         *
         * @throws IllegalArgumentException if the output would have a column twice
         */
        public PredictedCells {
            kept = List.copyOf(kept);
            more = List.copyOf(more);
            List<String> header = header(kept, answer, more);
            if (new HashSet<>(header).size() < header.size()) {
                throw new IllegalArgumentException(
                        "the output would have a column twice: " + String.join(", ", header));
            }
        }

        boolean needSpread() {
            return answer.haveSpread() || more.stream().anyMatch(PredictedColumns::needSpread);
        }

        List<String> header() {
            return header(kept, answer, more);
        }

        private static List<String> header(List<String> kept, PredictionCells answer, List<PredictedColumns> more) {
            List<String> header = new ArrayList<>(kept);
            header.addAll(answer.header());
            more.forEach(columns -> header.addAll(columns.header()));
            return header;
        }
    }

    /**
     * Finds the features; reads no row yet.
     *
     * @param scratch of the predictor
     * @param leniency which rows have empty predictions rather than end it all
     * @param betweenBlocks is called now and then, and may end it all by throwing
     * @throws DataException if a column is missing
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
        this.betweenBlocks = betweenBlocks;
        this.tally = new InputTally(predictor.schema(), leniency);
        this.blocks = new PredictionBlocks(
                predictor, scratch, source, tally, cells.needSpread(), PredictionBlocks.USUAL_ROWS);
    }

    /**
     * Writes the header and every row; closes the stream.
     *
     * @throws DataException if a column that is to be copied is not there, or a row cannot be read or predicted
     */
    public void writeTo(OutputStream out) throws IOException {
        RowSpan scoring = Flight.scoring(source.source());
        try (PredictionCsv csv = new PredictionCsv(source, cells, out)) {
            for (Optional<PredictedBlock> block = blocks.next(); block.isPresent(); block = blocks.next()) {
                betweenBlocks.run();
                csv.write(block.get());
            }
            // Ctrl-C also ends who writes to stdin: what looks like the end of the rows may not be theirs.
            betweenBlocks.run();
        }
        scoring.ended(tally.notes().rows());
    }

    /** Names of what is written. */
    public List<String> columns() {
        return cells.header();
    }

    /**
     * Writes every row, and makes all of them to be there; closes nothing.
     *
     * @throws DataException as {@link #writeTo(OutputStream)} throws it
     */
    public void writeTo(RowSink sink) throws IOException {
        RowSpan scoring = Flight.scoring(source.source());
        PredictionLines lines = new PredictionLines(source, cells);
        for (Optional<PredictedBlock> block = blocks.next(); block.isPresent(); block = blocks.next()) {
            betweenBlocks.run();
            lines.write(block.get(), sink::write);
        }
        betweenBlocks.run();
        sink.commit();
        scoring.ended(tally.notes().rows());
    }

    /** What the model's policies let through in the rows written so far. */
    public InputNotes notes() {
        return tally.notes();
    }
}
