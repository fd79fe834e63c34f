// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import dev.nn4j.core.table.WordArray;
import java.util.Arrays;

/** Rows laid out group by group, and how many rows of each class there are. */
final class GroupedRows {
    private final WordArray classes;
    private final WordArray rows;
    private final long[] starts;
    private final int[] totals;

    /**
     * Lays rows out.
     *
     * @param classes each row's class, from 0
     * @param groups each row's group, from 0 and without gaps
     * @param work room for a word of each row
     */
    GroupedRows(WordArray classes, WordArray groups, WordArray work) {
        this.classes = classes;
        this.rows = work;
        this.totals = counts(classes);
        int[] sizes = counts(groups);
        this.starts = new long[sizes.length + 1];
        long[] next = new long[sizes.length];
        for (int g = 0; g < sizes.length; g++) {
            next[g] = starts[g];
            starts[g + 1] = starts[g] + sizes[g];
        }
        for (int row = 0; row < classes.length(); row++) {
            work.set(next[groups.get(row)]++, row);
        }
    }

    /** Words that are counted: how often each is there, up to the greatest. */
    private static int[] counts(WordArray words) {
        int[] counts = new int[1];
        int most = 0;
        for (long i = 0; i < words.length(); i++) {
            int word = words.get(i);
            most = Math.max(most, word);
            counts = word < counts.length ? counts : Arrays.copyOf(counts, Math.max(word + 1, 2 * counts.length));
            counts[word]++;
        }
        return Arrays.copyOf(counts, most + 1);
    }

    /** How many groups there are. */
    int groups() {
        return starts.length - 1;
    }

    /** How many rows there are. */
    long rows() {
        return rows.length();
    }

    /** How many classes there are. */
    int classes() {
        return totals.length;
    }

    /** Rows of a class. */
    int total(int c) {
        return totals[c];
    }

    /** Rows of a group. */
    long size(int group) {
        return starts[group + 1] - starts[group];
    }

    /** Rows of a group by class. */
    int[] counts(int group) {
        int[] counts = new int[totals.length];
        each(group, row -> counts[classes.get(row)]++);
        return counts;
    }

    /** What is done with a row. */
    interface Row {
        void see(int row);
    }

    /** Goes through the rows of a group. */
    void each(int group, Row row) {
        for (long i = starts[group]; i < starts[group + 1]; i++) {
            row.see(rows.get(i));
        }
    }
}
