// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.reading;

import dev.nn4j.core.internal.work.OrderedBlocks;
import dev.nn4j.core.internal.work.Thrown;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a source in blocks: those that it gives together, or, of one that gives them one by one, some in a row. What is
 * wrong with the source is thrown behind the rows before it. Not safe for several threads.
 */
public final class SourceBlocks implements OrderedBlocks.Blocks<List<SourceRow>> {
    /** Bytes from which on rows that come one by one are a block, about. */
    private static final long FULL_BYTES = 1 << 20;
    /** Bytes of a cell beside its characters, about. */
    private static final int CELL_BYTES = 32;

    private final OneByOne source;
    private final int mostRows;
    private @Nullable Throwable fault;
    private boolean ended;

    /** How rows are asked for. */
    private interface OneByOne {
        List<SourceRow> next() throws IOException;
    }

    private SourceBlocks(OneByOne source, int mostRows) {
        this.source = source;
        this.mostRows = mostRows;
    }

    /**
     * All rows that are left, blank ones among them.
     *
     * @param mostRows of a block of those that come one by one
     */
    public static SourceBlocks all(RowSource rows, int mostRows) {
        return new SourceBlocks(rows::nextRows, mostRows);
    }

    /** The rows that are left but for blank ones; see {@link #all}. */
    public static SourceBlocks filled(RowSource rows, int mostRows) {
        return new SourceBlocks(rows::nextFilledRows, mostRows);
    }

    /** The next rows, one at least; nothing at the end, and whenever it is asked for more. */
    @Override
    public Optional<List<SourceRow>> next() throws IOException {
        List<SourceRow> some = read();
        if (some.size() != 1) {
            return some.isEmpty() ? Optional.empty() : Optional.of(some);
        }
        List<SourceRow> block = new ArrayList<>();
        long bytes = 0;
        while (!some.isEmpty()) {
            block.addAll(some);
            bytes += bytes(some.get(0));
            boolean full = some.size() > 1 || block.size() >= mostRows || bytes >= FULL_BYTES;
            some = full ? List.of() : readBehindOthers();
        }
        return Optional.of(block);
    }

    private List<SourceRow> read() throws IOException {
        if (fault != null) {
            throw Thrown.asItIs(fault);
        }
        List<SourceRow> some = ended ? List.of() : source.next();
        ended = some.isEmpty();
        return some;
    }

    /** What goes wrong now is told later: rows are there that come first. */
    private List<SourceRow> readBehindOthers() {
        try {
            return read();
        } catch (IOException | RuntimeException | Error e) {
            fault = e;
            return List.of();
        }
    }

    private static long bytes(SourceRow row) {
        long bytes = 0;
        for (Object cell : row.cells()) {
            bytes += CELL_BYTES + (cell instanceof CharSequence text ? text.length() : 0);
        }
        return bytes;
    }
}
