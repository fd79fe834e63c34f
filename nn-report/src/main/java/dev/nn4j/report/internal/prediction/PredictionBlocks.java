// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import dev.nn4j.api.DataException;
import dev.nn4j.core.Predictor;
import dev.nn4j.core.Scratch;
import dev.nn4j.core.schema.InputTally;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import java.io.IOException;
import java.util.Optional;

/** Predicts the rows of a source block by block, in order: cells to raw rows to outputs. For one thread. */
public final class PredictionBlocks {
    /** How many rows a block of a source has that goes on. */
    public static final int USUAL_ROWS = 256;

    private final RowSource source;
    private final InputTally tally;
    private final RowAnswers answers;

    /**
     * Finds the columns; reads no row yet.
     *
     * @param scratch of the predictor
     * @param tally counts what the model's policies let through, and says which rows have no prediction rather than end it all
     * @param needSpread whether blocks say how far an ensemble's networks are apart
     * @param mostRows of a block, at least 1
     * @throws DataException if a column is missing
     */
    public PredictionBlocks(
            Predictor predictor,
            Scratch scratch,
            RowSource source,
            InputTally tally,
            boolean needSpread,
            int mostRows) {
        this.source = source;
        this.tally = tally;
        this.answers = new RowAnswers(predictor, scratch, source, needSpread, mostRows);
    }

    /**
     * Reads and predicts the next rows; empty at the end.
     *
     * @throws IOException if the source cannot be read
     * @throws DataException if a row cannot be read or predicted, at its place
     */
    public Optional<PredictedBlock> next() throws IOException {
        answers.clear();
        while (!answers.isFull()) {
            Optional<SourceRow> row = source.nextOrBlank();
            if (row.isEmpty()) {
                break;
            }
            answers.add(row.get(), tally);
        }
        return answers.isEmpty() ? Optional.empty() : Optional.of(answers.predict());
    }
}
