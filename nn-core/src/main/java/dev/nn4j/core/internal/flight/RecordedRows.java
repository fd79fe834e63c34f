// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.flight;

import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Rows that are counted while they are read, for a recording. */
public final class RecordedRows implements RowSource {
    private final RowSource rows;
    private final RowSpan reading;
    private long read;
    private boolean closed;

    private RecordedRows(RowSource rows) {
        this.rows = rows;
        this.reading = Flight.reading(rows.source(), rows.header().size());
    }

    /** Rows just opened; as they are where nothing is recorded. */
    public static RowSource of(RowSource opened) {
        return Flight.isRecorded() ? new RecordedRows(opened) : opened;
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
    public Optional<SourceRow> next() throws IOException {
        return counted(rows.next());
    }

    @Override
    public Optional<SourceRow> nextOrBlank() throws IOException {
        return counted(rows.nextOrBlank());
    }

    @Override
    public List<SourceRow> nextRows() throws IOException {
        return counted(rows.nextRows());
    }

    @Override
    public List<SourceRow> nextFilledRows() throws IOException {
        return counted(rows.nextFilledRows());
    }

    private List<SourceRow> counted(List<SourceRow> some) {
        read += some.size();
        return some;
    }

    private Optional<SourceRow> counted(Optional<SourceRow> row) {
        read += row.isPresent() ? 1 : 0;
        return row;
    }

    @Override
    public long blankRows() {
        return rows.blankRows();
    }

    @Override
    public boolean isHeaderALine() {
        return rows.isHeaderALine();
    }

    @Override
    public void close() throws IOException {
        rows.close();
        if (!closed) {
            closed = true;
            reading.ended(read);
        }
    }
}
