// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.sources.arrow;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/** Texts: between offsets, or each with its own place. */
final class TextReadings {
    private static final int BYTES_OF_VIEW = 16;
    private static final int LONGEST_INLINE = 12;

    private TextReadings() {}

    /** Offsets of four bytes, or eight. */
    static ValueReading between(int bytesOfOffset) {
        return buffers -> {
            int rows = buffers.rows();
            ByteBuffer offsets = buffers.next(rows == 0 ? 0 : (rows + 1L) * bytesOfOffset);
            ByteBuffer texts = buffers.next();
            IntToLongFunction offset = bytesOfOffset == Integer.BYTES
                    ? row -> offsets.getInt(Integer.BYTES * row)
                    : row -> offsets.getLong(Long.BYTES * row);
            return row -> text(texts, offset.applyAsLong(row), offset.applyAsLong(row + 1) - offset.applyAsLong(row));
        };
    }

    /** Short ones stand in the view itself, others in one of several buffers. */
    static ArrowColumn.Values views(BatchBuffers buffers) {
        ByteBuffer views = buffers.next((long) buffers.rows() * BYTES_OF_VIEW);
        int count = buffers.nextTexts();
        List<ByteBuffer> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(buffers.next());
        }
        return row -> {
            int view = row * BYTES_OF_VIEW;
            int length = views.getInt(view);
            return length <= LONGEST_INLINE
                    ? text(views, view + 4L, length)
                    : text(texts.get(views.getInt(view + 8)), views.getInt(view + 12), length);
        };
    }

    private static String text(ByteBuffer texts, long from, long length) {
        if (from < 0 || length < 0 || from > texts.limit() - length) {
            throw new DamagedException("has a text of " + length + " bytes at " + from + " of " + texts.limit());
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(texts.slice((int) from, (int) length))
                    .toString();
        } catch (CharacterCodingException e) {
            DamagedException damaged = new DamagedException("has a text that is not UTF-8");
            damaged.initCause(e);
            throw damaged;
        }
    }
}
