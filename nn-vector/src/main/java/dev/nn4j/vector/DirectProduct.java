// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

/**
 * {@code C = start + A·B} for factors that stay in the core's own caches: A is read where it lies, and so is B where its
 * rows are contiguous. Pays with vectors of 512 bits only, see {@link FoldingTile}.
 */
final class DirectProduct {
    /** What B may hold. */
    private static final int MOST_FLOATS = 64 * 1024 / Float.BYTES;

    private final Matrix panel = new Matrix();
    private final Matrix wide = new Matrix();
    private float[] panelFloats = new float[0];
    private float[] wideFloats = new float[0];

    /** Whether a product of this shape is best computed here. */
    static boolean suits(int rows, int columns, int depth) {
        return Lanes.COUNT >= 16 && rows >= FoldingTile.FEWEST_ROWS && columns * depth <= MOST_FLOATS;
    }

    /** Makes room for what such a product copies. */
    void reserve(int rows, int columns, int depth) {
        if (panelFloats.length < depth * FoldingTile.COLUMNS) {
            panelFloats = new float[depth * FoldingTile.COLUMNS];
        }
        if (columns < FoldingTile.FEWEST_COLUMNS && wideFloats.length < rows * FoldingTile.FEWEST_COLUMNS) {
            wideFloats = new float[rows * FoldingTile.FEWEST_COLUMNS];
        }
    }

    /** Computes {@code [rows, columns]} elements of C, each from its element of {@code start}, which may be C. */
    void multiply(Matrix a, Matrix b, Matrix start, Matrix c, int rows, int columns, int depth) {
        if (columns < FoldingTile.FEWEST_COLUMNS) {
            multiplyPadded(a, b, start, c, rows, columns, depth);
            return;
        }
        int width;
        for (int j = 0; j < columns; j += width) {
            width = next(columns - j, FoldingTile.COLUMNS);
            if (b.column == 1) {
                tiles(a, b, start, c, rows, j, width, depth);
            } else {
                reserve(rows, columns, depth);
                Packing.columns(b, depth, j, width, panelFloats);
                panel.set(panelFloats, -j, FoldingTile.COLUMNS, 1);
                tiles(a, panel, start, c, rows, j, width, depth);
            }
        }
    }

    /** Fewer columns than a vector has: B is packed with zeros beside them, and scratch memory stands in for C. */
    private void multiplyPadded(Matrix a, Matrix b, Matrix start, Matrix c, int rows, int columns, int depth) {
        reserve(rows, columns, depth);
        Packing.right(b, 0, depth, 0, columns, panelFloats, 0);
        panel.set(panelFloats, 0, FoldingTile.COLUMNS, 1);
        wide.set(wideFloats, 0, FoldingTile.FEWEST_COLUMNS, 1);
        start.copyTo(wide, rows, columns);
        tiles(a, panel, wide, wide, rows, 0, FoldingTile.FEWEST_COLUMNS, depth);
        wide.copyTo(c, rows, columns);
    }

    /** All rows of some columns. */
    private static void tiles(Matrix a, Matrix b, Matrix start, Matrix c, int rows, int j, int width, int depth) {
        int height;
        for (int i = 0; i < rows; i += height) {
            height = next(rows - i, FoldingTile.ROWS);
            FoldingTile.multiply(a, b, start, c, depth, i, height, j, width);
        }
    }

    /** How many of the rest the next tile takes: all it can, but so that what then remains is half of a tile at least. */
    private static int next(int rest, int most) {
        if (rest <= most) {
            return rest;
        }
        return rest < most + most / 2 ? rest / 2 : most;
    }
}
