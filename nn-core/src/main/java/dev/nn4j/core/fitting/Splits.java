// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.table.WordArray;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Divides rows at random, each class in proportion. Rows are given by their class (all 0 where there are none) and come
 * back as ascending indices, so that a division keeps the data's order.
 *
 * @since 0.1.0
 */
public final class Splits {
    private Splits() {}

    /**
     * Sets a fraction of the rows aside, of each class its share of them. Of n rows {@code round(fraction · n)} are set
     * aside: of each class the whole rows of {@code fraction} times its own, and the others by largest remainders, one of
     * a class at a time; between equal remainders the seed decides. A class keeps at least one row, so that where many
     * have one or two, fewer may be set aside.
     *
     * @param classes each row's class, from 0
     * @param fraction in [0, 1)
     * @return for each row whether it is set aside
     */
    public static boolean[] setAside(int[] classes, double fraction, long seed) {
        BitSet aside = setAside(WordArray.of(classes), WordArray.inHeap(classes.length), fraction, seed);
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
    public static BitSet setAside(WordArray classes, WordArray work, double fraction, long seed) {
        BitSet aside = new BitSet(Math.toIntExact(classes.length()));
        int[] counts = counts(classes);
        int[] shares = LargestRemainders.of(counts, fraction, seed);
        overShuffled(classes, counts, work, RandomStream.Purpose.SPLIT, seed, (c, from, to) -> {
            for (long i = from; i < from + shares[c]; i++) {
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
        int[] foldOf = new int[classes.length];
        folds(WordArray.of(classes), WordArray.inHeap(classes.length), WordArray.of(foldOf), folds, seed);
        return foldOf;
    }

    /**
     * The same for any number of rows, wherever they are noted.
     *
     * @param work room for a word of each row
     * @param foldOf receives each row's fold, from 0
     * @since 0.1.0
     */
    public static void folds(WordArray classes, WordArray work, WordArray foldOf, int folds, long seed) {
        if (folds < 2 || folds > classes.length()) {
            throw new IllegalArgumentException(
                    "folds: must be in [2, " + classes.length() + "], the number of rows, got " + folds);
        }
        overShuffled(classes, counts(classes), work, RandomStream.Purpose.FOLDS, seed, (c, from, to) -> {
            for (long i = from; i < to; i++) {
                foldOf.set(work.get(i), (int) (i % folds));
            }
        });
    }

    /** The rows for which {@code chosen} is {@code wanted}, ascending. */
    public static int[] rowsWhere(boolean[] chosen, boolean wanted) {
        return IntStream.range(0, chosen.length)
                .filter(row -> chosen[row] == wanted)
                .toArray();
    }

    /** Rows of one class, shuffled: where they lie among the words. */
    private interface Group {
        void rows(int ofClass, long from, long to);
    }

    /** Rows of each class. */
    private static int[] counts(WordArray classes) {
        int[] counts = new int[1];
        for (long row = 0; row < classes.length(); row++) {
            int c = classes.get(row);
            counts = c < counts.length ? counts : Arrays.copyOf(counts, Math.max(c + 1, 2 * counts.length));
            counts[c]++;
        }
        return counts;
    }

    /** Lays the rows class by class into {@code work}, each class shuffled by itself. */
    private static void overShuffled(
            WordArray classes, int[] counts, WordArray work, RandomStream.Purpose purpose, long seed, Group each) {
        long[] next = new long[counts.length];
        for (int c = 1; c < counts.length; c++) {
            next[c] = next[c - 1] + counts[c - 1];
        }
        for (int row = 0; row < classes.length(); row++) {
            work.set(next[classes.get(row)]++, row);
        }
        for (int c = 0; c < counts.length; c++) {
            long from = next[c] - counts[c];
            RandomStream.of(seed, purpose, 0, c).shuffle(counts[c], (i, k) -> work.exchange(from + i, from + k));
            each.rows(c, from, next[c]);
        }
    }
}
