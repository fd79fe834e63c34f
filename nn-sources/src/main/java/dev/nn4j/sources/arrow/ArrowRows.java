// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.sources.arrow;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;
import org.jspecify.annotations.Nullable;

/** The rows of batches, one batch in memory at a time. */
final class ArrowRows implements RowSource {
    private final String source;
    private final Messages messages;
    private final List<ArrowColumn> columns;
    private final Dictionaries dictionaries;
    private List<ArrowColumn.Values> values = List.of();
    private int rows;
    private int row;
    private long read;

    private ArrowRows(String source, Messages messages) throws IOException {
        this.source = source;
        this.messages = messages;
        this.columns = columns();
        this.dictionaries = new Dictionaries(columns);
    }

    /** Reads the schema; what cannot be read is closed. */
    static ArrowRows open(Messages messages, String source) throws IOException {
        try {
            return new ArrowRows(source, messages);
        } catch (IOException | RuntimeException e) {
            messages.close();
            throw e;
        }
    }

    /** Something to read, whose exceptions are to name the source. */
    private interface Reading<T> {
        T read() throws IOException;
    }

    private List<ArrowColumn> columns() throws IOException {
        return placed(() -> {
            Schema schema = messages.schema();
            if (schema.endianness() != Endianness.Little) {
                throw new DamagedException(
                        "has the order of bytes of another kind of machine; write it on a usual one");
            }
            List<ArrowColumn> all = new ArrayList<>();
            for (int i = 0; i < schema.fieldsLength(); i++) {
                all.add(ArrowColumn.of(schema.fields(i)));
            }
            if (all.isEmpty()) {
                throw new DamagedException("has no columns");
            }
            return all;
        });
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public List<String> header() {
        return columns.stream().map(ArrowColumn::name).toList();
    }

    @Override
    public Optional<SourceRow> next() throws IOException {
        return placed(this::nextRow);
    }

    private Optional<SourceRow> nextRow() throws IOException {
        while (row == rows) {
            Optional<Framed> message = messages.next();
            if (message.isEmpty()) {
                return Optional.empty();
            }
            take(message.get());
        }
        @Nullable Object[] cells = new Object[columns.size()];
        for (int c = 0; c < cells.length; c++) {
            cells[c] = values.get(c).at(row);
        }
        row++;
        read++;
        return Optional.of(new SourceRow(read, Arrays.asList(cells)));
    }

    private void take(Framed message) {
        switch (message.header().headerType()) {
            case MessageHeader.DictionaryBatch -> dictionaries.read(message.as(new DictionaryBatch()), message.body());
            case MessageHeader.RecordBatch -> {
                BatchBuffers buffers = new BatchBuffers(message.as(new RecordBatch()), message.body());
                values = columns.stream()
                        .map(column -> column.read(buffers, dictionaries))
                        .toList();
                rows = buffers.rows();
                row = 0;
            }
            default ->
                throw new DamagedException(
                        "has a message of type " + message.header().headerType() + " among its batches");
        }
    }

    /** What is read of a damaged file fails in many ways; all of them are one to who reads it. */
    private <T> T placed(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (DamagedException e) {
            throw at(String.valueOf(e.getMessage()));
        } catch (EOFException | ZipException e) {
            throw at("is cut short or damaged here; copy it again, or write it anew");
        } catch (IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException
                | BufferUnderflowException
                | DateTimeException
                | NegativeArraySizeException e) {
            throw at("holds what no Arrow file holds: it is damaged; copy it again, or write it anew");
        }
    }

    private DataException at(String problem) {
        return new DataException(new Location(source, read + 1, 1), problem);
    }

    @Override
    public void close() throws IOException {
        messages.close();
    }
}
