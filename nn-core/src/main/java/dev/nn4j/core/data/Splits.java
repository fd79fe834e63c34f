// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import dev.nn4j.api.math.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
        boolean[] aside = new boolean[classes.length];
        for (int c = 0; c <= Arrays.stream(classes).max().orElse(-1); c++) {
            int[] rows = shuffledRowsOf(classes, c, RandomStream.Purpose.SPLIT, seed);
            long count = Math.round(fraction * rows.length);
            for (int i = 0; i < count; i++) {
                aside[rows[i]] = true;
            }
        }
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
        int next = 0;
        for (int c = 0; c <= Arrays.stream(classes).max().orElse(-1); c++) {
            for (int row : shuffledRowsOf(classes, c, RandomStream.Purpose.FOLDS, seed)) {
                foldOf[row] = next;
                next = (next + 1) % folds;
            }
        }
        return foldOf;
    }

    /** The rows for which {@code chosen} is {@code wanted}, ascending. */
    public static int[] rowsWhere(boolean[] chosen, boolean wanted) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < chosen.length; row++) {
            if (chosen[row] == wanted) {
                rows.add(row);
            }
        }
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] shuffledRowsOf(int[] classes, int c, RandomStream.Purpose purpose, long seed) {
        List<Integer> members = new ArrayList<>();
        for (int row = 0; row < classes.length; row++) {
            if (classes[row] == c) {
                members.add(row);
            }
        }
        int[] rows = members.stream().mapToInt(Integer::intValue).toArray();
        RandomStream.of(seed, purpose, 0, c).shuffle(rows);
        return rows;
    }
}
