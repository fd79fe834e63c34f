// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.sources.arrow;

import dev.nn4j.api.DataException;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.io.RowSourceProvider;
import dev.nn4j.io.SourceRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Arrow IPC: files (also called Feather 2), and streams of the same messages. */
public final class ArrowProvider implements RowSourceProvider {
    private static final int PEEKED = 16;
    private static final int LONGEST_SCHEMA = 1 << 24;

    @Override
    public String name() {
        return "Arrow";
    }

    @Override
    public boolean reads(String location) {
        return false;
    }

    @Override
    public boolean recognizes(byte[] beginning) {
        return MessageStream.isFile(beginning) || isStream(beginning);
    }

    /** A stream begins with the length of its schema. */
    private static boolean isStream(byte[] beginning) {
        if (beginning.length < 2 * Integer.BYTES) {
            return false;
        }
        ByteBuffer bytes = ByteBuffer.wrap(beginning).order(ByteOrder.LITTLE_ENDIAN);
        int length = bytes.getInt(Integer.BYTES);
        return bytes.getInt(0) == MessageStream.CONTINUED && length > 0 && length < LONGEST_SCHEMA && length % 8 == 0;
    }

    /** A file whose footer tells where all is. */
    @Override
    public RowSource open(SourceRequest request) throws IOException {
        Path file = Path.of(request.location());
        try (InputStream in = Files.newInputStream(file)) {
            if (!MessageStream.isFile(in.readNBytes(PEEKED))) {
                throw new DataException(request.location()
                        + ": holds a packed Arrow file, which is not read from first to last; unpack it");
            }
        }
        return ArrowRows.open(new MessageFile(file), request.location());
    }

    @Override
    public Optional<RowSource> open(SourceRequest request, InputStream in) throws IOException {
        BufferedInputStream peeked = new BufferedInputStream(in);
        peeked.mark(PEEKED);
        byte[] beginning = peeked.readNBytes(PEEKED);
        peeked.reset();
        return MessageStream.isFile(beginning) && !MessageStream.isInOrder(beginning)
                ? Optional.empty()
                : Optional.of(ArrowRows.open(new MessageStream(peeked), request.location()));
    }
}
