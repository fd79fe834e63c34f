// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.table.WordArray;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;

/**
 * Divides rows so that no group, a patient or a customer, has rows in two parts; sizes and classes come as near to their
 * proportions as whole groups allow.
 *
 * @since 0.1.0
 */
public final class GroupSplits {
    /** Keeps these draws apart from those of {@link Splits}. */
    private static final int BY_GROUP = 1;

    private final GroupedRows rows;
    private final int[] order;

    private GroupSplits(GroupedRows rows, RandomStream.Purpose purpose, long seed) {
        this.rows = rows;
        this.order = new int[rows.groups()];
        Arrays.setAll(order, group -> group);
        RandomStream.of(seed, purpose, BY_GROUP, 0).shuffle(order.length, (i, k) -> {
            int group = order[i];
            order[i] = order[k];
            order[k] = group;
        });
    }

    /**
     * Sets about a fraction of the rows aside, in whole groups. In an order that the seed draws, each group is taken that
     * brings the shares of the classes and of all rows nearer to the fraction, by the sum of squared distances, and leaves each
     * class a row, until there are enough rows; if there is none, the group that does least harm.
     *
     * @param classes each row's class, from 0; all 0 where there are none
     * @param groups each row's group, from 0 and without gaps
     * @param work room for a word of each row
     * @param fraction in [0, 1)
     * @return the rows that are set aside; none if no group can be spared
     */
    public static BitSet setAside(WordArray classes, WordArray groups, WordArray work, double fraction, long seed) {
        GroupedRows rows = new GroupedRows(classes, groups, work);
        return new GroupSplits(rows, RandomStream.Purpose.SPLIT, seed).aside(fraction);
    }

    /**
     * Deals groups out to folds: the largest first, those of one size in an order that the seed draws, each to the fold where it
     * leaves the classes spread most evenly. Without classes that is the fold with the fewest rows.
     *
     * @param classes each row's class, from 0; all 0 where there are none
     * @param groups each row's group, from 0 and without gaps
     * @param work room for a word of each row
     * @param foldOf receives each row's fold, from 0
     * @param folds at least 2, at most the number of groups
     */
    public static void folds(
            WordArray classes, WordArray groups, WordArray work, WordArray foldOf, int folds, long seed) {
        GroupedRows rows = new GroupedRows(classes, groups, work);
        if (folds < 2 || folds > rows.groups()) {
            throw new IllegalArgumentException(
                    "folds: must be in [2, " + rows.groups() + "], the number of groups, got " + folds);
        }
        new GroupSplits(rows, RandomStream.Purpose.FOLDS, seed).deal(foldOf, folds);
    }

    private BitSet aside(double fraction) {
        BitSet aside = new BitSet();
        int[] taken = new int[rows.classes()];
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        long all = rows.rows();
        long set = 0;
        for (int i = 0; i < order.length && set < fraction * all; i++) {
            int group = order[i];
            int[] counts = rows.counts(group);
            double change = change(counts, taken, fraction);
            if (!leavesEachClass(counts, taken)) {
                continue;
            }
            if (change < 0) {
                take(group, counts, taken, aside);
                set += rows.size(group);
            } else if (change < least) {
                least = change;
                best = group;
            }
        }
        if (aside.isEmpty() && fraction > 0 && best >= 0) {
            take(best, rows.counts(best), taken, aside);
        }
        return aside;
    }

    private void take(int group, int[] counts, int[] taken, BitSet aside) {
        for (int c = 0; c < taken.length; c++) {
            taken[c] += counts[c];
        }
        rows.each(group, aside::set);
    }

    /**
     * By how much the squared distances of shares from the fraction grow with a group: of the classes' shares, and as many
     * times of the share of all rows.
     */
    private double change(int[] counts, int[] taken, double fraction) {
        double change = 0;
        long more = 0;
        long before = 0;
        long rowsOfAll = 0;
        for (int c = 0; c < counts.length; c++) {
            change += change(counts[c], taken[c], rows.total(c), fraction);
            more += counts[c];
            before += taken[c];
            rowsOfAll += rows.total(c);
        }
        return change + counts.length * change(more, before, (double) rowsOfAll, fraction);
    }

    private static double change(long more, long before, double all, double fraction) {
        return more == 0 ? 0 : more / all * (2 * (before - fraction * all) + more) / all;
    }

    private boolean leavesEachClass(int[] counts, int[] taken) {
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] > 0 && taken[c] + counts[c] >= rows.total(c)) {
                return false;
            }
        }
        return true;
    }

    private void deal(WordArray foldOf, int folds) {
        int[][] dealt = new int[folds][rows.classes()];
        long[] sizes = new long[folds];
        for (int group : largestFirst()) {
            int[] counts = rows.counts(group);
            int fold = suitable(counts, dealt, sizes);
            for (int c = 0; c < counts.length; c++) {
                dealt[fold][c] += counts[c];
            }
            sizes[fold] += rows.size(group);
            rows.each(group, row -> foldOf.set(row, fold));
        }
    }

    private Integer[] largestFirst() {
        double[] share = new double[rows.groups()];
        for (int group = 0; group < share.length; group++) {
            int[] counts = rows.counts(group);
            for (int c = 0; c < counts.length; c++) {
                double part = counts[c] == 0 ? 0 : (double) counts[c] / rows.total(c);
                share[group] += part * part;
            }
        }
        Integer[] sorted = new Integer[order.length];
        Arrays.setAll(sorted, i -> order[i]);
        Arrays.sort(sorted, Comparator.comparingDouble(group -> -share[group]));
        return sorted;
    }

    /** Where the sum of the squared shares of the classes grows least; of equals the smallest fold, then the first. */
    private int suitable(int[] counts, int[][] dealt, long[] sizes) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int fold = 0; fold < dealt.length; fold++) {
            double growth = 0;
            for (int c = 0; c < counts.length; c++) {
                double all = rows.total(c);
                growth += counts[c] == 0 ? 0 : counts[c] / all * (dealt[fold][c] / all);
            }
            if (growth < least || (growth == least && sizes[fold] < sizes[best])) {
                least = growth;
                best = fold;
            }
        }
        return best;
    }
}
