// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import dev.nn4j.api.math.RandomStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Divides rows at random, each class in proportion. Rows are given by their class (all 0 where there are none) and come
 * back as ascending indices, so that a division keeps the data's order.
 */
public final class Splits {
    private Splits() {}

    /**
     * Sets a fraction of each class aside: of n rows {@code round(fraction · n)}.
     *
     * @param classes each row's class, from 0
     * @param fraction in [0, 1)
     * @return for each row whether it is set aside
     */
    public static boolean[] setAside(int[] classes, double fraction, long seed) {
        BitSet aside = setAside(Words.of(classes), Words.inHeap(classes.length), fraction, seed);
        boolean[] flags = new boolean[classes.length];
        aside.stream().forEach(row -> flags[row] = true);
        return flags;
    }

    /**
     * The same for any number of rows.
     *
     * @param work room for a word of each row
     * @return the rows that are set aside
     */
    public static BitSet setAside(Words classes, Words work, double fraction, long seed) {
        BitSet aside = new BitSet(Math.toIntExact(classes.length()));
        overShuffled(classes, work, RandomStream.Purpose.SPLIT, seed, (from, to) -> {
            long end = from + Math.round(fraction * (to - from));
            for (long i = from; i < end; i++) {
                aside.set(work.get(i));
            }
        });
        return aside;
    }

    /**
     * Deals the rows of each class out to folds in turn, going on where the class before stopped, so that neither the
     * folds' sizes nor a class's counts in them differ by more than one.
     *
     * @param classes each row's class, from 0
     * @param folds at least 2, at most the number of rows
     * @return each row's fold, from 0
     */
    public static int[] folds(int[] classes, int folds, long seed) {
        if (folds < 2 || folds > classes.length) {
            throw new IllegalArgumentException(
                    "folds: must be in [2, " + classes.length + "], the number of rows, got " + folds);
        }
        int[] foldOf = new int[classes.length];
        Words work = Words.inHeap(classes.length);
        overShuffled(Words.of(classes), work, RandomStream.Purpose.FOLDS, seed, (from, to) -> {
            for (long i = from; i < to; i++) {
                foldOf[work.get(i)] = (int) (i % folds);
            }
        });
        return foldOf;
    }

    /** The rows for which {@code chosen} is {@code wanted}, ascending. */
    public static int[] rowsWhere(boolean[] chosen, boolean wanted) {
        return IntStream.range(0, chosen.length)
                .filter(row -> chosen[row] == wanted)
                .toArray();
    }

    /** Rows of one class, shuffled: where they lie among the words. */
    private interface Group {
        void rows(long from, long to);
    }

    /** Lays the rows class by class into {@code work}, each class shuffled by itself. */
    private static void overShuffled(Words classes, Words work, RandomStream.Purpose purpose, long seed, Group each) {
        long[] ends = new long[1];
        for (long row = 0; row < classes.length(); row++) {
            int c = classes.get(row);
            ends = c < ends.length ? ends : Arrays.copyOf(ends, c + 1);
            ends[c]++;
        }
        for (int c = 1; c < ends.length; c++) {
            ends[c] += ends[c - 1];
        }
        long[] next = new long[ends.length];
        System.arraycopy(ends, 0, next, 1, ends.length - 1);
        for (int row = 0; row < classes.length(); row++) {
            work.set(next[classes.get(row)]++, row);
        }
        for (int c = 0; c < ends.length; c++) {
            long from = c == 0 ? 0 : ends[c - 1];
            RandomStream.of(seed, purpose, 0, c)
                    .shuffle((int) (ends[c] - from), (i, k) -> work.exchange(from + i, from + k));
            each.rows(from, ends[c]);
        }
    }
}
