// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.table;

import dev.nn4j.api.DataException;
import dev.nn4j.core.table.Column;
import dev.nn4j.core.table.RowParser;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Writes a table, row by row, and what stands behind the rows at last. Not safe for several threads. */
public final class TableWriter implements ParsedRows.Into, Closeable {
    private final RowParser parser;
    private final Cells cells = new Cells();
    private final BlockChecksums out;
    private final TextPool texts;
    private final RestPool rests;
    private final int[] placeOf;
    private final ByteBuffer row;
    private int rows;

    /**
     * Begins a file.
     *
     * @param parser of the rows that will come
     * @param out receives the file; best buffered
     * @param scratch room for texts and what floats leave out
     */
    public TableWriter(RowParser parser, OutputStream out, ScratchFolder scratch) throws IOException {
        this.parser = parser;
        this.out = new BlockChecksums(out);
        this.texts = new TextPool(scratch, parser.names().size());
        this.placeOf = new int[parser.names().size()];
        int places = 0;
        for (int c = 0; c < placeOf.length; c++) {
            placeOf[c] = places;
            places += parser.types().get(c).isSkipped() ? 0 : 1;
        }
        this.rests = new RestPool(scratch, places);
        this.row = ByteBuffer.allocate((places + 1) * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer header = ByteBuffer.allocate(Layout.HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        this.out.write(header.putLong(Layout.MAGIC).putInt(Layout.VERSION).array());
    }

    /** Cells on their way into the row. */
    private final class Cells implements RowParser.Row {
        @Override
        public void number(int column, double number) {
            row.putInt(placeOf[column] * Integer.BYTES, Float.floatToIntBits((float) number));
            rests.take(rows, placeOf[column], number);
        }

        @Override
        public void text(int column, String text) {
            try {
                row.putInt(placeOf[column] * Integer.BYTES, texts.code(column, text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void value(int column, String text) {
            try {
                row.putInt(placeOf[column] * Integer.BYTES, texts.codeOfValue(column, text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Adds a row.
     *
     * @throws DataException if the row cannot be read
     */
    @Override
    public void add(SourceRow source) throws IOException {
        parser.read(source, cells);
        endRow(source.line());
    }

    @Override
    public void addAll(TableBuilder block) throws IOException {
        addRows(block.build());
    }

    /** Adds the rows of a table that has the same columns. */
    public void addRows(Table table) throws IOException {
        List<Column> columns = parser.names().stream().map(table::columnOf).toList();
        String first = parser.names().get(0);
        for (int r = 0; r < table.rows(); r++) {
            for (int c = 0; c < placeOf.length; c++) {
                addCell(c, columns.get(c), r);
            }
            endRow(table.location(r, first).line());
        }
    }

    private void addCell(int c, Column column, int row) {
        switch (parser.types().get(c).content()) {
            case NUMBER, NUMBER_OR_MISSING -> cells.number(c, column.exact(row));
            case TEXT -> {
                if (column.isValue(row)) {
                    cells.value(c, column.text(row));
                } else {
                    cells.text(c, column.text(row));
                }
            }
            case SKIPPED -> {}
        }
    }

    private void endRow(long line) throws IOException {
        if (rows == Integer.MAX_VALUE) {
            throw new DataException(
                    parser.source() + ": has more than " + Integer.MAX_VALUE + " rows, the most allowed");
        }
        // lines run ahead of rows only where cells hold line ends or lines are empty
        row.putInt(row.capacity() - Integer.BYTES, (int) (line - rows));
        out.write(row.array());
        rests.endRow();
        rows++;
    }

    /** Writes what stands behind the rows. */
    public void finish(TableOrigin origin) throws IOException {
        out.align();
        texts.writeOthers(out);
        out.align();
        rests.writeTo(out);
        out.align();
        long directoryFrom = out.count();
        byte[] directory = new Directory(
                        origin,
                        rows,
                        parser.names(),
                        parser.types(),
                        texts.dictionary(),
                        texts.otherWords(),
                        rests.decimals(),
                        rests.finer(),
                        texts.values())
                .encode();
        out.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(directory.length)
                .array());
        out.write(directory);
        out.align();
        long sumsFrom = out.count();
        byte[] sums = out.sums();
        ByteBuffer footer = ByteBuffer.allocate(Layout.FOOTER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        footer.putLong(sumsFrom + sums.length + Layout.FOOTER_BYTES);
        footer.putLong(directoryFrom);
        footer.putLong(sumsFrom);
        footer.position(Footer.CRC_AT);
        footer.putLong(Footer.crc(ByteBuffer.wrap(sums), footer));
        footer.putLong(~Layout.MAGIC);
        out.write(sums);
        out.write(footer.array());
    }

    @Override
    public void close() throws IOException {
        try (rests) {
            texts.close();
        }
    }
}
