// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import dev.nn4j.core.compute.Cancellation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * An order of rows that their content alone decides, whatever the order in which they come: by a key that is a hash of a seed
 * and the row's cells. It looks like a shuffle, and is the same wherever the rows lie, so that trainings on the parts of a
 * cluster and on one machine take the same rows at the same time. Rows of one key are equal, but for what floats leave out of their numbers, by which they are ordered then. For one
 * thread.
 *
 * @since 0.1.0
 */
public final class ContentOrder {
    /** Bytes to a key: the first of the row's SHA-256, so many that no two different rows will ever share one. */
    public static final int KEY_BYTES = 16;

    private final Table table;
    private final List<Column> columns;
    private final long seed;
    private final MessageDigest digest;
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 10);

    private ContentOrder(Table table, List<Column> columns, long seed) {
        this.table = table;
        this.columns = columns;
        this.seed = seed;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /**
     * Of a table's rows.
     *
     * @param columns whose cells count; those that are skipped do not
     * @param seed of the hash: with another, the order is another
     */
    public static ContentOrder of(Table table, Predicate<String> columns, long seed) {
        List<Column> chosen = table.columns().stream()
                .filter(columns)
                .sorted()
                .map(table::columnOf)
                .filter(column -> !column.type().isSkipped())
                .toList();
        return new ContentOrder(table, chosen, seed);
    }

    /**
     * The key of a row, by whose unsigned bytes rows are ordered.
     *
     * @return {@value #KEY_BYTES} bytes
     */
    public byte[] key(int row) {
        buffer.clear();
        buffer.putLong(seed);
        for (Column column : columns) {
            if (column.holdsTexts()) {
                byte[] text = column.text(row).getBytes(StandardCharsets.UTF_8);
                reserve(text.length + Integer.BYTES).putInt(text.length).put(text);
            } else {
                reserve(Integer.BYTES).putInt(Float.floatToIntBits(column.number(row)));
            }
        }
        digest.update(buffer.flip());
        return Arrays.copyOf(digest.digest(), KEY_BYTES);
    }

    private ByteBuffer reserve(int bytes) {
        if (buffer.remaining() < bytes) {
            buffer = ByteBuffer.allocate(2 * (buffer.position() + bytes)).put(buffer.flip());
        }
        return buffer;
    }

    /** The rows in order, by their numbers in the table. While they are sorted, each takes 8 bytes of the heap. */
    public WordArray rows() {
        long[] sorted = new long[table.rows()];
        Cancellation.Walk walk = table.cancellation().newWalk();
        for (int row = 0; row < sorted.length; row++) {
            walk.step();
            int most = ByteBuffer.wrap(key(row)).getInt() ^ Integer.MIN_VALUE; // unsigned order as a signed one
            sorted[row] = (long) most << Integer.SIZE | row;
        }
        Arrays.sort(sorted);
        WordArray order = table.newWords(sorted.length);
        for (int from = 0, to; from < sorted.length; from = to) {
            to = from + 1;
            while (to < sorted.length && sorted[to] >> Integer.SIZE == sorted[from] >> Integer.SIZE) {
                to++;
            }
            putByWholeKeys(sorted, from, to, order);
        }
        return order;
    }

    /** Orders two rows of one key. */
    private int compareExact(int one, int other) {
        for (Column column : columns) {
            int order = column.holdsTexts() ? 0 : Double.compare(column.exact(one), column.exact(other));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Few rows agree in the first bytes of their keys, unless they are equal. */
    private void putByWholeKeys(long[] sorted, int from, int to, WordArray order) {
        if (to == from + 1) {
            order.set(from, (int) sorted[from]);
            return;
        }
        record Keyed(int row, byte[] key) {}
        List<Keyed> some = Arrays.stream(sorted, from, to)
                .mapToObj(word -> new Keyed((int) word, key((int) word)))
                .sorted((one, other) -> {
                    int byKey = Arrays.compareUnsigned(one.key, other.key);
                    return byKey != 0 ? byKey : compareExact(one.row, other.row);
                })
                .toList();
        for (int i = 0; i < some.size(); i++) {
            order.set(from + i, some.get(i).row);
        }
    }
}
