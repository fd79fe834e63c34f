// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.words;

import java.util.function.IntUnaryOperator;

/**
 * Words that have come, in the segments in which they came, for memory that is touched first costs more than a look into a
 * segment. Immutable.
 */
public final class KeptWords {
    private final int[][] segments;

    /** All of one length but the last, which ends where the words end. */
    KeptWords(int[][] segments) {
        this.segments = segments;
    }

    /** So many, each given by its index. */
    public static KeptWords of(int words, IntUnaryOperator word) {
        GrowingWords all = new GrowingWords();
        all.reserve(words);
        for (int i = 0; i < words; i++) {
            all.set(i, word.applyAsInt(i));
        }
        return all.kept(words);
    }

    /**
     * The word at an index.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public int get(int index) {
        return segments[index >>> GrowingWords.BITS][index & GrowingWords.MASK];
    }

    /** The same as a float. */
    public float number(int index) {
        return Float.intBitsToFloat(get(index));
    }
}
