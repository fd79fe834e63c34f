// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.io.internal.csv.RowWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes CSV as {@link CsvRows} reads it: UTF-8, commas, lines that end with LF, quotes where they are needed. Not safe
 * for several threads.
 *
 * <pre>{@code
 * AtomicFile.write(target, out -> {
 *     try (CsvOutput csv = CsvOutput.to(out)) {
 *         csv.write(List.of("name", "value"));
 *     }
 * });
 * }</pre>
 *
 * @since 0.1.0
 */
public final class CsvOutput implements Closeable {
    private final RowWriter writer;

    private CsvOutput(RowWriter writer) {
        this.writer = writer;
    }

    /** Writes to a stream; closing the output closes it. */
    public static CsvOutput to(OutputStream out) {
        return new CsvOutput(new RowWriter(out, true));
    }

    /**
     * Writes rows that go on behind others, as where several threads write rows that are put together afterwards. The first
     * row of a file is not among them: by its quotes a reader finds out what separates cells.
     *
     * @since 0.1.0
     */
    public static CsvOutput behindOthers(OutputStream out) {
        return new CsvOutput(new RowWriter(out, false));
    }

    /**
     * Writes a row, the header being the first.
     *
     * @throws IOException if the stream refuses it
     */
    public void write(List<String> cells) throws IOException {
        writer.write(cells);
    }

    /**
     * Hands the stream all rows that were written so far.
     *
     * @since 0.1.0
     */
    public void flush() throws IOException {
        writer.flush();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
