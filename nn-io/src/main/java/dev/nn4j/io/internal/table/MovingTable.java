// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.table;

import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.table.RowParser;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A table in memory that moves to a temporary file once it takes too much of it. Closing it leaves what it made as it is. */
public final class MovingTable implements ParsedRows.Into, Closeable {
    private final RowParser parser;
    private final long mostBytes;
    private final Consumer<Path> moving;
    private TableBuilder memory;
    private @Nullable Moved moved;

    /**
     * Has no rows yet.
     *
     * @param mostBytes of the heap, about
     * @param moving is told, once, the folder of the file
     */
    public MovingTable(RowParser parser, long mostBytes, Consumer<Path> moving) {
        this.parser = parser;
        this.mostBytes = mostBytes;
        this.moving = moving;
        this.memory = empty(parser);
    }

    private static TableBuilder empty(RowParser parser) {
        return Table.builder(parser.source(), parser.names(), parser.types());
    }

    /** The file, and what writes it. */
    private record Moved(ScratchFolder scratch, FileChannel file, OutputStream out, TableWriter table)
            implements Closeable {
        static Moved to(ScratchFolder scratch, RowParser parser) throws IOException {
            FileChannel file = scratch.open();
            try {
                OutputStream out = scratch.writing(file);
                return new Moved(scratch, file, out, new TableWriter(parser, out, scratch));
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            try (file;
                    out) {
                table.close();
            }
        }
    }

    /** An empty builder of its columns. */
    public TableBuilder columns() {
        return memory.newBlock();
    }

    @Override
    public void add(SourceRow row) throws IOException {
        if (moved != null) {
            moved.table.add(row);
        } else {
            memory.addRow(row);
            moveIfTooLarge();
        }
    }

    @Override
    public void addAll(TableBuilder block) throws IOException {
        if (moved != null) {
            moved.table.addAll(block);
        } else {
            memory.addAll(block);
            moveIfTooLarge();
        }
    }

    private void moveIfTooLarge() throws IOException {
        if (memory.bytes() > mostBytes) {
            ScratchFolder scratch = ScratchFolder.ofSystem();
            moving.accept(scratch.folder());
            moved = Moved.to(scratch, parser);
            Table first = memory.build();
            memory = empty(parser);
            moved.table.addRows(first);
        }
    }

    /** The table of the rows added. */
    public Table table(Cancellation cancellation) throws IOException {
        if (moved == null) {
            return memory.build();
        }
        moved.table.finish(new TableOrigin(parser.source(), ""));
        moved.out.flush();
        return MappedTable.open(parser.source(), moved.file, moved.scratch, cancellation)
                .table(parser.source());
    }

    @Override
    public void close() throws IOException {
        if (moved != null) {
            moved.close();
        }
    }
}
