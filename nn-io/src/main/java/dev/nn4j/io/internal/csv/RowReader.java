// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.cell.NumberCell;
import dev.nn4j.core.cell.RowTexts;
import dev.nn4j.core.internal.work.Thrown;
import dev.nn4j.io.internal.packed.Unpacked;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one source, one at a time. */
public final class RowReader implements Closeable {
    private final String source;
    private final RowFeed rows;
    private final List<String> header;
    /** Columns of the file, those without a name at its end included. */
    private final int width;

    private final boolean named;
    /** Which was looked at already, where it names no columns. */
    private @Nullable Row first;

    private boolean empty = true;
    /** What comes in place of the next row, if it was looked at already. */
    private @Nullable Throwable fault;

    private long blankRows;

    /**
     * Reads the header.
     *
     * @param source as messages name it
     * @param mostBytes how much is read of the stream, if it is not packed
     * @param named whether the first line names the columns
     */
    public RowReader(Unpacked text, String source, long mostBytes, boolean named) throws IOException {
        this.source = source;
        this.named = named;
        ForeignFormat.requireText(text.beginning(), source);
        this.rows = new RowFeed(text, source, mostBytes);
        String firstLine = rows.firstLine();
        ForeignFormat.requireCsv(firstLine, source);
        rows.separate(Separator.of(firstLine));
        if (Separator.isSaidBy(firstLine)) {
            rows.next();
        }
        Row line = firstRow()
                .orElseThrow(() -> new DataException(
                        new Location(source, 1, 1), "is empty; the first line must name the columns"));
        this.width = line.cells().size();
        this.header = names(line);
    }

    /** The first one that is not blank. */
    private Optional<Row> firstRow() throws IOException {
        Row row = rows.next();
        while (row != null && row.isBlank() && row.cells().size() > 1) {
            blankRows++;
            row = rows.next();
        }
        return Optional.ofNullable(row);
    }

    private List<String> names(Row line) {
        if (!named) {
            first = line;
            return numbered(line.cells().size());
        }
        List<String> names = named(line.cells());
        requireDistinct(names);
        return names;
    }

    /** The names that columns have where no line names them: c1, c2 and so on. */
    public static List<String> numbered(int columns) {
        return IntStream.rangeClosed(1, columns)
                .mapToObj(column -> "c" + column)
                .toList();
    }

    /** The names of the columns. */
    public List<String> header() {
        return header;
    }

    /** The next row that is neither empty nor blank; empty at the end. */
    public Optional<Row> next() throws IOException {
        Row row = line();
        while (row != null && row.isBlank()) {
            row = line();
        }
        return Optional.ofNullable(checked(row));
    }

    /** The next row that is not empty; empty at the end. */
    public Optional<Row> nextOrBlank() throws IOException {
        return Optional.ofNullable(checked(line()));
    }

    /**
     * The next rows that can be had at once, blank ones among them; one at least, but none at the end. A fault behind them is
     * thrown by the next call.
     */
    public List<Row> nextRows() throws IOException {
        Row row = checked(line());
        List<Row> some = new ArrayList<>(rows.countAtHand() + 1);
        while (row != null) {
            some.add(row);
            row = rows.isAtHand() ? behindOthers() : null;
        }
        return some;
    }

    /** The next row, or null: what goes wrong now is told later, for rows are there that come first. */
    private @Nullable Row behindOthers() {
        try {
            return checked(line());
        } catch (Throwable e) { // checked ones too: Kotlin, Scala and Lombok throw them undeclared
            fault = e;
            return null;
        }
    }

    /** How many of the rows so far were blank. */
    public long blankRows() {
        return blankRows;
    }

    /** Spreadsheets write rows that nobody filled; where there is one column only, a blank cell is a value that is missing. */
    private @Nullable Row line() throws IOException {
        if (fault != null) {
            throw Thrown.asItIs(fault);
        }
        Row row = first != null ? first : rows.next();
        first = null;
        if (row != null && row.isBlank()) {
            row = width > 1 ? row : row.filled();
            blankRows += width > 1 ? 1 : 0;
        }
        return row;
    }

    private @Nullable Row checked(@Nullable Row row) {
        if (row == null && empty) {
            throw new DataException(new Location(source, 2, 1), "no rows follow the header; add at least one");
        }
        empty = false;
        if (row == null) {
            return null;
        }
        Row inColumns = withoutUnnamed(row);
        requireNoHeader(inColumns);
        return inColumns;
    }

    /** Spreadsheets write columns that nobody filled: those at the end that have neither name nor content are none. */
    private static List<String> named(List<String> names) {
        int named = names.size();
        while (named > 1 && names.get(named - 1).isBlank()) {
            named--;
        }
        return names.subList(0, named).stream().map(String::strip).toList();
    }

    private Row withoutUnnamed(Row row) {
        if (width == header.size() || row.cells().size() != width) {
            return row;
        }
        for (int cell = header.size(); cell < width; cell++) {
            if (!row.cells().get(cell).isBlank()) {
                throw new DataException(
                        new Location(source, row.line(), cell + 1),
                        "column " + (cell + 1)
                                + " has no name, but a value here; name it in the header or leave it out");
            }
        }
        return row.first(header.size());
    }

    /** Files that were joined hold their header again: read as a row, it would make texts of all columns. */
    private void requireNoHeader(Row row) {
        if (named && repeatsHeader(row.cells())) {
            throw new DataException(
                    new Location(source, row.line(), 1),
                    "the header stands here again, as a row; remove this line or, if line 1 is a row as well, read the"
                            + " file without a header (--header none)");
        }
    }

    private boolean repeatsHeader(RowTexts row) {
        if (!mayRepeat(row)) {
            return false;
        }
        List<String> cells = named(row);
        if (cells.size() != header.size()) {
            return false;
        }
        for (int c = 0; c < cells.size(); c++) {
            if (!cells.get(c).equalsIgnoreCase(header.get(c))) {
                return false;
            }
        }
        return true;
    }

    /** Nearly every row says at once that it does not: no text is made of it to know. */
    private boolean mayRepeat(RowTexts row) {
        return row.length(0) >= header.get(0).length()
                && (Double.isNaN(row.plainNumber(0))
                        ? row.get(0).strip().equalsIgnoreCase(header.get(0))
                        : NumberCell.isNumber(header.get(0)));
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private void requireDistinct(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (int c = 0; c < names.size(); c++) {
            if (!seen.add(names.get(c))) {
                String way = mayBeRow(names, names.get(c))
                        ? "; the line looks like a row: put the names above it, or read the file without a header"
                                + " (--header none)"
                        : "; rename one";
                throw new DataException(
                        new Location(source, 1, c + 1), "column '" + names.get(c) + "' is there twice" + way);
            }
        }
    }

    /** One slip makes one name twice. */
    private static boolean mayBeRow(List<String> names, String twice) {
        return NumberCell.isNumber(twice) || new HashSet<>(names).size() < names.size() - 1;
    }
}
