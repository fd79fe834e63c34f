// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.rows;

import dev.nn4j.core.table.Column;
import dev.nn4j.core.table.ContentOrder;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableBuilder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as bytes: the key of its content and its cells, by the names of their columns. Compared as unsigned bytes, rows have
 * the order of {@link ContentOrder}.
 */
final class RecordFormat {
    private final RowPlan plan;
    private final List<String> sorted;
    /** Of each of the sorted columns, where it is among the plan's, and whether it holds texts. */
    private final int[] places;

    private final boolean[] texts;

    RecordFormat(RowPlan plan) {
        this.plan = plan;
        this.sorted = plan.read().stream().sorted().toList();
        this.places = sorted.stream().mapToInt(plan.columns()::indexOf).toArray();
        this.texts = new boolean[places.length];
        for (int i = 0; i < places.length; i++) {
            texts[i] = plan.types().get(places[i]).type().isText();
        }
    }

    /** All rows of a table. */
    List<byte[]> encode(Table table) {
        ContentOrder order = ContentOrder.of(table, column -> true, plan.seed());
        List<Column> columns = sorted.stream().map(table::columnOf).toList();
        List<byte[]> records = new ArrayList<>(table.rows());
        for (int row = 0; row < table.rows(); row++) {
            records.add(encode(order.key(row), columns, row));
        }
        return records;
    }

    private static byte[] encode(byte[] key, List<Column> columns, int row) {
        ByteBuffer record =
                ByteBuffer.allocate(key.length + columns.size() * Long.BYTES).put(key);
        for (Column column : columns) {
            if (column.holdsTexts()) {
                byte[] text = column.text(row).getBytes(StandardCharsets.UTF_8);
                record = withRoom(record, Integer.BYTES + text.length);
                record.putInt(text.length).put(text);
            } else {
                record = withRoom(record, Long.BYTES);
                record.putLong(ordered(column.exact(row)));
            }
        }
        return Arrays.copyOf(record.array(), record.position());
    }

    private static ByteBuffer withRoom(ByteBuffer record, int bytes) {
        return record.remaining() >= bytes
                ? record
                : ByteBuffer.allocate(2 * record.capacity() + bytes).put(record.flip());
    }

    /** Bits that, without a sign, are ordered as the numbers are. */
    private static long ordered(double number) {
        long bits = Double.doubleToLongBits(number);
        return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    }

    private static double number(long ordered) {
        return Double.longBitsToDouble(ordered < 0 ? ordered ^ Long.MIN_VALUE : ~ordered);
    }

    /**
     * The rows of records as a table.
     *
     * @param line the number of the first
     */
    Table decode(List<byte[]> records, long line) {
        TableBuilder table = plan.builder(RowPlan.SOURCE);
        for (int i = 0; i < records.size(); i++) {
            table.addRow(new SourceRow(line + i, cells(ByteBuffer.wrap(records.get(i)))));
        }
        return table.build();
    }

    private List<@Nullable Object> cells(ByteBuffer record) {
        @Nullable Object[] cells = new @Nullable Object[plan.columns().size()];
        record.position(ContentOrder.KEY_BYTES);
        for (int i = 0; i < places.length; i++) {
            if (texts[i]) {
                byte[] text = new byte[record.getInt()];
                record.get(text);
                cells[places[i]] = new String(text, StandardCharsets.UTF_8);
            } else {
                double number = number(record.getLong());
                cells[places[i]] = Double.isNaN(number) ? null : number;
            }
        }
        return Arrays.asList(cells);
    }
}
