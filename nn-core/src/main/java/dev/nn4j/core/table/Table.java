// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.api.NearestName;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.internal.text.ArrayLength;
import dev.nn4j.core.internal.work.ColumnWalk;
import dev.nn4j.core.internal.work.SharedLoop;
import java.lang.invoke.MethodHandles;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Named columns of numbers or texts, all of one length, with the place that each row came from: in memory, made by a
 * {@link TableBuilder}, or {@linkplain #stored in a store} such as a file. Immutable and safe for all threads.
 *
 * @since 0.1.0
 */
public final class Table {
    private final String source;
    private final int rows;
    private final Map<String, Column> columns;
    private final IntToLongFunction lines;
    private final @Nullable StoredRows stored;
    private final @Nullable View view;
    private final Cancellation cancellation;
    private final int threads;

    private Table(
            String source,
            int rows,
            Map<String, Column> columns,
            IntToLongFunction lines,
            @Nullable StoredRows stored,
            @Nullable View view,
            Cancellation cancellation,
            int threads) {
        this.source = source;
        this.rows = rows;
        this.columns = columns;
        this.lines = lines;
        this.stored = stored;
        this.view = view;
        this.cancellation = cancellation;
        this.threads = threads;
    }

    /** Which rows of a table in memory, that is no view itself, a view has. */
    private record View(Table whole, WordArray rows) {
        WordArray composed(WordArray indices, Cancellation cancellation) {
            WordArray composed = WordArray.inHeap(indices.length());
            Cancellation.Walk walk = cancellation.newWalk();
            for (long i = 0; i < composed.length(); i++) {
                walk.step();
                composed.set(i, rows.get(indices.get(i)));
            }
            return composed;
        }
    }

    /** A table in memory; it keeps what it is given. */
    static Table inMemory(String source, int rows, Map<String, Column> columns, IntToLongFunction lines) {
        return new Table(source, rows, columns, lines, null, null, Cancellation.none(), 1);
    }

    /** Starts a table of these columns; source names it in messages. */
    public static TableBuilder builder(String source, List<String> columns, List<CellType> types) {
        return new TableBuilder(source, columns, types);
    }

    /**
     * A table of records: a column for each component, of its name and in the components' order. The type is checked
     * first; {@link TableBuilder#addValues(Object...)} says what values a column takes.
     *
     * <pre>{@code
     * Table table = Table.ofRecords(flowers, Flower.class, MethodHandles.lookup(), experiment::cellType);
     * }</pre>
     *
     * @param lookup of a class that may call the record's accessors: {@code MethodHandles.lookup()}
     * @param types how the column of a name is read: {@code experiment::cellType}
     * @throws DataException if a component's type cannot serve its column, or a value cannot be used or is missing where
     *     that is an error
     * @throws IllegalArgumentException if the lookup may not call an accessor
     */
    public static <R extends Record> Table ofRecords(
            Iterable<? extends R> rows, Class<R> type, MethodHandles.Lookup lookup, Function<String, CellType> types) {
        return ofRecords(rows, type, lookup, types, Cancellation.when(() -> false));
    }

    /**
     * The same, which can be cancelled.
     *
     * @param cancellation is asked a few times in a second; without one an interrupt of the thread alone stops it
     * @throws java.util.concurrent.CancellationException if it is requested, or the thread interrupted
     * @since 0.1.0
     */
    public static <R extends Record> Table ofRecords(
            Iterable<? extends R> rows,
            Class<R> type,
            MethodHandles.Lookup lookup,
            Function<String, CellType> types,
            Cancellation cancellation) {
        return RecordRows.table(rows, type, lookup, types, cancellation.newWalk());
    }

    /**
     * A table of maps by name. The order of the columns is asked for because a map need not have one, and it decides the
     * bits that are learnt.
     *
     * @param columns names in order; what else is in a row is left alone
     * @param rows each with a value for every column, null where it is missing, as {@link
     *     TableBuilder#addValues(Object...)} takes them
     * @param types how the column of a name is read: {@code experiment::cellType}
     * @throws DataException if a row lacks a column (the nearest name is given), or a value cannot be used or is missing
     *     where that is an error
     */
    public static Table ofMaps(
            List<String> columns, Iterable<? extends Map<String, ?>> rows, Function<String, CellType> types) {
        return ofMaps(columns, rows, types, Cancellation.when(() -> false));
    }

    /**
     * The same, which can be cancelled.
     *
     * @param cancellation is asked a few times in a second; without one an interrupt of the thread alone stops it
     * @throws java.util.concurrent.CancellationException if it is requested, or the thread interrupted
     * @since 0.1.0
     */
    public static Table ofMaps(
            List<String> columns,
            Iterable<? extends Map<String, ?>> rows,
            Function<String, CellType> types,
            Cancellation cancellation) {
        TableBuilder table =
                builder("rows", columns, columns.stream().map(types).toList());
        Cancellation.Walk walk = cancellation.newWalk();
        for (Map<String, ?> row : rows) {
            walk.longStep();
            table.addValues(Objects.requireNonNull(row, "table: a row is null"));
        }
        return table.build();
    }

    /**
     * Starts a table of whole columns.
     *
     * @param types how the column of a name is read: {@code experiment::cellType}
     */
    public static TableColumns ofColumns(Function<String, CellType> types) {
        return new TableColumns(types);
    }

    /**
     * A table whose cells lie outside the heap. What is noted of its rows in training and evaluation lies there too, so
     * that memory does not grow with their number.
     *
     * @param source names it in messages
     * @param columns of the source, all different
     * @param types of the columns
     * @param store the cells of those that are not skipped
     */
    public static Table stored(String source, List<String> columns, List<CellType> types, TableStore store) {
        return stored(source, columns, types, new StoredRows(store, null));
    }

    private static Table stored(String source, List<String> names, List<CellType> types, StoredRows stored) {
        Map<String, Column> columns = new LinkedHashMap<>();
        int place = 0;
        for (int c = 0; c < names.size(); c++) {
            columns.put(names.get(c), stored.column(names.get(c), c + 1, types.get(c), place));
            place += types.get(c).isSkipped() ? 0 : 1;
        }
        return new Table(
                source,
                stored.rows(),
                columns,
                row -> stored.store().line(stored.row(row)),
                stored,
                null,
                Cancellation.none(),
                1);
    }

    /**
     * The same table for work that may be cancelled: what walks over its rows then ends soon, with a {@link
     * java.util.concurrent.CancellationException}, once the cancellation is requested. So do walks over what is selected of
     * it.
     *
     * @since 0.1.0
     */
    public Table withCancellation(Cancellation other) {
        return new Table(source, rows, columns, lines, stored, view, other, threads);
    }

    /**
     * The same table for work that may use several threads: what walks over its rows to fit, check or describe its columns
     * then shares these among them. It finds the same. So does what walks over rows that are selected of it.
     *
     * @param count at least 1, which it is unless it is said
     * @throws IllegalArgumentException for fewer
     * @since 0.1.0
     */
    public Table withThreads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("table: threads must be at least 1, got " + count);
        }
        return new Table(source, rows, columns, lines, stored, view, cancellation, count);
    }

    /**
     * How many threads may walk over the rows.
     *
     * @since 0.1.0
     */
    public int threads() {
        return threads;
    }

    /** What may end walks over the rows; none unless {@linkplain #withCancellation given}. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** The file or other origin of the data, as messages name it. */
    public String source() {
        return source;
    }

    /** Number of rows, the header not counted. */
    public int rows() {
        return rows;
    }

    /** Names of all columns in order, the skipped ones included. */
    public List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    /** Whether the cells are in memory. */
    public boolean isInMemory() {
        return stored == null;
    }

    /** Zeros where the table itself is, in the heap or outside it, for what is to be noted of each row. */
    public WordArray newWords(long count) {
        return stored == null ? WordArray.inHeap(count) : stored.store().newWords(count);
    }

    /**
     * The same for ints that are small, which take less memory then.
     *
     * @param most the greatest that will be noted; the least is 0
     * @since 0.1.0
     */
    public WordArray newWords(long count, int most) {
        return stored == null && most <= HeapWords.Bytes.MOST && count <= ArrayLength.MOST
                ? new HeapWords.Bytes(new byte[(int) count])
                : newWords(count);
    }

    /**
     * A copy of a column of numbers.
     *
     * @throws DataException if there is no such column, or it was not read as numbers
     */
    public float[] numbers(String column) {
        return matrix(List.of(column));
    }

    /**
     * Whether the text of a row was a value of a program, so that a date is written as ISO 8601 has it.
     *
     * @throws DataException if there is no such column, or it was not read as text
     * @since 0.1.0
     */
    public boolean isValue(int row, String column) {
        return textsOf(column).isValue(row);
    }

    /**
     * A copy of a column of texts.
     *
     * @throws DataException if there is no such column, or it was not read as text
     */
    public String[] texts(String column) {
        Column texts = textsOf(column);
        String[] copy = new String[rows];
        Cancellation.Walk walk = cancellation.newWalk();
        for (int row = 0; row < rows; row++) {
            walk.step();
            copy[row] = texts.text(row);
        }
        return copy;
    }

    /**
     * The columns of numbers side by side: value c of row r is at {@code r·columns + c}.
     *
     * @throws DataException if a column is missing or was not read as numbers
     */
    public float[] matrix(List<String> names) {
        List<Column> numbers = names.stream().map(this::numbersOf).toList();
        float[] matrix = new float[ArrayLength.of("columns of a table", rows, names.size())];
        Cancellation.Walk walk = cancellation.newWalk();
        for (int c = 0; c < names.size(); c++) {
            Column column = numbers.get(c);
            for (int r = 0; r < rows; r++) {
                walk.step();
                matrix[r * names.size() + c] = column.number(r);
            }
        }
        return matrix;
    }

    /**
     * A cell of a column of numbers as the nearest float, NaN where it is missing.
     *
     * @throws DataException if there is no such column, or it was not read as numbers
     */
    public float number(int row, String column) {
        return numbersOf(column).number(row);
    }

    /**
     * A cell of a column of numbers as it was read, NaN where it is missing.
     *
     * @throws DataException if there is no such column, or it was not read as numbers
     * @since 0.1.0
     */
    public double exactNumber(int row, String column) {
        return numbersOf(column).exact(row);
    }

    /** Whether there is a column of numbers of this name that may hold different ones that have one float. */
    public boolean isFiner(String column) {
        Column found = columns.get(column);
        return found != null && found.isFiner();
    }

    /**
     * A cell of a column of texts.
     *
     * @throws DataException if there is no such column, or it was not read as text
     */
    public String text(int row, String column) {
        return textsOf(column).text(row);
    }

    /**
     * Whether a cell of a column of texts says that there is no value, by these marks; what a program gave as anything but
     * a text does not.
     *
     * @throws DataException if there is no such column, or it was not read as text
     * @since 0.1.0
     */
    public boolean isMissing(int row, String column, MissingMarks marks) {
        return textsOf(column).isGap(row, marks);
    }

    /** A column that holds numbers. */
    public Column numbersOf(String column) {
        Column numbers = column(column);
        if (!numbers.holdsNumbers()) {
            throw new DataException(headerOf(column), "column '" + column + "' was not read as numbers");
        }
        return numbers;
    }

    /** A column that holds texts. */
    public Column textsOf(String column) {
        Column texts = column(column);
        if (!texts.holdsTexts()) {
            throw new DataException(headerOf(column), "column '" + column + "' was not read as text");
        }
        return texts;
    }

    /** A column, whatever it holds. */
    public Column columnOf(String column) {
        return column(column);
    }

    /** Whether two columns hold the same, row by row; not if their cells were not read. */
    public boolean equalCells(String one, String other) {
        Column a = column(one);
        Column b = column(other);
        boolean same = (a.holdsNumbers() && b.holdsNumbers()) || (a.holdsTexts() && b.holdsTexts());
        Cancellation.Walk walk = cancellation.newWalk();
        for (int row = 0; same && row < rows; row++) {
            walk.step();
            same = a.holdsTexts() ? a.text(row).equals(b.text(row)) : Double.compare(a.exact(row), b.exact(row)) == 0;
        }
        return same;
    }

    /** The place of a cell, for messages. */
    public Location location(int row, String column) {
        return new Location(source, lines.applyAsLong(row), column(column).field());
    }

    /** The place of a column's header. */
    public Location headerOf(String column) {
        return new Location(source, 1, column(column).field());
    }

    /**
     * The rows of these indices, in that order.
     *
     * @throws IndexOutOfBoundsException if one is no row
     */
    public Table select(int[] indices) {
        for (int index : indices) {
            Objects.checkIndex(index, rows);
        }
        return select(WordArray.of(indices.clone()));
    }

    /** The rows of these indices, in that order; of a table in a store they stay there. The indices are kept. */
    public Table select(WordArray indices) {
        if (stored != null) {
            List<CellType> types = columns.values().stream().map(Column::type).toList();
            return stored(source, columns(), types, stored.select(indices, cancellation))
                    .withCancellation(cancellation)
                    .withThreads(threads);
        }
        return select(indices, List.copyOf(columns.values()));
    }

    /**
     * The same, but that the rows stay where they are, of a table in memory too: nothing but the indices is kept beside it.
     * That is for most of a table's rows in its own order; few rows, or rows of another order, are better {@linkplain
     * #select copied}, for a view keeps the whole table in memory and walks over it as the indices go.
     *
     * @since 0.1.0
     */
    public Table view(WordArray indices) {
        if (stored != null) {
            return select(indices);
        }
        Table whole = view == null ? this : view.whole();
        WordArray chosen = view == null ? indices : view.composed(indices, cancellation);
        Map<String, Column> viewed = new LinkedHashMap<>();
        whole.columns.forEach((name, column) -> viewed.put(name, KeptColumns.view(column, chosen)));
        return new Table(
                source,
                ArrayLength.of("rows of a view", chosen.length()),
                viewed,
                row -> whole.lines.applyAsLong(chosen.get(row)),
                null,
                new View(whole, chosen),
                cancellation,
                threads);
    }

    /**
     * The same with some of the columns, for who needs no others: a table in memory then copies these alone. Of a table in a
     * store, which copies nothing, all are there.
     *
     * @throws DataException if there is no such column
     * @since 0.1.0
     */
    public Table selectOf(Collection<String> names, WordArray indices) {
        List<Column> some = names.stream().map(this::column).toList();
        return stored == null ? select(indices, some) : select(indices);
    }

    private Table select(WordArray indices, List<Column> some) {
        if (view != null) {
            List<Column> ofWhole =
                    some.stream().map(Column::name).map(view.whole()::column).toList();
            return copy(view.composed(indices, cancellation), ofWhole, view.whole().lines);
        }
        return copy(indices, some, lines);
    }

    private Table copy(WordArray indices, List<Column> all, IntToLongFunction linesOfAll) {
        int count = ArrayLength.of("selected rows of a table", indices.length());
        Map<String, Column> selected = new LinkedHashMap<>();
        SharedLoop.of(
                        all.size(),
                        ColumnWalk.sharing(count, all.size(), threads),
                        c -> all.get(c).select(indices.walked(cancellation)))
                .forEach(column -> selected.put(column.name(), column));
        long[] selectedLines = new long[count];
        for (int i = 0; i < selectedLines.length; i++) {
            selectedLines[i] = linesOfAll.applyAsLong(indices.get(i));
        }
        return inMemory(source, count, selected, row -> selectedLines[row])
                .withCancellation(cancellation)
                .withThreads(threads);
    }

    /**
     * The SHA-256 of names and cells of all columns that were read, in lower-case hexadecimal. Two tables have the same
     * if they hold the same values in the same order, wherever they came from.
     */
    public String sha256() {
        return sha256(List.of());
    }

    /**
     * The same, but that numbers of some columns count as they were read, and of the others as the nearest floats.
     *
     * @param exact those columns; with none it is {@link #sha256()}
     * @since 0.1.0
     */
    public String sha256(Collection<String> exact) {
        return TableDigest.of(this, List.copyOf(columns.values()), exact);
    }

    /**
     * Passes if there is such a column.
     *
     * @throws DataException if not, naming the nearest
     */
    public void require(String column) {
        column(column);
    }

    /** As in {@code iris.csv: 150 rows, 5 columns}. */
    @Override
    public String toString() {
        return source + ": " + rows + " rows, " + columns.size() + " columns";
    }

    private Column column(String name) {
        Column column = columns.get(name);
        column = column == null ? columns.get(name.strip()) : column;
        if (column == null) {
            throw missing(source, name, columns.keySet().stream().toList(), List.of());
        }
        return column;
    }

    /** The error for a column that a header lacks, beside others that are needed. */
    public static DataException missing(String source, String name, List<String> columns, List<String> needed) {
        return new DataException(
                new Location(source, 1, 1),
                "there is no column '" + name + "'" + NearestName.hintAmongFree(name, columns, needed));
    }
}
