// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.files;

import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rows of a source that is asked once, in a temporary file, while they are read for the first time. Later readings
 * give the very same rows. The file goes with nn.
 */
public final class RowSpool {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int END = -1;

    private final SpooledCells spooled = new SpooledCells();
    private @Nullable FileChannel complete;
    private List<String> header = List.of();
    private String source = "";

    /** How a source is opened. */
    interface Opening {
        RowSource open() throws IOException;
    }

    /** The rows: of the source the first time, later those that it gave. */
    RowSource rows(Opening opening) throws IOException {
        return complete == null ? new Kept(opening.open()) : new Again(complete);
    }

    private static FileChannel file() throws IOException {
        Path file = Files.createTempFile("nn-rows", ".spool");
        return FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Rows that are kept while they pass. */
    private final class Kept implements RowSource {
        private final RowSource rows;
        private final FileChannel channel = file();
        private final DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES));
        private boolean isWhole;

        Kept(RowSource rows) throws IOException {
            this.rows = rows;
        }

        @Override
        public String source() {
            return rows.source();
        }

        @Override
        public List<String> header() {
            return rows.header();
        }

        @Override
        public Optional<SourceRow> next() throws IOException {
            Optional<SourceRow> row = rows.next();
            if (row.isPresent()) {
                out.writeLong(row.get().line());
                for (Object cell : row.get().cells()) {
                    spooled.write(cell, rows.source(), out);
                }
            } else if (!isWhole) {
                isWhole = true;
                out.writeLong(END);
                out.flush();
            }
            return row;
        }

        @Override
        public void close() throws IOException {
            rows.close();
            if (isWhole) {
                header = rows.header();
                source = rows.source();
                complete = channel;
            } else {
                channel.close();
            }
        }
    }

    /** Rows that were kept. */
    private final class Again implements RowSource {
        private final DataInputStream in;

        Again(FileChannel channel) throws IOException {
            channel.position(0);
            InputStream bytes = Channels.newInputStream(channel);
            this.in = new DataInputStream(new BufferedInputStream(bytes, BUFFER_BYTES));
        }

        @Override
        public String source() {
            return source;
        }

        @Override
        public List<String> header() {
            return header;
        }

        @Override
        public Optional<SourceRow> next() throws IOException {
            long line = in.readLong();
            if (line == END) {
                return Optional.empty();
            }
            List<@Nullable Object> cells = new ArrayList<>(header.size());
            for (int c = 0; c < header.size(); c++) {
                cells.add(spooled.read(in));
            }
            return Optional.of(new SourceRow(line, cells));
        }

        @Override
        public void close() {}
    }
}
