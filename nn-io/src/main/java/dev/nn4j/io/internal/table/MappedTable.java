// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.table;

import dev.nn4j.api.DataException;
import dev.nn4j.core.data.Table;
import dev.nn4j.core.data.TableStore;
import dev.nn4j.core.data.Words;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;

/** The cells of a table in its file. */
public final class MappedTable implements TableStore {
    private final String file;
    private final Directory directory;
    private final Scratch scratch;
    private final Words cells;
    private final Words texts;
    private final String[] dictionary;
    private final int rowWords;

    private MappedTable(String file, Directory directory, Scratch scratch, Words cells, Words texts) {
        this.file = file;
        this.directory = directory;
        this.scratch = scratch;
        this.cells = cells;
        this.texts = texts;
        this.dictionary = directory.dictionary().toArray(new String[0]);
        this.rowWords = directory.rowWords();
    }

    /**
     * Opens a file and checks it whole. The channel may be closed afterwards.
     *
     * @param file names it in messages
     * @param scratch room for what is noted of rows
     * @throws DataException if it is no such file, of another version, or damaged
     */
    public static MappedTable open(String file, FileChannel channel, Scratch scratch) throws IOException {
        requireHeader(file, channel);
        Footer footer = Footer.checked(file, channel);
        Directory directory = Directory.decode(file, unpadded(file, footer.directory()));
        if (directory.textsEnd() != footer.directoryFrom()) {
            throw Layout.damaged(file, "its sections are not where its directory says");
        }
        long words = (long) directory.rows() * directory.rowWords();
        return new MappedTable(
                file,
                directory,
                scratch,
                MappedWords.map(channel, MapMode.READ_ONLY, Layout.HEADER_BYTES, words),
                MappedWords.map(channel, MapMode.READ_ONLY, directory.textsFrom(), directory.textWords()));
    }

    /** What the file says of itself. */
    public Directory directory() {
        return directory;
    }

    /** The table of these cells; {@code source} names it in messages. */
    public Table table(String source) {
        return Table.stored(source, directory.names(), directory.types(), this);
    }

    @Override
    public int rows() {
        return directory.rows();
    }

    @Override
    public long line(int row) {
        return row + Integer.toUnsignedLong(word(row, rowWords - 1));
    }

    @Override
    public float number(int row, int place) {
        return Float.intBitsToFloat(word(row, place));
    }

    @Override
    public void numbers(int row, int place, float[] into, int at, int count) {
        cells.read((long) row * rowWords + place, into, at, count);
    }

    @Override
    public String text(int row, int place) {
        int code = word(row, place);
        if (code < 0) {
            return other((long) ~code * TextPool.WORDS_OF_PLACE);
        }
        if (code >= dictionary.length) {
            throw Layout.damaged(file, "row " + row + " names a text that is not there");
        }
        return dictionary[code];
    }

    @Override
    public Words newWords(long count) {
        return scratch.newWords(count);
    }

    private int word(int row, int place) {
        return cells.get((long) row * rowWords + place);
    }

    private String other(long place) {
        int length = place < texts.length() ? texts.get(place) : -1;
        int words = (int) ((length + 3L) / Integer.BYTES);
        if (length < 0 || place + 1 + words > texts.length()) {
            throw Layout.damaged(file, "a row names a text that is not there");
        }
        ByteBuffer utf8 = ByteBuffer.allocate(words * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int w = 0; w < words; w++) {
            utf8.putInt(texts.get(place + 1 + w));
        }
        return new String(utf8.array(), 0, length, StandardCharsets.UTF_8);
    }

    private static void requireHeader(String file, FileChannel channel) throws IOException {
        ByteBuffer header = Footer.read(channel, 0, Layout.HEADER_BYTES);
        if (header.remaining() < Long.BYTES || header.getLong(0) != Layout.MAGIC) {
            throw new DataException(
                    file + ": is no table that nn4j wrote; name another file, or remove this one if it is not needed");
        }
        if (channel.size() < Layout.HEADER_BYTES + Layout.FOOTER_BYTES) {
            throw Layout.damaged(file, "it is cut short");
        }
        int version = header.getInt(Long.BYTES);
        if (version != Layout.VERSION) {
            throw new DataException(file + ": is a table of format version " + version + ", this nn4j reads version "
                    + Layout.VERSION + "; remove it, and it can be made anew");
        }
    }

    /** The directory's length stands before it; zeros follow. */
    private static ByteBuffer unpadded(String file, ByteBuffer padded) {
        long length = padded.remaining() < Long.BYTES ? -1 : padded.getLong();
        if (length < 0 || length > padded.remaining()) {
            throw Layout.damaged(file, "its directory is cut short");
        }
        return padded.slice(padded.position(), (int) length);
    }
}
