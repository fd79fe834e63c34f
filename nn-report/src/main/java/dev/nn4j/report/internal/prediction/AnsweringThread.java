// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import dev.nn4j.core.schema.InputTally;
import dev.nn4j.core.table.SourceRow;
import java.util.List;
import java.util.Optional;

/** What one of several threads needs to make lines of rows: all that is used again, and is nobody else's. */
final class AnsweringThread {
    private final RowAnswers answers;
    private final PredictionLines lines;
    private final LinesOut.Part out;
    private final InputTally counted;
    private final Runnable betweenBlocks;

    /**
     * Of a thread.
     *
     * @param counted for the model; stays as it is
     * @param betweenBlocks is called now and then, and may end it all by throwing
     */
    AnsweringThread(
            RowAnswers answers, PredictionLines lines, LinesOut.Part out, InputTally counted, Runnable betweenBlocks) {
        this.answers = answers;
        this.lines = lines;
        this.out = out;
        this.counted = counted;
        this.betweenBlocks = betweenBlocks;
    }

    /** Answers rows that follow each other, some of them at a time: wide answers take memory. */
    DeliveredLines answer(List<SourceRow> rows) {
        InputTally tally = counted.newPart();
        Optional<RuntimeException> fault = Optional.empty();
        try {
            answer(rows, tally);
        } catch (RuntimeException e) {
            fault = Optional.of(e);
        }
        return new DeliveredLines(out.end(), tally, fault);
    }

    private void answer(List<SourceRow> rows, InputTally tally) {
        answers.clear();
        for (SourceRow row : rows) {
            answers.add(row, tally);
            if (answers.isFull()) {
                write();
            }
        }
        if (!answers.isEmpty()) {
            write();
        }
    }

    private void write() {
        betweenBlocks.run();
        PredictedBlock block = answers.predict();
        lines.begin(block);
        for (int row = 0; row < block.rows(); row++) {
            out.add(lines.line(block, row));
        }
        answers.clear();
    }
}
