// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.joined;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The rows of several sources one behind the other, as one table. Their lines count on from one to the next, and each row
 * also knows its own file and line.
 */
public final class JoinedRows implements RowSource {
    private final String name;
    private final Iterator<? extends Part> parts;
    private final List<String> header;
    private final String first;
    private RowSource current;
    /** Lines of the sources before this one. */
    private long linesBefore;

    private long lastLine;
    private long blankBefore;

    /** One of the sources. */
    public interface Part {
        /** Opens it. */
        RowSource open() throws IOException;
    }

    /**
     * Opens the first one.
     *
     * @param name of all, for messages
     * @param parts one at least
     */
    public JoinedRows(String name, List<? extends Part> parts) throws IOException {
        this.name = name;
        this.parts = parts.iterator();
        this.current = this.parts.next().open();
        this.header = current.header();
        this.first = current.source();
    }

    @Override
    public String source() {
        return name;
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<SourceRow> next() throws IOException {
        Optional<SourceRow> row = current.next();
        while (row.isEmpty() && parts.hasNext()) {
            openNext();
            row = current.next();
        }
        return row.map(this::placed);
    }

    @Override
    public Optional<SourceRow> nextOrBlank() throws IOException {
        Optional<SourceRow> row = current.nextOrBlank();
        while (row.isEmpty() && parts.hasNext()) {
            openNext();
            row = current.nextOrBlank();
        }
        return row.map(this::placed);
    }

    @Override
    public List<SourceRow> nextRows() throws IOException {
        List<SourceRow> rows = current.nextRows();
        while (rows.isEmpty() && parts.hasNext()) {
            openNext();
            rows = current.nextRows();
        }
        return placed(rows);
    }

    @Override
    public List<SourceRow> nextFilledRows() throws IOException {
        List<SourceRow> rows = current.nextFilledRows();
        while (rows.isEmpty() && parts.hasNext()) {
            openNext();
            rows = current.nextFilledRows();
        }
        return placed(rows);
    }

    private List<SourceRow> placed(List<SourceRow> rows) {
        return rows.stream().map(this::placed).toList();
    }

    @Override
    public long blankRows() {
        return blankBefore + current.blankRows();
    }

    @Override
    public boolean isHeaderALine() {
        return current.isHeaderALine();
    }

    @Override
    public void close() throws IOException {
        current.close();
    }

    private SourceRow placed(SourceRow row) {
        lastLine = row.line();
        return new SourceRow(
                linesBefore + row.line(),
                row.cells(),
                row.isBlank(),
                Optional.of(new SourceRow.Place(current.source(), row.line())));
    }

    private void openNext() throws IOException {
        blankBefore += current.blankRows();
        linesBefore += lastLine;
        lastLine = 0;
        current.close();
        current = parts.next().open();
        if (!current.header().equals(header)) {
            throw new DataException(new Location(current.source(), 1, firstDifference() + 1), difference());
        }
    }

    private int firstDifference() {
        List<String> found = current.header();
        int column = 0;
        while (column < found.size()
                && column < header.size()
                && found.get(column).equals(header.get(column))) {
            column++;
        }
        return column;
    }

    private String difference() {
        int column = firstDifference();
        return "files of one table need the same columns in the same order, and column " + (column + 1) + " is "
                + named(current.header(), column) + " here and " + named(header, column) + " in " + first
                + "; correct the header, or leave the file out";
    }

    private static String named(List<String> columns, int column) {
        return column < columns.size() ? "'" + columns.get(column) + "'" : "none";
    }
}
