// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.words;

import java.util.Arrays;

/**
 * Words in segments, of which more are added as they are needed: what is there is not copied, as it is where an array doubles, and
 * the memory taken is what the words take. Not safe for several threads.
 */
public final class GrowingWords {
    static final int BITS = 14;
    private static final int SEGMENT = 1 << BITS;
    static final int MASK = SEGMENT - 1;
    private static final int FIRST = 256;

    private int[][] segments = new int[0][];
    private int count;

    /** Has room for none. */
    public GrowingWords() {}

    /** Makes room for so many in all; those that are new are 0. */
    public void reserve(int words) {
        if (words > 0) {
            reserveFirst(Math.min(words, SEGMENT));
        }
        while ((long) count * SEGMENT < words) {
            if (count == segments.length) {
                segments = Arrays.copyOf(segments, 2 * count);
            }
            segments[count++] = new int[SEGMENT];
        }
    }

    /** The first segment alone may be shorter than others: most tables are small. */
    private void reserveFirst(int words) {
        if (count == 0) {
            segments = new int[][] {new int[Math.max(FIRST, words)]};
            count = 1;
        } else if (segments[0].length < words) {
            segments[0] = Arrays.copyOf(segments[0], Math.min(SEGMENT, Math.max(words, 2 * segments[0].length)));
        }
    }

    /** Whether there is room for any. */
    public boolean isUsed() {
        return count > 0;
    }

    public int get(int index) {
        return segments[index >>> BITS][index & MASK];
    }

    public void set(int index, int word) {
        segments[index >>> BITS][index & MASK] = word;
    }

    /** Sets words from {@code at} on to the first {@code words} of others. */
    public void setAll(int at, GrowingWords others, int words) {
        int done = 0;
        while (done < words) {
            int to = at + done;
            int run = Math.min(Math.min(words - done, SEGMENT - (to & MASK)), SEGMENT - (done & MASK));
            System.arraycopy(others.segments[done >>> BITS], done & MASK, segments[to >>> BITS], to & MASK, run);
            done += run;
        }
    }

    /** The first so many as they are now: none of them may be set again, while more may come behind them. */
    public KeptWords kept(int words) {
        int full = words >>> BITS;
        int rest = words & MASK;
        int[][] kept = Arrays.copyOf(segments, rest == 0 ? full : full + 1);
        if (rest > 0 && kept[full].length > rest) {
            kept[full] = Arrays.copyOf(kept[full], rest);
        }
        return new KeptWords(kept);
    }
}
