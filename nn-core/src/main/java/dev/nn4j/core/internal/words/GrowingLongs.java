// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.words;

import java.util.function.IntToLongFunction;

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

    /** The first so many by their indices: none of them may be set again, while more may come behind them. */
    public IntToLongFunction kept(int longs) {
        KeptWords lows = low.kept(longs);
        if (!high.isUsed()) {
            return index -> lows.get(index) & LOW;
        }
        KeptWords highs = high.kept(longs);
        return index -> (long) highs.get(index) << Integer.SIZE | lows.get(index) & LOW;
    }
}
