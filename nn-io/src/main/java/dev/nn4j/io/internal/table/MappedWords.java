// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.table;

import dev.nn4j.core.table.WordArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/** Words of a file, mapped into memory in segments: one mapping holds at most 2 GiB. */
final class MappedWords implements WordArray {
    private static final int SEGMENT_BITS = 28;
    private static final int SEGMENT_WORDS = 1 << SEGMENT_BITS;

    private final long length;
    private final IntBuffer[] ints;
    private final FloatBuffer[] floats;

    private MappedWords(long length) {
        this.length = length;
        int segments = (int) ((length + SEGMENT_WORDS - 1) / SEGMENT_WORDS);
        this.ints = new IntBuffer[segments];
        this.floats = new FloatBuffer[segments];
    }

    /** Maps so many words, little-endian, from this byte of the file on. */
    static MappedWords map(FileChannel file, MapMode mode, long from, long words) throws IOException {
        MappedWords mapped = new MappedWords(words);
        for (int s = 0; s < mapped.ints.length; s++) {
            long first = (long) s * SEGMENT_WORDS;
            long count = Math.min(SEGMENT_WORDS, words - first);
            ByteBuffer bytes = file.map(mode, from + first * Integer.BYTES, count * Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN);
            mapped.ints[s] = bytes.asIntBuffer();
            mapped.floats[s] = bytes.asFloatBuffer();
        }
        return mapped;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int get(long index) {
        return ints[(int) (index >>> SEGMENT_BITS)].get((int) index & (SEGMENT_WORDS - 1));
    }

    @Override
    public void set(long index, int word) {
        ints[(int) (index >>> SEGMENT_BITS)].put((int) index & (SEGMENT_WORDS - 1), word);
    }

    @Override
    public void read(long from, float[] into, int at, int count) {
        int within = (int) from & (SEGMENT_WORDS - 1);
        int first = Math.min(count, SEGMENT_WORDS - within);
        if (count > 0) {
            floats[(int) (from >>> SEGMENT_BITS)].get(within, into, at, first);
        }
        if (first < count) {
            read(from + first, into, at + first, count - first);
        }
    }

    @Override
    public void write(long to, float[] numbers, int from, int count) {
        int within = (int) to & (SEGMENT_WORDS - 1);
        int first = Math.min(count, SEGMENT_WORDS - within);
        if (count > 0) {
            floats[(int) (to >>> SEGMENT_BITS)].put(within, numbers, from, first);
        }
        if (first < count) {
            write(to + first, numbers, from + first, count - first);
        }
    }
}
