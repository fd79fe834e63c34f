// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import dev.nn4j.core.internal.text.ArrayLength;
import dev.nn4j.core.internal.work.SharedLoop;

/**
 * The inputs of rows in arrays of some thousand rows each. One for all would be made, and its memory touched for the first time, by
 * one thread while the others wait: on some machines that takes longer than to encode the rows.
 */
final class InputBlocks {
    /** Numbers of an array, at least: so large that it is made where it stays, and not among what is young. */
    private static final int LEAST = 1 << 22;
    /** Rows of an array, at least. */
    private static final int LEAST_ROWS = 1 << 10;

    private final float[][] blocks;
    private final int width;
    private final int bits;

    private InputBlocks(float[][] blocks, int width, int bits) {
        this.blocks = blocks;
        this.width = width;
        this.bits = bits;
    }

    /** Those of one array. */
    static InputBlocks keeping(float[] inputs, int width) {
        return new InputBlocks(new float[][] {inputs}, width, Integer.SIZE - 1);
    }

    /** Zeros, made by at most so many threads. */
    static InputBlocks zeros(int rows, int width, int threads) {
        return zeros(rows, width, Math.max(LEAST_ROWS, LEAST / width), threads);
    }

    /** The same with at least so many rows to an array. */
    static InputBlocks zeros(int rows, int width, int least, int threads) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(least - 1);
        if (bits >= Integer.SIZE - 1 || rows <= 1 << bits) {
            return keeping(new float[ArrayLength.of("encoded inputs", rows, width)], width);
        }
        int blockRows = 1 << bits;
        int count = (rows - 1 >> bits) + 1;
        float[][] blocks = SharedLoop.of(
                        count,
                        threads,
                        block -> new float
                                [ArrayLength.of("encoded inputs", Math.min(blockRows, rows - (block << bits)), width)])
                .toArray(float[][]::new);
        return new InputBlocks(blocks, width, bits);
    }

    /** Whether all are in one array. */
    boolean isOne() {
        return blocks.length == 1;
    }

    /** The first array. */
    float[] first() {
        return blocks[0];
    }

    /** Copies those of a row into an array, from an index on. */
    void read(int row, float[] into, int at) {
        System.arraycopy(blockOf(row), placeOf(row), into, at, width);
    }

    /** Copies those of consecutive rows into an array, from an index on. */
    void read(int row, int count, float[] into, int at) {
        int done = 0;
        while (done < count) {
            int place = placeOf(row + done);
            int run = Math.min(count - done, rowsFrom(row + done));
            System.arraycopy(blockOf(row + done), place, into, at + done * width, run * width);
            done += run;
        }
    }

    /** Sets those of consecutive rows to the first of an array. */
    void write(int row, int count, float[] inputs) {
        int done = 0;
        while (done < count) {
            int place = placeOf(row + done);
            int run = Math.min(count - done, rowsFrom(row + done));
            System.arraycopy(inputs, done * width, blockOf(row + done), place, run * width);
            done += run;
        }
    }

    private float[] blockOf(int row) {
        return blocks[row >>> bits];
    }

    private int placeOf(int row) {
        return (row & (1 << bits) - 1) * width;
    }

    /** How many rows there are, from this one to the end of its array. */
    private int rowsFrom(int row) {
        return (int) Math.min(Integer.MAX_VALUE, (1L << bits) - (row & (1 << bits) - 1));
    }
}
