// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import dev.nn4j.io.internal.packed.Unpacked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads bytes and cuts them into blocks of whole rows, as long as they are plain CSV. What is not is left to {@link ParsedText}. */
final class BlockReader {
    /** No row in a block has more characters or cells than a row may have. */
    static final int BLOCK_BYTES = 1 << 18;

    private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private final Unpacked text;
    private final String source;
    private long bytesLeft;
    private byte[] buffer = new byte[BLOCK_BYTES];
    private int filled;
    private boolean atEnd;
    private boolean plain = true;
    private Optional<IOException> failure = Optional.empty();
    private long line = 1;
    /** Lines of the rows that were looked at last. */
    private long lines;
    /** Where the first row begins in the buffer: behind a byte order mark. */
    private int begin;

    private char separator;
    /** Whether the blocks given have an odd number of quotes, some within cells that have none around them. */
    private boolean quoted;

    /** Reads at most this many bytes of what is not packed: a file that grows meanwhile is read as it was. */
    BlockReader(Unpacked text, String source, long mostBytes) {
        this.text = text;
        this.source = source;
        this.bytesLeft = text.isPacked() ? Long.MAX_VALUE : mostBytes;
    }

    /** All that will be read, from the first byte on; for who looks at the first rows. */
    Replay beginning() {
        fill();
        begin = filled >= MARK.length && Arrays.equals(buffer, 0, MARK.length, MARK, 0, MARK.length) ? MARK.length : 0;
        return unread();
    }

    /** How many bytes are left, those that were read and not given included. */
    long mostBytes() {
        return bytesLeft == Long.MAX_VALUE ? bytesLeft : bytesLeft + filled;
    }

    /** What separates cells from now on. */
    void separateBy(char mark) {
        separator = mark;
        plain &= mark < 0x80;
    }

    /** The next rows; empty at the end, and where it is not plain CSV that follows. */
    Optional<ByteBlock> next() {
        while (plain && !(atEnd && filled == 0)) {
            int end = atEnd ? filled : lastLineEnd();
            int cut = end <= begin ? 0 : cut(end);
            if (plain && cut > 0) {
                return Optional.of(block(cut));
            }
            plain &= filled < buffer.length && !atEnd;
            if (plain) {
                fill();
            }
        }
        return Optional.empty();
    }

    /** Whether all that was given so far and all that was read is plain. */
    boolean isPlain() {
        return plain;
    }

    /** The rows behind the last block. */
    ParsedText rest() {
        return ParsedText.from(
                new Unpacked(unread(), new byte[0], text.packing()),
                source,
                mostBytes(),
                new ParsedText.Start(line, quoted),
                separator);
    }

    private Replay unread() {
        return new Replay(Arrays.copyOf(buffer, filled), text.bytes(), failure);
    }

    private ByteBlock block(int cut) {
        ByteBlock block = new ByteBlock(buffer, begin, cut, line);
        line += lines;
        begin = 0;
        byte[] next = new byte[BLOCK_BYTES];
        System.arraycopy(buffer, cut, next, 0, filled - cut);
        buffer = next;
        filled -= cut;
        return block;
    }

    private int cut(int end) {
        PlainBytes look = PlainBytes.of(buffer, begin, end);
        lines = look.lines();
        plain = look.isPlain();
        if (!plain || !look.hasQuotes()) {
            return end;
        }
        int cut = RowEnds.lastOf(buffer, begin, end, atEnd, (byte) separator);
        plain = cut != RowEnds.MALFORMED;
        for (int i = Math.max(0, cut); i < end; i++) {
            lines -= buffer[i] == '\n' ? 1 : 0;
        }
        for (int i = begin; i < cut; i++) {
            quoted ^= buffer[i] == '"';
        }
        return cut;
    }

    private int lastLineEnd() {
        int end = filled;
        while (end > 0 && buffer[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /** Reads once, and on until there is a line end. */
    private void fill() {
        boolean ended = false;
        while (!ended && !atEnd && filled < buffer.length) {
            int wanted = (int) Math.min(buffer.length - filled, bytesLeft);
            int count = wanted == 0 ? -1 : readSome(wanted);
            atEnd = count < 0;
            for (int i = filled; i < filled + count; i++) {
                ended |= buffer[i] == '\n';
            }
            filled += Math.max(0, count);
            bytesLeft -= bytesLeft == Long.MAX_VALUE ? 0 : Math.max(0, count);
        }
    }

    private int readSome(int wanted) {
        try {
            return text.bytes().read(buffer, filled, wanted);
        } catch (IOException e) {
            failure = Optional.of(e);
            plain = false;
            return -1;
        }
    }
}
