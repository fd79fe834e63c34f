// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import dev.nn4j.core.internal.sort.RadixSort;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Numbers, sorted in place and walked from the least up, however many there are: runs are sorted in the heap one after
 * the other, and merged when walked. −0 comes before 0, NaN last.
 *
 * @since 0.1.0
 */
public final class SortedNumbers {
    private static final int RUN = 1 << 20;

    private final WordArray keys;
    private final long from;
    private final long to;

    /**
     * Sorts the floats {@code [from, to)}. The words are no floats any more afterwards.
     *
     * @param numbers which belong to this from now on
     */
    public SortedNumbers(WordArray numbers, long from, long to) {
        this.keys = numbers;
        this.from = from;
        this.to = to;
        for (long first = from; first < to; first += RUN) {
            sort(first, Math.min(first + RUN, to));
        }
    }

    /** Takes the numbers one after the other. Not safe for several threads. */
    public final class Walk {
        private final PriorityQueue<Run> runs = new PriorityQueue<>(Comparator.comparingInt(Run::key));
        private int key;
        private long times;

        private Walk() {
            for (long first = from; first < to; first += RUN) {
                runs.add(new Run(first, Math.min(first + RUN, to)));
            }
        }

        /** Goes to the next different number; false at the end. */
        public boolean next() {
            Run least = runs.peek();
            if (least == null) {
                return false;
            }
            key = least.key();
            times = 0;
            while (least != null && least.key() == key) {
                runs.poll();
                times += least.pass();
                if (least.hasMore()) {
                    runs.add(least);
                }
                least = runs.peek();
            }
            return true;
        }

        /** The number. */
        public float number() {
            return numberOf(key);
        }

        /** How often it is there. */
        public long times() {
            return times;
        }
    }

    /** A new walk from the least number. */
    public Walk walk() {
        return new Walk();
    }

    /** How many numbers there are. */
    public long count() {
        return to - from;
    }

    private void sort(long first, long end) {
        int[] run = new int[(int) (end - first)];
        for (int i = 0; i < run.length; i++) {
            run[i] = keyOf(keys.number(first + i));
        }
        RadixSort.sort(run);
        for (int i = 0; i < run.length; i++) {
            keys.set(first + i, run[i]);
        }
    }

    /** An int that orders as the float does: the bits, and those of a negative number turned round. */
    private static int keyOf(float number) {
        int bits = Float.floatToIntBits(number);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }

    private static float numberOf(int key) {
        return Float.intBitsToFloat(key ^ (key >> 31 & Integer.MAX_VALUE));
    }

    /** A sorted part of the keys, and how far it is walked. */
    private final class Run {
        private final long end;
        private long at;
        private int key;

        Run(long first, long end) {
            this.at = first;
            this.end = end;
            this.key = keys.get(first);
        }

        int key() {
            return key;
        }

        boolean hasMore() {
            return at < end;
        }

        /** Goes behind all of the key and says how many there were. */
        long pass() {
            long before = at;
            int passed = key;
            while (at < end) {
                key = keys.get(at);
                if (key != passed) {
                    break;
                }
                at++;
            }
            return at - before;
        }
    }
}
