// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.kernels;

import dev.nn4j.api.internal.math.Fma;

/**
 * {@code C += A·B} in plain Java. Blocks of B and C are copied into row buffers that all begin at index zero: only loops
 * over arrays with the same index are vectorised by the JIT, and two rows by two summands at a time are what both JDK 17
 * and 25 make fast. The lanes run along the rows of C, never along the sum, so each element stays one ascending chain.
 *
 * <p>A matrix lies in an array with any strides: element (i, j) is at {@code from + i·rowStride + j·columnStride}.
 */
final class RowBufferProduct {
    private static final int BLOCK_ROWS = 32;
    private static final int BLOCK_COLUMNS = 256;
    private static final int BLOCK_DEPTH = 256;
    /** Products narrower than this are worked transposed where that is wider: lanes need a length to run along. */
    private static final int NARROW = 16;

    private final float[][] cRows = new float[BLOCK_ROWS][BLOCK_COLUMNS];
    private final float[][] bRows = new float[BLOCK_DEPTH][BLOCK_COLUMNS];

    private float[] a = new float[0];
    private int aFrom;
    private int aRow;
    private int aColumn;
    private float[] b = new float[0];
    private int bFrom;
    private int bRow;
    private int bColumn;
    private float[] c = new float[0];
    private int cFrom;
    private int cRow;
    private int cColumn;

    /** Sets A. */
    RowBufferProduct left(float[] values, int from, int rowStride, int columnStride) {
        a = values;
        aFrom = from;
        aRow = rowStride;
        aColumn = columnStride;
        return this;
    }

    /** Sets B. */
    RowBufferProduct right(float[] values, int from, int rowStride, int columnStride) {
        b = values;
        bFrom = from;
        bRow = rowStride;
        bColumn = columnStride;
        return this;
    }

    /** Adds A·B to C, {@code [rows, columns]}, the sum running over {@code depth}. */
    void addTo(float[] values, int from, int rowStride, int rows, int columns, int depth) {
        c = values;
        cFrom = from;
        cRow = rowStride;
        cColumn = 1;
        if (columns < NARROW && rows > columns) {
            transpose();
            multiply(columns, rows, depth);
        } else {
            multiply(rows, columns, depth);
        }
    }

    /** Cᵀ += Bᵀ·Aᵀ: each factor of a product changes sides, which no bit of fma notices. */
    private void transpose() {
        float[] oldA = a;
        int oldFrom = aFrom;
        int oldRow = aRow;
        int oldColumn = aColumn;
        left(b, bFrom, bColumn, bRow);
        right(oldA, oldFrom, oldColumn, oldRow);
        int oldCRow = cRow;
        cRow = cColumn;
        cColumn = oldCRow;
    }

    private void multiply(int rows, int columns, int depth) {
        for (int j = 0; j < columns; j += BLOCK_COLUMNS) {
            int width = Math.min(BLOCK_COLUMNS, columns - j);
            for (int p = 0; p < depth; p += BLOCK_DEPTH) {
                int summands = Math.min(BLOCK_DEPTH, depth - p);
                loadB(p, summands, j, width);
                for (int i = 0; i < rows; i += BLOCK_ROWS) {
                    multiplyBlock(i, Math.min(BLOCK_ROWS, rows - i), j, width, p, summands);
                }
            }
        }
    }

    private void multiplyBlock(int i, int rows, int j, int width, int p, int summands) {
        for (int row = 0; row < rows; row++) {
            load(c, cFrom + (i + row) * cRow + j * cColumn, cColumn, cRows[row], width);
        }
        int aBlock = aFrom + i * aRow + p * aColumn;
        int q = 0;
        for (; q + 1 < summands; q += 2) {
            addTwo(aBlock + q * aColumn, rows, bRows[q], bRows[q + 1], width);
        }
        if (q < summands) {
            addOne(aBlock + q * aColumn, rows, bRows[q], width);
        }
        for (int row = 0; row < rows; row++) {
            store(cRows[row], c, cFrom + (i + row) * cRow + j * cColumn, cColumn, width);
        }
    }

    private void addTwo(int at, int rows, float[] b0, float[] b1, int width) {
        int row = 0;
        for (; row + 1 < rows; row += 2) {
            int top = at + row * aRow;
            int bottom = top + aRow;
            twoByTwo(
                    cRows[row],
                    cRows[row + 1],
                    b0,
                    b1,
                    a[top],
                    a[top + aColumn],
                    a[bottom],
                    a[bottom + aColumn],
                    width);
        }
        if (row < rows) {
            int last = at + row * aRow;
            oneByTwo(cRows[row], b0, b1, a[last], a[last + aColumn], width);
        }
    }

    private void addOne(int at, int rows, float[] b0, int width) {
        for (int row = 0; row < rows; row++) {
            oneByOne(cRows[row], b0, a[at + row * aRow], width);
        }
    }

    private void loadB(int p, int summands, int j, int width) {
        for (int q = 0; q < summands; q++) {
            load(b, bFrom + (p + q) * bRow + j * bColumn, bColumn, bRows[q], width);
        }
    }

    private static void load(float[] values, int from, int stride, float[] row, int width) {
        if (stride == 1) {
            System.arraycopy(values, from, row, 0, width);
            return;
        }
        for (int j = 0; j < width; j++) {
            row[j] = values[from + j * stride];
        }
    }

    private static void store(float[] row, float[] values, int from, int stride, int width) {
        if (stride == 1) {
            System.arraycopy(row, 0, values, from, width);
            return;
        }
        for (int j = 0; j < width; j++) {
            values[from + j * stride] = row[j];
        }
    }

    private static void twoByTwo(
            float[] c0, float[] c1, float[] b0, float[] b1, float a00, float a01, float a10, float a11, int width) {
        for (int j = 0; j < width; j++) {
            c0[j] = Fma.of(a01, b1[j], Fma.of(a00, b0[j], c0[j]));
            c1[j] = Fma.of(a11, b1[j], Fma.of(a10, b0[j], c1[j]));
        }
    }

    private static void oneByTwo(float[] c0, float[] b0, float[] b1, float a0, float a1, int width) {
        for (int j = 0; j < width; j++) {
            c0[j] = Fma.of(a1, b1[j], Fma.of(a0, b0[j], c0[j]));
        }
    }

    private static void oneByOne(float[] c0, float[] b0, float a0, int width) {
        for (int j = 0; j < width; j++) {
            c0[j] = Fma.of(a0, b0[j], c0[j]);
        }
    }
}
