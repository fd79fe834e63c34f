// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.table;

import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.table.RowParser;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableBuilder;
import dev.nn4j.io.internal.rows.RowFeed;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A table in memory that moves into a file when it has grown too large. Not safe for several threads. */
public final class GrowingTable implements RowFeed.Taker, Closeable {
    private final RowParser parser;
    private final long mostBytes;
    private final Consumer<Path> moving;
    private TableBuilder memory;
    private Optional<Moved> moved = Optional.empty();

    /** The file, and who writes it. */
    private record Moved(ScratchFolder scratch, FileChannel file, OutputStream out, TableWriter rows)
            implements Closeable {
        @Override
        public void close() throws IOException {
            try {
                rows.close();
            } finally {
                try {
                    out.close();
                } finally {
                    file.close();
                }
            }
        }
    }

    /**
     * Without rows.
     *
     * @param mostBytes of the heap, about
     * @param moving is told, once, the folder of the file
     */
    public GrowingTable(RowParser parser, long mostBytes, Consumer<Path> moving) {
        this.parser = parser;
        this.mostBytes = mostBytes;
        this.moving = moving;
        this.memory = Table.builder(parser.source(), parser.names(), parser.types());
    }

    @Override
    public void take(SourceRow row) throws IOException {
        if (moved.isPresent()) {
            moved.get().rows().take(row);
        } else {
            memory.addRow(row);
            moveIfLarge();
        }
    }

    @Override
    public void take(RowParser.Parsed parsed) throws IOException {
        if (moved.isPresent()) {
            moved.get().rows().take(parsed);
        } else {
            memory.addRows(parsed);
            moveIfLarge();
        }
    }

    private void moveIfLarge() throws IOException {
        if (memory.bytes() <= mostBytes) {
            return;
        }
        ScratchFolder scratch = ScratchFolder.ofSystem();
        moving.accept(scratch.folder());
        FileChannel file = scratch.open();
        OutputStream out = scratch.writing(file);
        TableWriter rows = new TableWriter(parser, out, scratch);
        moved = Optional.of(new Moved(scratch, file, out, rows));
        rows.addRows(memory.build());
        memory = Table.builder(parser.source(), parser.names(), parser.types());
    }

    /** The table of all rows. */
    public Table finish(Cancellation cancellation) throws IOException {
        if (moved.isEmpty()) {
            return memory.build();
        }
        Moved written = moved.get();
        written.rows().finish(new TableOrigin(parser.source(), ""));
        written.out().flush();
        return MappedTable.open(parser.source(), written.file(), written.scratch(), cancellation)
                .table(parser.source());
    }

    @Override
    public void close() throws IOException {
        if (moved.isPresent()) {
            moved.get().close();
        }
    }
}
