// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.rows;

import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.internal.work.OrderedPipe;
import dev.nn4j.core.table.RowParser;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The rows that are left of a source, in order: one by one, or where it has blocks, parsed by all processors. Which rows
 * come, and which fault, does not depend on how many there are.
 */
public final class RowFeed {
    private final RowSource rows;
    private final RowParser parser;
    private final Cancellation cancellation;

    /** Takes rows. */
    public interface Taker {
        /** Takes the next one. */
        void take(SourceRow row) throws IOException;

        /** Takes the next ones. */
        void take(RowParser.Parsed parsed) throws IOException;
    }

    /** Cancelled between rows, or between blocks. */
    public RowFeed(RowSource rows, RowParser parser, Cancellation cancellation) {
        this.rows = rows;
        this.parser = parser;
        this.cancellation = cancellation;
    }

    /** Gives all rows. */
    public void giveTo(Taker taker) throws IOException {
        boolean more = true;
        while (more) {
            if (rows.hasBlocks()) {
                giveBlocks(taker);
            }
            Optional<SourceRow> row = rows.next();
            cancellation.check();
            more = row.isPresent();
            if (more) {
                taker.take(row.get());
            }
        }
    }

    private void giveBlocks(Taker taker) throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        try (OrderedPipe<ParsedBlock> pipe = new OrderedPipe<>("nn4j-reader", threads)) {
            pipe.run(this::next, taker::take);
        }
    }

    private Optional<Callable<ParsedBlock>> next() throws IOException {
        cancellation.check();
        return rows.nextBlock().map(block -> () -> parsed(block));
    }

    private ParsedBlock parsed(RowSource.Block block) {
        ParsedBlock cells = new ParsedBlock(parser);
        block.parse(parser, cells);
        return cells;
    }
}
