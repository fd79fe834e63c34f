// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.words;

/** Longs as they come, most of which are small and take one word. Not safe for several threads. */
public final class GrowingLongs {
    private static final long LOW = 0xFFFF_FFFFL;

    private final GrowingWords low = new GrowingWords();
    /** There from the first one on that needs it. */
    private final GrowingWords high = new GrowingWords();

    private int capacity;

    /** Has room for none. */
    public GrowingLongs() {}

    /** Makes room for so many in all; those that are new are 0. */
    public void reserve(int longs) {
        capacity = Math.max(capacity, longs);
        low.reserve(longs);
        if (high.isUsed()) {
            high.reserve(longs);
        }
    }

    public long get(int index) {
        return (high.isUsed() ? (long) high.get(index) << Integer.SIZE : 0) | (low.get(index) & LOW);
    }

    public void set(int index, long value) {
        low.set(index, (int) value);
        if (value != (value & LOW)) {
            high.reserve(capacity);
        }
        if (high.isUsed()) {
            high.set(index, (int) (value >>> Integer.SIZE));
        }
    }

    /** A copy of the first so many. */
    public long[] toLongs(int longs) {
        long[] all = new long[longs];
        for (int i = 0; i < longs; i++) {
            all[i] = get(i);
        }
        return all;
    }
}
