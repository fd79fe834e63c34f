// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/**
 * The SHA-256 of a table's columns as they were read, by which changed data are noticed: of one SHA-256 for each column,
 * so that all of them are taken in one walk over the rows.
 */
final class TableDigest {
    private final Column column;
    private final MessageDigest digest = newDigest();
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 12);

    /** A column is begun by its name, so that two cannot change places. */
    private TableDigest(Column column, int rows) {
        this.column = column;
        add(column.name());
        add(rows);
    }

    /** In lower-case hexadecimal. */
    static String of(Table table, Collection<Column> columns) {
        List<TableDigest> digests = columns.stream()
                .filter(column -> column.type() != CellType.SKIPPED)
                .map(column -> new TableDigest(column, table.rows()))
                .toList();
        RowBlocks.over(table.rows(), (from, to) -> digests.forEach(one -> one.addRows(from, to)));
        MessageDigest whole = newDigest();
        digests.forEach(one -> whole.update(one.digest()));
        return HexFormat.of().formatHex(whole.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private void addRows(int from, int to) {
        for (int row = from; row < to; row++) {
            if (column.holdsTexts()) {
                add(column.text(row));
            } else {
                add(Float.floatToIntBits(column.number(row)));
            }
        }
    }

    private byte[] digest() {
        flush();
        return digest.digest();
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
