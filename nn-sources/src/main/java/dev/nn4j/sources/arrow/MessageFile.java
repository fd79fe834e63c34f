// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.sources.arrow;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.Schema;
import org.jspecify.annotations.Nullable;

/** The messages that a file's footer names: first the dictionaries, then the batches (Arrow columnar format, <i>IPC File Format</i>). */
final class MessageFile implements Messages {
    private static final int MAGIC = 6;
    private static final int LENGTH_AND_MAGIC = Integer.BYTES + MAGIC;

    private final SeekableByteChannel file;
    private @Nullable Footer footer;
    private int read;

    MessageFile(Path file) throws IOException {
        this.file = Files.newByteChannel(file);
    }

    private Footer footer() throws IOException {
        if (footer == null) {
            long end = file.size() - LENGTH_AND_MAGIC;
            ByteBuffer tail = at(end, LENGTH_AND_MAGIC);
            byte[] magic = new byte[MAGIC];
            tail.get(Integer.BYTES, magic);
            if (!MessageStream.isFile(magic)) {
                throw new EOFException("has no footer");
            }
            int length = Framed.bytes(tail.getInt(0));
            footer = Footer.getRootAsFooter(at(end - length, length));
        }
        return footer;
    }

    @Override
    public Schema schema() throws IOException {
        Schema schema = footer().schema();
        if (schema == null) {
            throw new DamagedException("has no schema");
        }
        return schema;
    }

    @Override
    public Optional<Framed> next() throws IOException {
        Footer known = footer();
        int dictionaries = known.dictionariesLength();
        if (read >= dictionaries + known.recordBatchesLength()) {
            return Optional.empty();
        }
        Block block = read < dictionaries ? known.dictionaries(read) : known.recordBatches(read - dictionaries);
        read++;
        if (block == null) {
            throw new DamagedException("has a footer that lacks a batch");
        }
        return Optional.of(message(block.offset(), block.metaDataLength()));
    }

    private Framed message(long offset, int length) throws IOException {
        ByteBuffer header = at(offset, Framed.bytes(length));
        header.position(header.getInt(0) == MessageStream.CONTINUED ? 2 * Integer.BYTES : Integer.BYTES);
        Message message = Message.getRootAsMessage(header);
        return new Framed(message, at(offset + length, Framed.bytes(message.bodyLength())));
    }

    /** Bytes that the file has; what it says of others takes no memory. */
    private ByteBuffer at(long offset, int length) throws IOException {
        if (offset < 0 || offset > file.size() - length) {
            throw new EOFException("ends before its footer says so");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.position(offset);
        while (bytes.hasRemaining() && file.read(bytes) >= 0) {
            // until all is there
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
