// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

/** Words in an array. */
record HeapWords(int[] words) implements WordArray {
    static HeapWords zeros(int length) {
        return new HeapWords(new int[length]);
    }

    @Override
    public long length() {
        return words.length;
    }

    @Override
    public int get(long index) {
        return words[(int) index];
    }

    @Override
    public void set(long index, int word) {
        words[(int) index] = word;
    }

    @Override
    public void read(long from, float[] into, int at, int count) {
        for (int i = 0; i < count; i++) {
            into[at + i] = Float.intBitsToFloat(words[(int) from + i]);
        }
    }

    @Override
    public void write(long to, float[] numbers, int from, int count) {
        for (int i = 0; i < count; i++) {
            words[(int) to + i] = Float.floatToRawIntBits(numbers[from + i]);
        }
    }

    /** Small ones, a byte each. */
    record Bytes(byte[] words) implements WordArray {
        /** The greatest word. */
        static final int MOST = 255;

        @Override
        public long length() {
            return words.length;
        }

        @Override
        public int get(long index) {
            return words[(int) index] & MOST;
        }

        @Override
        public void set(long index, int word) {
            words[(int) index] = (byte) word;
        }

        @Override
        public void read(long from, float[] into, int at, int count) {
            for (int i = 0; i < count; i++) {
                into[at + i] = number(from + i);
            }
        }

        @Override
        public void write(long to, float[] numbers, int from, int count) {
            throw new IllegalStateException("words: bytes hold no floats");
        }
    }
}
