// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.blocks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A sum over rows for each of several columns, in double, each in the order of {@link Blocks}. */
public final class BlockSums {
    private final double[] chains;
    private final List<double[]> runs = new ArrayList<>();
    private long block;
    private int waiting;

    /** Empty sums of so many columns. */
    public BlockSums(int columns) {
        chains = new double[columns];
    }

    /**
     * Adds a row's value in a column.
     *
     * @param row no less than that of any value before
     */
    public void add(long row, int column, double value) {
        while (block < Blocks.ofRow(row)) {
            endBlock();
        }
        chains[column] += value;
    }

    /** Adds the next block's sums, each the chain of its rows; between blocks only. */
    public void addBlock(double[] sums) {
        System.arraycopy(sums, 0, chains, 0, chains.length);
        endBlock();
    }

    /** The sums of the rows so far. */
    public double[] totals() {
        double[] totals = chains.clone();
        for (int run = waiting - 1; run >= 0; run--) {
            double[] left = runs.get(run);
            for (int c = 0; c < totals.length; c++) {
                totals[c] = left[c] + totals[c];
            }
        }
        return totals;
    }

    private void endBlock() {
        if (waiting == runs.size()) {
            runs.add(new double[chains.length]);
        }
        System.arraycopy(chains, 0, runs.get(waiting++), 0, chains.length);
        Arrays.fill(chains, 0);
        for (int i = Blocks.additionsAfter(block); i > 0; i--) {
            waiting--;
            addTo(runs.get(waiting - 1), runs.get(waiting));
        }
        block++;
    }

    private static void addTo(double[] sums, double[] others) {
        for (int c = 0; c < sums.length; c++) {
            sums[c] += others[c];
        }
    }
}
