// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.internal.text.ArrayLength;

/**
 * A long row of 32-bit words, each an int or the bits of a float, in the heap or outside it. Several threads may read
 * while none writes.
 *
 * @since 0.1.0
 */
public interface WordArray {
    /** How many there are. */
    long length();

    /** The word at an index. */
    int get(long index);

    /** Replaces the word at an index. */
    void set(long index, int word);

    /** Copies the words from index {@code from} on, as floats, into {@code into[at … at + count)}. */
    void read(long from, float[] into, int at, int count);

    /** Replaces the words from index {@code to} on by the floats {@code numbers[from … from + count)}. */
    void write(long to, float[] numbers, int from, int count);

    /** Lets two words change places. */
    default void exchange(long one, long other) {
        int word = get(one);
        set(one, get(other));
        set(other, word);
    }

    /** These words for one thread's long walk over them, which a cancellation may end. */
    default WordArray walked(Cancellation cancellation) {
        return new WalkedWords(this, cancellation.newWalk());
    }

    /** The word at an index as a float. */
    default float number(long index) {
        return Float.intBitsToFloat(get(index));
    }

    /** Zeros in the heap, however many. */
    static WordArray inHeap(long length) {
        return length <= ArrayLength.MOST ? HeapWords.zeros((int) length) : SegmentedWords.zeros(length);
    }

    /** These ints, which must not be changed by others afterwards. */
    static WordArray of(int[] words) {
        return new HeapWords(words);
    }

    /** A copy of these floats. */
    static WordArray of(float[] numbers) {
        WordArray words = inHeap(numbers.length);
        words.write(0, numbers, 0, numbers.length);
        return words;
    }
}
