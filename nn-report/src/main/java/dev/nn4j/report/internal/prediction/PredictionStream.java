// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import dev.nn4j.api.DataException;
import dev.nn4j.core.Predictor;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.internal.flight.Flight;
import dev.nn4j.core.internal.flight.RowSpan;
import dev.nn4j.core.internal.reading.SourceBlocks;
import dev.nn4j.core.internal.work.OrderedBlocks;
import dev.nn4j.core.schema.InputNotes;
import dev.nn4j.core.schema.InputTally;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.io.CsvOutput;
import dev.nn4j.io.sink.RowSink;
import dev.nn4j.report.internal.text.PredictionCells;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Predicts the rows of a source, several blocks side by side, and writes them in order. */
public final class PredictionStream {
    private final Predictor predictor;
    private final Execution execution;
    private final RowSource source;
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

        boolean useThreads() {
            return more.stream().anyMatch(PredictedColumns::useThreads);
        }

        PredictedCells ofThread() {
            return new PredictedCells(
                    kept, answer, more.stream().map(PredictedColumns::ofThread).toList());
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
     * @param execution on whose threads blocks are predicted, each by one, which changes no byte
     * @param leniency which rows have empty predictions rather than end it all
     * @param betweenBlocks is called now and then, by several threads, and may end it all by throwing
     * @throws DataException if a column is missing
     */
    public PredictionStream(
            Predictor predictor,
            Execution execution,
            RowSource source,
            PredictedCells cells,
            InputTally.Leniency leniency,
            Runnable betweenBlocks) {
        this.predictor = predictor;
        this.execution = execution;
        this.source = source;
        this.cells = cells;
        this.betweenBlocks = betweenBlocks;
        this.tally = new InputTally(predictor.schema(), leniency);
        predictor.schema().bind(source.source(), source.header()); // tells early what is missing
    }

    /**
     * Writes the header and every row; closes the stream.
     *
     * @throws DataException if a column that is to be copied is not there, or a row cannot be read or predicted
     */
    public void writeTo(OutputStream out) throws IOException {
        PredictionLines.requireKept(source, cells);
        try (CsvOutput header = CsvOutput.to(out)) {
            header.write(columns());
            header.flush();
            write(() -> new CsvPart(out));
        }
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
        PredictionLines.requireKept(source, cells);
        write(() -> new SinkPart(sink));
        sink.commit();
    }

    private void write(LinesOut out) throws IOException {
        RowSpan scoring = Flight.scoring(source.source());
        OrderedBlocks.over(
                SourceBlocks.all(source, PredictionBlocks.USUAL_ROWS),
                cells.useThreads() ? 1 : execution.threads(),
                Cancellation.none(),
                () -> newThread(out)::answer,
                this::take);
        // Ctrl-C also ends who writes to stdin: what looks like the end of the rows may not be theirs.
        betweenBlocks.run();
        scoring.ended(tally.notes().rows());
    }

    private AnsweringThread newThread(LinesOut out) {
        RowAnswers answers = new RowAnswers(
                predictor,
                predictor.newScratch(execution.kernels()),
                source,
                cells.needSpread(),
                PredictionBlocks.USUAL_ROWS);
        PredictionLines lines = new PredictionLines(source, cells.ofThread());
        return new AnsweringThread(answers, lines, out.newPart(), tally, betweenBlocks);
    }

    private void take(DeliveredLines rows) throws IOException {
        rows.lines().deliver();
        tally.add(rows.tally());
        if (rows.fault().isPresent()) {
            throw rows.fault().get();
        }
    }

    /** What the model's policies let through in the rows written so far. */
    public InputNotes notes() {
        return tally.notes();
    }
}
