// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import dev.nn4j.core.internal.work.OrderedPipe;
import dev.nn4j.core.schema.InputTally;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.io.CsvOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Predicts the rows of a source on several threads: the calling one reads, the others make answers and text of what it read.
 * What is written, and which fault ends it, is the same for any number of them.
 */
final class PredictionTeam {
    /** Cells of the rows that are predicted together, up to which several threads hold some. */
    private static final int MOST_CELLS = 1 << 18;

    private final RowSource source;
    private final PredictionLines lines;
    private final Supplier<PredictionBlocks> workers;
    private final Supplier<InputTally> tallies;
    private final Queue<PredictionBlocks> idle = new ConcurrentLinkedQueue<>();
    private final int mostRows;
    private boolean ended;

    /**
     * Reads nothing yet.
     *
     * @param workers give blocks to one thread each
     * @param tallies give empty ones
     */
    PredictionTeam(
            RowSource source, PredictionLines lines, Supplier<PredictionBlocks> workers, Supplier<InputTally> tallies) {
        this.source = source;
        this.lines = lines;
        this.workers = workers;
        this.tallies = tallies;
        PredictionBlocks first = workers.get();
        this.idle.add(first);
        this.mostRows = first.mostRows();
    }

    /**
     * Rows as they are written.
     *
     * @param csv their lines
     * @param counts what the model's policies let through
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, not compared
    record Written(byte[] csv, InputTally counts) {}

    /** Gives all rows, in order. */
    void giveTo(OrderedPipe.Taker<Written> taker, int threads) throws IOException {
        boolean wide = (long) mostRows * source.header().size() > MOST_CELLS;
        try (OrderedPipe<Written> pipe = new OrderedPipe<>("nn4j-predictor", wide ? 1 : threads)) {
            pipe.run(this::next, taker);
        }
    }

    private Optional<Callable<Written>> next() {
        if (ended) {
            return Optional.empty();
        }
        ReadUnit unit = read();
        ended = unit.rows().size() < mostRows;
        boolean isNone = unit.rows().isEmpty() && unit.fault().isEmpty();
        return isNone ? Optional.empty() : Optional.of(() -> written(unit));
    }

    private ReadUnit read() {
        List<SourceRow> rows = new ArrayList<>(mostRows);
        try {
            for (int i = 0; i < mostRows; i++) {
                Optional<SourceRow> row = source.nextOrBlank();
                if (row.isEmpty()) {
                    break;
                }
                rows.add(row.get());
            }
            return new ReadUnit(rows, Optional.empty());
        } catch (IOException | RuntimeException e) {
            return new ReadUnit(rows, Optional.of(e));
        }
    }

    private Written written(ReadUnit unit) throws IOException {
        PredictionBlocks some = idle.poll();
        PredictionBlocks blocks = some == null ? workers.get() : some;
        InputTally counts = tallies.get();
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        try (CsvOutput rows = CsvOutput.below(csv)) {
            lines.write(blocks.answers(unit, counts), rows::write);
        }
        idle.add(blocks);
        return new Written(csv.toByteArray(), counts);
    }
}
