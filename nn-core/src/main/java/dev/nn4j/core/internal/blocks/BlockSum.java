// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.blocks;

/** A sum over rows in double, in the order of {@link Blocks}. Mutable, so that many sums need one object. */
public final class BlockSum {
    /**
     * One more than a sum can need. C2 takes arrays of up to 64 elements apart where they stay within what it compiles, and then
     * describes every element for every place at which the program may be stopped: a third of what compiling an epoch took.
     */
    private final double[] runs = new double[Long.SIZE + 1];

    private double chain;
    private long block;
    private int waiting;

    /** An empty sum. */
    public BlockSum() {}

    /** Forgets all rows. */
    public void reset() {
        chain = 0;
        block = 0;
        waiting = 0;
    }

    /**
     * Adds a row's value.
     *
     * @param row no less than that of the value before; rows may be left out, and have several values
     */
    public void add(long row, double value) {
        if (Blocks.ofRow(row) != block) {
            moveTo(Blocks.ofRow(row));
        }
        chain += value;
    }

    /**
     * Adds the values of consecutive rows, as {@link #add(long, double)} does one after the other.
     *
     * @param first the first one's row, no less than that of the value before
     * @param values theirs, from index 0 on
     */
    public void add(long first, double[] values, int count) {
        int at = 0;
        while (at < count) {
            long row = first + at;
            moveTo(Blocks.ofRow(row));
            int end = (int) Math.min(count, at + Blocks.ROWS - row % Blocks.ROWS);
            double sum = chain; // in a register, where additions do not wait for memory
            for (; at < end; at++) {
                sum += values[at];
            }
            chain = sum;
        }
    }

    private void moveTo(long other) {
        while (block < other) {
            runs[waiting++] = chain;
            chain = 0;
            for (int i = Blocks.additionsAfter(block); i > 0; i--) {
                waiting--;
                runs[waiting - 1] += runs[waiting];
            }
            block++;
        }
    }

    /** The sum of the rows so far; more may follow. */
    public double total() {
        double total = chain;
        for (int i = waiting - 1; i >= 0; i--) {
            total = runs[i] + total;
        }
        return total;
    }
}
