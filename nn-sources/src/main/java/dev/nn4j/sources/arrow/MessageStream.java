// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.sources.arrow;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.Schema;

/**
 * The messages of a file or stream, one after another (Arrow columnar format, <i>Encapsulated message format</i>). A file is
 * a stream between its magic number and a footer, which serves random access and is not read here.
 */
final class MessageStream implements Messages {
    /** What stands before the length of a message. */
    static final int CONTINUED = -1;

    private static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);
    private static final int PADDED_MAGIC = 8;

    private final InputStream in;
    private boolean isBegun;
    private boolean isEnded;

    MessageStream(InputStream in) {
        this.in = in;
    }

    /** Whether these are the first bytes of a file, and not of a stream. */
    static boolean isFile(byte[] beginning) {
        return beginning.length >= MAGIC.length && Arrays.equals(Arrays.copyOf(beginning, MAGIC.length), MAGIC);
    }

    /** Whether a file has its messages one behind the other, as a stream has them; polars' have a schema in the footer only. */
    static boolean isInOrder(byte[] beginning) {
        return beginning.length < PADDED_MAGIC + Integer.BYTES
                || ordered(beginning).getInt(PADDED_MAGIC) == CONTINUED;
    }

    @Override
    public Schema schema() throws IOException {
        Framed first = next().orElseThrow(() -> new DamagedException("has no schema"));
        if (first.header().headerType() != MessageHeader.Schema) {
            throw new DamagedException("does not begin with a schema");
        }
        return first.as(new Schema());
    }

    @Override
    public Optional<Framed> next() throws IOException {
        if (isEnded) {
            return Optional.empty(); // what follows the mark of the end is a file's footer
        }
        byte[] word = in.readNBytes(Integer.BYTES);
        if (!isBegun && Arrays.equals(word, Arrays.copyOf(MAGIC, Integer.BYTES))) {
            exactly(PADDED_MAGIC - Integer.BYTES);
            word = in.readNBytes(Integer.BYTES);
        }
        isBegun = true;
        int length = word.length == 0 ? 0 : number(word); // streams may end without the mark
        if (length == CONTINUED) { // older than Arrow 0.15 is what has the length alone
            length = number(exactly(Integer.BYTES));
        }
        isEnded = length == 0;
        return isEnded ? Optional.empty() : Optional.of(message(length));
    }

    private Framed message(int length) throws IOException {
        if (length < 0) {
            throw new DamagedException("says that a message is " + length + " bytes long");
        }
        Message header = Message.getRootAsMessage(ordered(exactly(length)));
        return new Framed(header, ordered(exactly(Framed.bytes(header.bodyLength()))));
    }

    /** Takes memory as the bytes come, whatever the file says. */
    private byte[] exactly(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("ends within a message");
        }
        return bytes;
    }

    private static int number(byte[] word) throws EOFException {
        if (word.length < Integer.BYTES) {
            throw new EOFException("ends within a message");
        }
        return ordered(word).getInt(0);
    }

    private static ByteBuffer ordered(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
