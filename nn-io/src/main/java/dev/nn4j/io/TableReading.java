// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.table.RowParser;
import dev.nn4j.core.table.RowSource;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * How {@link TableFile} reads rows, wherever they come from: what each column holds, on how many threads, and what may end
 * it. Immutable: each {@code with} gives another.
 *
 * <pre>{@code
 * TableReading reading = TableReading.of(experiment::cellType).withThreads(4);
 * Table table = TableFile.convert(csv, Header.FIRST_LINE, reading, file);
 * }</pre>
 *
 * @since 0.1.0
 */
public final class TableReading {
    private final Function<String, CellType> types;
    private final int threads;
    private final Cancellation cancellation;

    private TableReading(Function<String, CellType> types, int threads, Cancellation cancellation) {
        this.types = types;
        this.threads = threads;
        this.cancellation = cancellation;
    }

    /**
     * On the calling thread alone, until the rows end or the thread is interrupted.
     *
     * @param types how the column of a name is read: {@code experiment::cellType}
     */
    public static TableReading of(Function<String, CellType> types) {
        Objects.requireNonNull(types, "table: how columns are read is null");
        return new TableReading(types, 1, Cancellation.when(() -> false));
    }

    /**
     * The same on several threads; 1 if nobody asks. They parse rows side by side while the calling one asks the source for
     * more. The table and its file are the same, and so is the first fault. To open a file takes one, however many may be
     * used.
     *
     * @param most work at a time, the calling one among them; at least 1
     * @throws IllegalArgumentException for fewer
     */
    public TableReading withThreads(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("table: threads must be at least 1, got " + most);
        }
        return new TableReading(types, most, cancellation);
    }

    /**
     * The same, which can be cancelled by this, in place of what was given before; by nothing but the thread's interrupt if
     * nobody asks. What is cancelled ends with a {@link java.util.concurrent.CancellationException}, and the file that was to
     * be made is as it was.
     *
     * @param asked between rows, and again and again while a file is checked, by all threads that work; true to give up
     */
    public TableReading withCancellation(BooleanSupplier asked) {
        Objects.requireNonNull(asked, "table: the cancellation is null");
        return new TableReading(types, threads, Cancellation.when(asked));
    }

    Function<String, CellType> types() {
        return types;
    }

    int threads() {
        return threads;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    RowParser parser(RowSource rows) {
        return new RowParser(
                rows.source(), rows.header(), rows.header().stream().map(types).toList());
    }
}
