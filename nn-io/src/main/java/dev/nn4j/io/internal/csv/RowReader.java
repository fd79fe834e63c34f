// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.cell.NumberCell;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.io.internal.packed.Unpacked;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads the rows of one source, one at a time. */
public final class RowReader implements Closeable {
    private final String source;
    private final BlockReader blocks;
    private final char separator;
    private final List<String> header;
    /** Columns of the file, those without a name at its end included. */
    private final int width;

    private final boolean named;
    /** Who reads what is not plain: the first rows, and all behind what is not. */
    private ParsedText parsed;
    /** The block that is being read, if there is one; then {@link #parsed} has read nothing beyond it. */
    private Optional<RowScanner> scanned = Optional.empty();

    private Optional<Row> first = Optional.empty();
    private boolean empty = true;
    private long blankRows;
    private final BlockRules rules;

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
        this.blocks = new BlockReader(text, source, mostBytes);
        Replay beginning = blocks.beginning();
        Unpacked replayed = new Unpacked(beginning, text.beginning(), text.packing());
        Utf8Reader reader = new Utf8Reader(replayed, source, blocks.mostBytes(), ParsedText.Start.FIRST);
        String firstLine = reader.firstLine().toString();
        ForeignFormat.requireCsv(firstLine, source);
        this.separator = Separator.of(firstLine);
        this.parsed = new ParsedText(reader, new RowCollector(reader, source, 1), separator);
        if (Separator.isSaidBy(firstLine)) {
            parse();
        }
        Row line = firstRow()
                .orElseThrow(() -> new DataException(
                        new Location(source, 1, 1), "is empty; the first line must name the columns"));
        this.width = line.cells().size();
        this.header = names(line);
        this.rules = new BlockRules(source, header, named);
        if (!beginning.isBeyond()) {
            scanOn();
        }
    }

    /** Goes over from the parser to blocks; the rows that it has read already are passed over there. */
    private void scanOn() throws IOException {
        long passed = parsed.count();
        blocks.separateBy(separator);
        readBlock();
        for (long row = 0; row < passed; row++) {
            parse();
        }
    }

    private void readBlock() {
        scanned = blocks.next().map(block -> new RowScanner(block, (byte) separator));
        if (scanned.isEmpty()) {
            parsed = blocks.rest();
        }
    }

    /** The first one that is not blank. */
    private Optional<Row> firstRow() throws IOException {
        Optional<Row> row = parse();
        while (row.isPresent() && row.get().isBlank() && row.get().cells().size() > 1) {
            blankRows++;
            row = parse();
        }
        return row;
    }

    private List<String> names(Row line) {
        if (!named) {
            first = Optional.of(line);
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
        Optional<Row> row = line(width);
        while (row.map(Row::isBlank).orElse(false)) {
            row = line(width);
        }
        return checked(row);
    }

    /** The next row that is not empty; empty at the end. */
    public Optional<Row> nextOrBlank() throws IOException {
        return checked(line(width));
    }

    /** How many of the rows so far were blank. */
    public long blankRows() {
        return blankRows + rules.blankRows();
    }

    /** Whether the next rows are plain. */
    public boolean hasBlocks() {
        return scanned.isPresent() && first.isEmpty() && width == header.size();
    }

    /** The next rows to be parsed by any thread; empty where those that follow are not plain, or none do. */
    public Optional<RowSource.Block> nextBlock() {
        if (!hasBlocks()) {
            return Optional.empty();
        }
        RowScanner rows = scanned.orElseThrow();
        readBlock();
        return Optional.of(new ScannedRows(rows, rules));
    }

    /** Spreadsheets write rows that nobody filled; where there is one column only, a blank cell is a value that is missing. */
    private Optional<Row> line(int columns) throws IOException {
        Optional<Row> row = first.isPresent() ? first : parse();
        first = Optional.empty();
        if (row.isPresent() && row.get().isBlank()) {
            row = columns > 1 ? row : row.map(Row::filled);
            blankRows += columns > 1 ? 1 : 0;
        }
        return row;
    }

    private Optional<Row> checked(Optional<Row> row) {
        if (row.isEmpty() && empty && !rules.hadRows()) {
            throw new DataException(new Location(source, 2, 1), "no rows follow the header; add at least one");
        }
        empty = false;
        Optional<Row> named = row.map(this::withoutUnnamed);
        named.ifPresent(rules::requireNoHeader);
        return named;
    }

    /** Spreadsheets write columns that nobody filled: those at the end that have neither name nor content are none. */
    static List<String> named(List<String> names) {
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
        return row.with(row.cells().subList(0, header.size()));
    }

    @Override
    public void close() throws IOException {
        parsed.close();
    }

    private Optional<Row> parse() throws IOException {
        while (scanned.isPresent()) {
            if (scanned.get().next()) {
                return Optional.of(scanned.get().row());
            }
            readBlock();
        }
        return parsed.next();
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
