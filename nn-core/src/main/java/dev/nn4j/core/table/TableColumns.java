// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.compute.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Puts a {@link Table} together of whole columns; arrays and lists are read when it is built. Not safe for several
 * threads.
 *
 * <pre>{@code
 * Table table = Table.ofColumns(experiment::cellType)
 *         .numbers("length", lengths)
 *         .texts("species", species)
 *         .build();
 * }</pre>
 *
 * @since 0.1.0
 */
public final class TableColumns {
    private static final String SOURCE = "columns";

    private final Function<String, CellType> types;
    private final List<String> names = new ArrayList<>();
    private final List<Iterable<?>> cells = new ArrayList<>();
    private int rows = -1;

    TableColumns(Function<String, CellType> types) {
        this.types = types;
    }

    /** A column of numbers; NaN is a missing one. */
    public TableColumns numbers(String name, double[] numbers) {
        return column(name, numbers.length, row -> numbers[row]);
    }

    /** A column of numbers; NaN is a missing one. */
    public TableColumns numbers(String name, float[] numbers) {
        return column(name, numbers.length, row -> numbers[row]);
    }

    /** A column of whole numbers. */
    public TableColumns numbers(String name, long[] numbers) {
        return column(name, numbers.length, row -> numbers[row]);
    }

    /** A column of whole numbers. */
    public TableColumns numbers(String name, int[] numbers) {
        return column(name, numbers.length, row -> numbers[row]);
    }

    /** A column of texts; null is a missing one. */
    public TableColumns texts(String name, String[] texts) {
        return column(name, texts.length, row -> texts[row]);
    }

    /** A column of yes and no. */
    public TableColumns booleans(String name, boolean[] values) {
        return column(name, values.length, row -> values[row]);
    }

    /** A column of any values that {@link TableBuilder#addValues(Object...)} takes, such as dates; null is a missing one. */
    public TableColumns values(String name, List<?> values) {
        return column(name, values.size(), values);
    }

    /**
     * The table of the columns added, in that order.
     *
     * @throws dev.nn4j.api.DataException if a column is there twice, or a value cannot be used
     */
    public Table build() {
        return build(Cancellation.when(() -> false));
    }

    /**
     * The same, which can be cancelled.
     *
     * @param cancellation is asked a few times in a second; without one an interrupt of the thread alone stops it
     * @throws java.util.concurrent.CancellationException if it is requested, or the thread interrupted
     * @since 0.1.0
     */
    public Table build(Cancellation cancellation) {
        Cancellation.Walk walk = cancellation.newWalk();
        TableBuilder table =
                Table.builder(SOURCE, names, names.stream().map(types).toList());
        ValueRows<Integer> read = source();
        for (Optional<SourceRow> row = read.next(); row.isPresent(); row = read.next()) {
            walk.longStep();
            table.addRow(row.get());
        }
        return table.build();
    }

    /**
     * The rows of the columns added, one at a time, for what takes a {@link RowSource}: the columns are not copied.
     *
     * @since 0.1.0
     */
    public RowSource rows() {
        return source();
    }

    private ValueRows<Integer> source() {
        List<Iterator<?>> open =
                cells.stream().<Iterator<?>>map(Iterable::iterator).toList();
        Iterator<Integer> numbers = IntStream.range(0, rows).iterator();
        return new ValueRows<>(SOURCE, names, numbers, (row, number) -> {
            Object[] values = new Object[open.size()];
            for (int c = 0; c < values.length; c++) {
                values[c] = open.get(c).next();
            }
            return Arrays.asList(values);
        });
    }

    private TableColumns column(String name, int length, IntFunction<Object> cell) {
        return column(
                name, length, () -> IntStream.range(0, length).mapToObj(cell).iterator());
    }

    private TableColumns column(String name, int length, Iterable<?> column) {
        if (rows >= 0 && length != rows) {
            throw new IllegalArgumentException("table: column '" + name + "' has " + length + " rows, '" + names.get(0)
                    + "' has " + rows + "; all columns must have one length");
        }
        rows = length;
        names.add(name);
        cells.add(column);
        return this;
    }
}
