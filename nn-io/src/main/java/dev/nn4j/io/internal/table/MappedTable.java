// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.table;

import dev.nn4j.api.DataException;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.table.DecimalGrid;
import dev.nn4j.core.table.FloatRest;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableStore;
import dev.nn4j.core.table.WordArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/** The cells of a table in its file. */
public final class MappedTable implements TableStore {
    private final String file;
    private final Directory directory;
    private final ScratchFolder scratch;
    private final WordArray cells;
    private final WordArray texts;
    private final String[] dictionary;
    private final int rowWords;
    private final WordArray rests;
    private final RestLayout restLayout;
    private final int[] decimals;
    private final boolean hasValues;
    private final BitSet values = new BitSet();
    /** Which finer column a place is, or −1, and the row from which on it is. */
    private final int[] finerOf;

    private final int[] finerFrom;

    private MappedTable(
            String file,
            Directory directory,
            ScratchFolder scratch,
            WordArray cells,
            WordArray texts,
            WordArray rests) {
        this.file = file;
        this.directory = directory;
        this.scratch = scratch;
        this.cells = cells;
        this.texts = texts;
        this.dictionary = directory.dictionary().toArray(new String[0]);
        this.rowWords = directory.rowWords();
        this.hasValues = directory.values().isPresent();
        directory.values().ifPresent(indices -> indices.forEach(values::set));
        this.rests = rests;
        this.restLayout = directory.rests();
        this.decimals =
                directory.decimals().stream().mapToInt(Integer::intValue).toArray();
        this.finerOf = new int[rowWords];
        Arrays.fill(finerOf, -1);
        this.finerFrom =
                directory.finer().stream().mapToInt(FinerColumn::firstRow).toArray();
        for (int c = 0; c < finerFrom.length; c++) {
            finerOf[directory.finer().get(c).place()] = c;
        }
    }

    /**
     * Opens a file and checks it whole. The channel may be closed afterwards.
     *
     * @param file names it in messages
     * @param scratch room for what is noted of rows
     * @param cancellation may end it
     * @throws DataException if it is no such file, of another version, or damaged
     */
    public static MappedTable open(String file, FileChannel channel, ScratchFolder scratch, Cancellation cancellation)
            throws IOException {
        int version = version(file, channel);
        Footer footer = Footer.checked(file, channel, cancellation);
        Directory directory = Directory.decode(file, version, unpadded(file, footer.directory()));
        if (directory.restsEnd() != footer.directoryFrom()) {
            throw Layout.damaged(file, "its sections are not where its directory says");
        }
        long words = (long) directory.rows() * directory.rowWords();
        return new MappedTable(
                file,
                directory,
                scratch,
                MappedWords.map(channel, MapMode.READ_ONLY, Layout.HEADER_BYTES, words),
                MappedWords.map(channel, MapMode.READ_ONLY, directory.textsFrom(), directory.textWords()),
                MappedWords.map(
                        channel,
                        MapMode.READ_ONLY,
                        directory.restsFrom(),
                        directory.rests().words()));
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
    public double exact(int row, int place) {
        float nearest = number(row, place);
        if (!directory.isExact()) {
            return nearest;
        }
        int finer = finerOf[place];
        return finer >= 0 && row >= finerFrom[finer]
                ? FloatRest.number(nearest, rests.get(restLayout.place(row, finer)))
                : DecimalGrid.number(nearest, decimals[place]);
    }

    @Override
    public boolean isFiner(int place) {
        return finerOf[place] >= 0;
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
    public WordArray newWords(long count) {
        return scratch.newWords(count);
    }

    @Override
    public boolean isValue(int row, int place) {
        if (!hasValues) {
            return false;
        }
        int code = word(row, place);
        return code < 0 ? lengthOfOther((long) ~code * TextPool.WORDS_OF_PLACE) < 0 : values.get(code);
    }

    private int word(int row, int place) {
        return cells.get((long) row * rowWords + place);
    }

    /** Its complement of a text that stands for a value. */
    private int lengthOfOther(long place) {
        if (place >= texts.length()) {
            throw Layout.damaged(file, "a row names a text that is not there");
        }
        return texts.get(place);
    }

    private String other(long place) {
        int found = lengthOfOther(place);
        int length = found < 0 && hasValues ? ~found : found;
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

    private static int version(String file, FileChannel channel) throws IOException {
        ByteBuffer header = Footer.read(channel, 0, Layout.HEADER_BYTES);
        if (header.remaining() < Long.BYTES || header.getLong(0) != Layout.MAGIC) {
            throw new DataException(
                    file + ": is no table that nn4j wrote; name another file, or remove this one if it is not needed");
        }
        if (channel.size() < Layout.HEADER_BYTES + Layout.FOOTER_BYTES) {
            throw Layout.damaged(file, "it is cut short");
        }
        int version = header.getInt(Long.BYTES);
        if (version != Layout.VERSION && version != Layout.FLOATS_ALONE) {
            throw new DataException(file + ": is a table of format version " + version + ", this nn4j reads version "
                    + Layout.VERSION + "; remove it and convert the data again");
        }
        return version;
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
