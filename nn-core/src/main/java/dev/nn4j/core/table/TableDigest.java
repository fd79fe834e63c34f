// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.internal.blocks.RowBlocks;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/** The SHA-256 of a table's columns as they were read, one after the other, by which changed data are noticed. */
final class TableDigest {
    /** Words of columns that are taken out of rows together, so that rows on a disk are fetched a few times only. */
    private static final long MOST_WORDS = 1L << 28;

    private final Table table;
    private final Cancellation.Walk walk;
    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 13);

    private TableDigest(Table table) {
        this.table = table;
        this.walk = table.cancellation().newWalk();
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** In lower-case hexadecimal. */
    static String of(Table table, List<Column> columns, Collection<String> exact) {
        TableDigest digest = new TableDigest(table);
        if (table.isInMemory()) {
            columns.forEach(digest::add);
        } else {
            digest.addStored(columns);
        }
        columns.stream()
                .filter(column -> column.holdsNumbers() && exact.contains(column.name()))
                .forEach(digest::addRests);
        digest.flush();
        return HexFormat.of().formatHex(digest.digest.digest());
    }

    /** As many columns of numbers as there is room for are laid out one behind the other, in one walk. */
    private void addStored(List<Column> columns) {
        int together = (int) Math.max(1, Math.min(columns.size(), MOST_WORDS / Math.max(1, table.rows())));
        WordArray room = table.newWords((long) together * table.rows());
        List<Column> waiting = new ArrayList<>();
        int laidOut = 0;
        for (Column column : columns) {
            if (laidOut == together) {
                addLaidOut(waiting, room);
                waiting.clear();
                laidOut = 0;
            }
            waiting.add(column);
            laidOut += column.holdsNumbers() ? 1 : 0;
        }
        addLaidOut(waiting, room);
    }

    private void addLaidOut(List<Column> columns, WordArray room) {
        List<Column> numbers = columns.stream().filter(Column::holdsNumbers).toList();
        int rows = table.rows();
        RowBlocks.over(table.rows(), table.cancellation(), (from, to) -> {
            for (int c = 0; c < numbers.size(); c++) {
                walk.step();
                for (int row = from; row < to; row++) {
                    room.set(
                            (long) c * rows + row,
                            Float.floatToIntBits(numbers.get(c).number(row)));
                }
            }
        });
        int next = 0;
        for (Column column : columns) {
            if (column.holdsNumbers()) {
                begin(column);
                long from = (long) next++ * rows;
                for (int row = 0; row < rows; row++) {
                    walk.step();
                    add(room.get(from + row));
                }
            } else {
                add(column);
            }
        }
    }

    private void add(Column column) {
        if (column.type().isSkipped()) {
            return;
        }
        begin(column);
        for (int row = 0; row < table.rows(); row++) {
            walk.step();
            if (column.holdsTexts()) {
                add(column.text(row));
            } else {
                add(Float.floatToIntBits(column.number(row)));
            }
        }
    }

    /** What floats leave out of a column's numbers, behind all floats. */
    private void addRests(Column column) {
        begin(column);
        for (int row = 0; row < table.rows(); row++) {
            add(FloatRest.of(column.exact(row)));
        }
    }

    /** A column is begun by its name, so that two cannot change places. */
    private void begin(Column column) {
        add(column.name());
        add(table.rows());
    }

    /** Its length first, so that no two tables run together into the same bytes. */
    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        flush();
        digest.update(bytes);
    }

    private void add(int value) {
        if (buffer.remaining() < Integer.BYTES) {
            flush();
        }
        buffer.putInt(value);
    }

    private void flush() {
        digest.update(buffer.flip());
        buffer.clear();
    }
}
