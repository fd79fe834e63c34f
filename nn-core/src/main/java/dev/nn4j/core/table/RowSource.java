// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import java.io.Closeable;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows that come one at a time from a file, a database or elsewhere, so that memory does not grow with their number. All
 * that reads data reads it through this: tables in memory and in files, surveys, trainings, evaluations and predictions.
 * Faults of the data are {@link dev.nn4j.api.DataException}s at their place. Not safe for several threads.
 *
 * @since 0.1.0
 */
public interface RowSource extends Closeable {
    /** The file or other origin, as messages name it. */
    String source();

    /** The names of the columns, all different. */
    List<String> header();

    /**
     * Reads the next row that is not blank; empty at the end. That it has as many cells as the header is for the reader to
     * check, as {@link RowParser} and {@link dev.nn4j.core.schema.RowBinding} do.
     *
     * @throws IOException if the source cannot be read; the message names it
     */
    Optional<SourceRow> next() throws IOException;

    /** The same without skipping rows that are blank, for callers that answer each. */
    default Optional<SourceRow> nextOrBlank() throws IOException {
        return next();
    }

    /**
     * Reads the next rows, blank ones among them: as many as the source has at hand, at least one; empty at the end. They are
     * those that {@link #nextOrBlank} gives one by one, and all ways of reading may take turns. What is wrong with a row
     * is thrown when those before it were given. Rows of different lists may be read by different threads, while the source
     * goes on; those of one list by one thread at a time.
     *
     * @throws IOException if the source cannot be read; the message names it
     * @since 0.1.0
     */
    default List<SourceRow> nextRows() throws IOException {
        return nextOrBlank().map(List::of).orElse(List.of());
    }

    /**
     * The same without rows that are blank: those that {@link #next} gives one by one.
     *
     * @throws IOException if the source cannot be read; the message names it
     * @since 0.1.0
     */
    default List<SourceRow> nextFilledRows() throws IOException {
        List<SourceRow> rows = nextRows();
        while (!rows.isEmpty() && rows.stream().allMatch(SourceRow::isBlank)) {
            rows = nextRows();
        }
        return rows.stream().noneMatch(SourceRow::isBlank)
                ? rows
                : rows.stream().filter(row -> !row.isBlank()).toList();
    }

    /** How many blank rows there were so far. */
    default long blankRows() {
        return 0;
    }

    /** Whether the names stand in a line of their own, which may be a row that was taken for names, as in CSV. */
    default boolean isHeaderALine() {
        return false;
    }

    /**
     * Records one at a time: a column for each component, of its name and in the components' order. They are asked for as
     * they are needed, so that there may be more than memory holds.
     *
     * <pre>{@code
     * try (Stream<Visit> visits = repository.streamAll();
     *         RowSource rows = RowSource.ofRecords(visits::iterator, Visit.class, MethodHandles.lookup())) {
     *     Table table = TableFile.convert(rows, experiment::cellType, file);
     * }
     * }</pre>
     *
     * @param rows iterated once; closing the source leaves open what gives them
     * @param lookup of a class that may call the record's accessors: {@code MethodHandles.lookup()}; no module has to open
     *     or export anything for it
     * @throws IllegalArgumentException if the lookup may not call an accessor
     * @since 0.1.0
     */
    static <R extends Record> RowSource ofRecords(
            Iterable<? extends R> rows, Class<R> type, MethodHandles.Lookup lookup) {
        return RecordRows.source(rows, type, lookup);
    }

    /**
     * Maps by name one at a time; they are asked for as they are needed.
     *
     * @param columns names in order, which decides the bits that are learnt; what else is in a row is left alone
     * @param rows iterated once, each with a value for every column, null where it is missing; {@link
     *     TableBuilder#addValues(Object...)} says which values there may be
     * @return rows whose reading throws a {@link dev.nn4j.api.DataException} if one lacks a column
     * @since 0.1.0
     */
    static RowSource ofMaps(List<String> columns, Iterable<? extends Map<String, ?>> rows) {
        return ValueRows.ofMaps(List.copyOf(columns), rows);
    }
}
