// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

/** More words than one array holds, in several. */
final class SegmentedWords implements WordArray {
    private static final int SEGMENT_BITS = 28;

    private final long length;
    private final int bits;
    private final int mask;
    private final int[][] segments;

    private SegmentedWords(long length, int bits) {
        this.length = length;
        this.bits = bits;
        this.mask = (1 << bits) - 1;
        this.segments = new int[Math.toIntExact((length + mask) >>> bits)][];
        for (int s = 0; s < segments.length; s++) {
            segments[s] = new int[(int) Math.min(1L << bits, length - ((long) s << bits))];
        }
    }

    static SegmentedWords zeros(long length) {
        return zeros(length, SEGMENT_BITS);
    }

    /** In segments of 2 to the power of {@code bits}. */
    static SegmentedWords zeros(long length, int bits) {
        return new SegmentedWords(length, bits);
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int get(long index) {
        return segments[(int) (index >>> bits)][(int) index & mask];
    }

    @Override
    public void set(long index, int word) {
        segments[(int) (index >>> bits)][(int) index & mask] = word;
    }

    @Override
    public void read(long from, float[] into, int at, int count) {
        for (int i = 0; i < count; i++) {
            into[at + i] = number(from + i);
        }
    }

    @Override
    public void write(long to, float[] numbers, int from, int count) {
        for (int i = 0; i < count; i++) {
            set(to + i, Float.floatToRawIntBits(numbers[from + i]));
        }
    }
}
