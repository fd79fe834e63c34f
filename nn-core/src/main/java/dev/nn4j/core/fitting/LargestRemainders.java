// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import dev.nn4j.api.math.RandomStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Divides a fraction of all rows among classes in proportion, by largest remainders (Hamilton's method of apportionment):
 * rounding each class alone would take half or nothing of many small ones.
 */
final class LargestRemainders {
    private final int[] counts;
    private final double[] quotas;
    private final int[] shares;

    private LargestRemainders(int[] counts, double fraction) {
        this.counts = counts;
        this.quotas =
                Arrays.stream(counts).mapToDouble(count -> fraction * count).toArray();
        this.shares = new int[counts.length];
    }

    /**
     * How many rows of each class are taken: {@code round(fraction · rows)} in all, or as many as leave each class one.
     *
     * @param counts rows of each class
     * @param fraction in [0, 1)
     * @param seed decides between equal remainders
     */
    static int[] of(int[] counts, double fraction, long seed) {
        LargestRemainders division = new LargestRemainders(counts, fraction);
        long rows = Arrays.stream(counts).asLongStream().sum();
        long left = Math.round(fraction * rows);
        for (int c = 0; c < counts.length; c++) {
            division.shares[c] = Math.min((int) division.quotas[c], division.most(c));
            left -= division.shares[c];
        }
        division.giveOut(left, seed);
        return division.shares;
    }

    /** Gives one row after the other to the classes in turn, the largest remainder first, until none can have more. */
    private void giveOut(long rows, long seed) {
        int[] order = order(seed);
        long left = rows;
        long before = left + 1;
        while (left > 0 && left < before) {
            before = left;
            for (int i = 0; i < order.length && left > 0; i++) {
                if (shares[order[i]] < most(order[i])) {
                    shares[order[i]]++;
                    left--;
                }
            }
        }
    }

    /** A class keeps a row to learn from. */
    private int most(int c) {
        return Math.max(0, counts[c] - 1);
    }

    private int[] order(long seed) {
        int[] drawn = IntStream.range(0, counts.length).toArray();
        RandomStream.of(seed, RandomStream.Purpose.SPLIT, 1, 0).shuffle(drawn.length, (i, k) -> {
            int other = drawn[i];
            drawn[i] = drawn[k];
            drawn[k] = other;
        });
        return IntStream.of(drawn)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> Math.floor(quotas[c]) - quotas[c]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
