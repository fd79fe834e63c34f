// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.table;

import dev.nn4j.api.DataException;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives texts their codes: those that repeat have an index in a dictionary. It stays small: once a column has brought very
 * many different ones, its further new ones go to a file, one behind the other, and their codes are the complements of
 * their places there.
 */
final class TextPool implements Closeable {
    private static final int MOST_OF_COLUMN = 1 << 14;
    private static final int MOST_CHARS = 1 << 23;
    private static final int BUFFER_BYTES = 1 << 16;
    /** Places are counted in pairs of words. */
    static final int WORDS_OF_PLACE = 2;

    private final ScratchFolder scratch;
    private final Map<String, Integer> indexOf = new HashMap<>();
    private final Map<String, Integer> indexOfValue = new HashMap<>();
    private final List<String> dictionary = new ArrayList<>();
    private final int[] ofColumn;
    private long chars;
    private @Nullable FileChannel others;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private long otherWords;
    private boolean hasValues;

    TextPool(ScratchFolder scratch, int columns) {
        this.scratch = scratch;
        this.ofColumn = new int[columns];
    }

    /** The code of a text of a column. */
    int code(int column, String text) throws IOException {
        return code(column, text, indexOf);
    }

    /** The code of a text of a column that stands for a value. */
    int codeOfValue(int column, String text) throws IOException {
        hasValues = true;
        return code(column, text, indexOfValue);
    }

    /** The indices of texts that stand for values; nothing if no text does. */
    Optional<List<Integer>> values() {
        return hasValues ? Optional.of(indexOfValue.values().stream().sorted().toList()) : Optional.empty();
    }

    private int code(int column, String text, Map<String, Integer> indexOf) throws IOException {
        Integer index = indexOf.get(text);
        if (index != null) {
            return index;
        }
        if (ofColumn[column] < MOST_OF_COLUMN && chars + text.length() <= MOST_CHARS) {
            ofColumn[column]++;
            chars += text.length();
            indexOf.put(text, dictionary.size());
            dictionary.add(text);
            return dictionary.size() - 1;
        }
        return ~append(text, indexOf == indexOfValue);
    }

    /** The texts that have an index. */
    List<String> dictionary() {
        return dictionary;
    }

    /** Words that the other texts take. */
    long otherWords() {
        return otherWords;
    }

    /** Writes the other texts. */
    void writeOthers(OutputStream out) throws IOException {
        if (others == null) {
            return;
        }
        flush(others);
        others.position(0);
        while (others.read(buffer) >= 0) {
            out.write(buffer.array(), 0, buffer.position());
            buffer.clear();
        }
    }

    @Override
    public void close() throws IOException {
        if (others != null) {
            others.close();
        }
    }

    /** Its length, or the complement of it if it stands for a value, its bytes, and zeros up to the next place. */
    private int append(String text, boolean isValue) throws IOException {
        if (others == null) {
            others = scratch.open();
        }
        long place = otherWords / WORDS_OF_PLACE;
        if (place > Integer.MAX_VALUE) {
            throw new DataException("the table has more than 16 GiB of different texts; ignore columns of them");
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int placeBytes = WORDS_OF_PLACE * Integer.BYTES;
        int padded = (Integer.BYTES + utf8.length + placeBytes - 1) / placeBytes * placeBytes;
        ByteBuffer entry = ByteBuffer.allocate(padded).order(ByteOrder.LITTLE_ENDIAN);
        entry.putInt(isValue ? ~utf8.length : utf8.length).put(utf8).clear();
        while (entry.hasRemaining()) {
            buffer.put(entry.get());
            if (!buffer.hasRemaining()) {
                flush(others);
            }
        }
        otherWords += padded / Integer.BYTES;
        return (int) place;
    }

    private void flush(FileChannel file) throws IOException {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
        } catch (IOException e) {
            throw scratch.fault(e);
        }
        buffer.clear();
    }
}
