// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.ahead;

import dev.nn4j.core.internal.work.Joining;
import dev.nn4j.core.internal.work.Thrown;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a source, read by a thread of its own from the first one that is asked for on. Rows, their order and their
 * faults are the source's: what could not be read is thrown once all rows before it were given.
 */
public final class ReadAhead implements RowSource {
    /** Cells that are handed over together: a tenth of a millisecond's reading, and less than a young generation. */
    private static final int CELLS = 1 << 11;

    private final RowSource rows;
    private final int together;
    private final Handover handover = new Handover();
    private Optional<Thread> reader = Optional.empty();
    private boolean withBlank;
    private ReadRows given = ReadRows.none();
    private int next;

    /** Reads nothing yet. */
    public ReadAhead(RowSource rows) {
        this.rows = rows;
        this.together = Math.max(1, CELLS / Math.max(1, rows.header().size()));
    }

    @Override
    public String source() {
        return rows.source();
    }

    @Override
    public List<String> header() {
        return rows.header();
    }

    @Override
    public boolean isHeaderALine() {
        return rows.isHeaderALine();
    }

    /** Exact once all rows were given; before that as of some rows later. */
    @Override
    public long blankRows() {
        return given.blankRows();
    }

    @Override
    public Optional<SourceRow> next() throws IOException {
        return row(false);
    }

    @Override
    public Optional<SourceRow> nextOrBlank() throws IOException {
        return row(true);
    }

    private Optional<SourceRow> row(boolean blankToo) throws IOException {
        start(blankToo);
        while (next == given.rows().size()) {
            if (given.areLast()) {
                return end();
            }
            given = handover.take().orElseThrow(() -> new IllegalStateException(source() + ": is closed"));
            next = 0;
        }
        return Optional.of(given.rows().get(next++));
    }

    private void start(boolean blankToo) {
        if (reader.isEmpty()) {
            withBlank = blankToo;
            Thread thread = new Thread(this::readAll, "nn4j-reader");
            thread.setDaemon(true);
            reader = Optional.of(thread);
            thread.start();
        } else if (withBlank != blankToo) {
            throw new IllegalStateException(source() + ": rows are read with blank ones or without, not in turns");
        }
    }

    private Optional<SourceRow> end() {
        if (given.fault().isPresent()) {
            throw Thrown.asItIs(given.fault().get());
        }
        return Optional.empty();
    }

    private void readAll() {
        ReadRows some;
        do {
            some = read();
        } while (handover.put(some) && !some.areLast());
    }

    private ReadRows read() {
        List<SourceRow> some = new ArrayList<>(together);
        try {
            while (some.size() < together) {
                Optional<SourceRow> row = withBlank ? rows.nextOrBlank() : rows.next();
                if (row.isEmpty()) {
                    return new ReadRows(some, rows.blankRows(), true, Optional.empty());
                }
                some.add(row.get());
            }
            return new ReadRows(some, rows.blankRows(), false, Optional.empty());
        } catch (Throwable fault) { // an Error too, which is the caller's to know of
            return new ReadRows(some, rows.blankRows(), true, Optional.of(fault));
        }
    }

    @Override
    public void close() throws IOException {
        handover.close();
        boolean interrupted = reader.isPresent() && Joining.isInterrupted(reader.get());
        rows.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
