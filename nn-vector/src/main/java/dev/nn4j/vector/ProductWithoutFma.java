// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import dev.nn4j.api.internal.math.Fma;
import java.util.Arrays;

/**
 * {@code C = start + A·B} on processors without fma: by {@link DoubleTile} wherever that is right, else by
 * {@link ExactTile}, else number by number, to the same bits. Both factors are packed as doubles.
 */
final class ProductWithoutFma {
    private static final int BLOCK_ROWS = 32 * DoubleTile.ROWS;
    private static final int BLOCK_DEPTH = 256;
    /** Half of what is rounded up to infinity. */
    private static final double MOST = 0x1p127;
    /** So many tiles are tried, before most of them having been in vain is a reason to try no more. */
    private static final int TRIALS = 4;

    private final double[] rows = new double[BLOCK_ROWS * BLOCK_DEPTH];
    private final double[] panel = new double[BLOCK_DEPTH * DoubleTile.COLUMNS];
    private final double[] sums = new double[DoubleTile.SUMS];
    private final int[] ends = new int[DoubleTile.COLUMNS];
    private double mostOfRows;
    private double mostOfPanel;
    private int tried;
    private int inVain;

    /** Computes {@code [height, width]} elements of C, each from its element of {@code start}, which may be C. */
    void multiply(Matrix a, Matrix b, Matrix start, Matrix c, int height, int width, int depth) {
        tried = 0;
        inVain = 0;
        Matrix from = start;
        for (int p = 0; p < depth; p += BLOCK_DEPTH) {
            int summands = Math.min(BLOCK_DEPTH, depth - p);
            for (int i = 0; i < height; i += BLOCK_ROWS) {
                int count = Math.min(BLOCK_ROWS, height - i);
                packRows(a, i, count, p, summands);
                for (int j = 0; j < width; j += DoubleTile.COLUMNS) {
                    int across = Math.min(DoubleTile.COLUMNS, width - j);
                    packPanel(b, p, summands, j, across);
                    tiles(from, c, i, count, j, across, summands);
                }
            }
            from = c;
        }
    }

    private void tiles(Matrix from, Matrix c, int i, int count, int j, int across, int summands) {
        for (int row = 0; row < count; row += DoubleTile.ROWS) {
            int down = Math.min(DoubleTile.ROWS, count - row);
            load(from, i + row, down, j, across);
            add(row * summands, summands);
            store(c, i + row, down, j, across);
        }
    }

    /** Adds the products of three rows, which begin at an index, and the panel to the sums. */
    private void add(int at, int summands) {
        boolean finite = staysFinite(summands);
        boolean tries = tried < TRIALS || 2 * inVain <= tried;
        if (finite && tries) {
            tried++;
            if (DoubleTile.multiply(rows, at, panel, 0, sums, summands, ends)) {
                return;
            }
            inVain++;
        }
        for (int row = 0; row < DoubleTile.ROWS; row++) {
            int sum = row * DoubleTile.COLUMNS;
            if (!finite || !ExactTile.multiply(rows, at + row, panel, sums, sum, summands, ends)) {
                addOneByOne(at + row, sum, summands);
            }
        }
    }

    private boolean staysFinite(int summands) {
        return DoubleTile.greatest(sums, DoubleTile.SUMS, ends) + summands * (mostOfRows * mostOfPanel) < MOST;
    }

    private void addOneByOne(int a, int sum, int summands) {
        for (int p = 0; p < summands; p++) {
            float x = (float) rows[a + p * DoubleTile.ROWS];
            int at = p * DoubleTile.COLUMNS;
            for (int j = 0; j < DoubleTile.COLUMNS; j++) {
                sums[sum + j] = Fma.of(x, (float) panel[at + j], (float) sums[sum + j]);
            }
        }
    }

    /** Rows by threes, number after number; the last one stands in where there is none. */
    private void packRows(Matrix a, int i, int count, int p, int summands) {
        int at = 0;
        for (int row = 0; row < count; row += DoubleTile.ROWS) {
            int a0 = a.at(i + row, p);
            int a1 = row + 1 < count ? a0 + a.row : a0;
            int a2 = row + 2 < count ? a1 + a.row : a1;
            for (int q = 0; q < summands; q++) {
                rows[at] = a.values[a0 + q * a.column];
                rows[at + 1] = a.values[a1 + q * a.column];
                rows[at + 2] = a.values[a2 + q * a.column];
                at += DoubleTile.ROWS;
            }
        }
        int end = Math.min(rows.length, at + DoubleTile.COLUMNS);
        Arrays.fill(rows, at, end, 0);
        mostOfRows = DoubleTile.greatest(rows, end / DoubleTile.COLUMNS * DoubleTile.COLUMNS, ends);
    }

    /** A panel of B, zeros behind its last column. */
    private void packPanel(Matrix b, int p, int summands, int j, int across) {
        for (int q = 0; q < summands; q++) {
            int to = q * DoubleTile.COLUMNS;
            int from = b.at(p + q, j);
            for (int k = 0; k < across; k++) {
                panel[to + k] = b.values[from + k * b.column];
            }
            for (int k = across; k < DoubleTile.COLUMNS; k++) {
                panel[to + k] = 0;
            }
        }
        mostOfPanel = DoubleTile.greatest(panel, summands * DoubleTile.COLUMNS, ends);
    }

    private void load(Matrix from, int i, int down, int j, int across) {
        for (int row = 0; row < DoubleTile.ROWS; row++) {
            int at = from.at(i + Math.min(row, down - 1), j);
            int to = row * DoubleTile.COLUMNS;
            for (int k = 0; k < across; k++) {
                sums[to + k] = from.values[at + k];
            }
            for (int k = across; k < DoubleTile.COLUMNS; k++) {
                sums[to + k] = 0;
            }
        }
    }

    private void store(Matrix c, int i, int down, int j, int across) {
        for (int row = 0; row < down; row++) {
            int at = c.at(i + row, j);
            int from = row * DoubleTile.COLUMNS;
            for (int k = 0; k < across; k++) {
                c.values[at + k] = (float) sums[from + k];
            }
        }
    }
}
