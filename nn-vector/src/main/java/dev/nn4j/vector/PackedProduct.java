// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

/**
 * {@code C = start + A·B} by tiles, blocked for the caches as in Goto and van de Geijn 2008: a panel of B stays in L1, a
 * block of A in L2. Blocks of the sum are worked in order, C being stored between them, which is exact. B is always
 * packed; A only where packing pays.
 */
final class PackedProduct {
    private static final int BLOCK_COLUMNS = 2048;
    private static final int DEEP = 1024;
    private static final int BLOCK_FLOATS = 128 * 256;
    /** A whole B of at most this many floats stays in L1 beside what else is in use. */
    private static final int SMALL_FLOATS = 24 * 1024 / Float.BYTES;

    private final float[] edge = new float[Tile.ROWS * Tile.COLUMNS];
    private float[] left = new float[0];
    private float[] right = new float[0];

    /** Computes {@code [rows, columns]} elements of C, each from its element of {@code start}, which may be C. */
    void multiply(Matrix a, Matrix b, Matrix start, Matrix c, int rows, int columns, int depth) {
        int blockDepth = depth >= DEEP ? 512 : 256;
        int blockRows = BLOCK_FLOATS / blockDepth;
        ensurePanels(Math.min(rows, blockRows), Math.min(columns, BLOCK_COLUMNS), Math.min(depth, blockDepth));
        for (int j = 0; j < columns; j += BLOCK_COLUMNS) {
            int width = Math.min(BLOCK_COLUMNS, columns - j);
            for (int p = 0; p < depth; p += blockDepth) {
                int summands = Math.min(blockDepth, depth - p);
                Packing.right(b, p, summands, j, width, right);
                Matrix from = p == 0 ? start : c;
                if (isReadInPlace(a, width, depth)) {
                    inPlace(a, p, from, c, rows, j, width, summands);
                } else {
                    for (int i = 0; i < rows; i += blockRows) {
                        int height = Math.min(blockRows, rows - i);
                        Packing.left(a, i, height, p, summands, left);
                        packed(from, c, i, height, j, width, summands);
                    }
                }
            }
        }
    }

    /** Packing A pays where B is too large to stay in L1 while the rows of A pass. */
    private static boolean isReadInPlace(Matrix a, int width, int depth) {
        return width * depth <= SMALL_FLOATS && (a.row == 1 || a.column == 1);
    }

    /** Panel after panel of B, each staying in L1 while all of the packed A passes. */
    private void packed(Matrix from, Matrix c, int i0, int height, int j0, int width, int depth) {
        for (int j = 0; j < width; j += Tile.COLUMNS) {
            for (int i = 0; i < height; i += Tile.ROWS) {
                int rows = Math.min(Tile.ROWS, height - i);
                int columns = Math.min(Tile.COLUMNS, width - j);
                tile(left, i * depth, Tile.ROWS, 1, j, from, c, i0 + i, j0 + j, rows, columns, depth);
            }
        }
    }

    /** Four rows of A after four, each staying in L1 while all of the packed B, which is small, passes. */
    private void inPlace(Matrix a, int p, Matrix from, Matrix c, int rows, int j0, int width, int depth) {
        int whole = rows - rows % Tile.ROWS;
        Packing.left(a, whole, rows - whole, p, depth, left);
        for (int i = 0; i < rows; i += Tile.ROWS) {
            for (int j = 0; j < width; j += Tile.COLUMNS) {
                int columns = Math.min(Tile.COLUMNS, width - j);
                if (i == whole) {
                    tile(left, 0, Tile.ROWS, 1, j, from, c, i, j0 + j, rows - whole, columns, depth);
                } else {
                    tile(a.values, a.at(i, p), a.column, a.row, j, from, c, i, j0 + j, Tile.ROWS, columns, depth);
                }
            }
        }
    }

    /** One tile at (i, j) of C; one that reaches beyond C is worked in scratch memory. */
    private void tile(
            float[] a,
            int aAt,
            int aColumn,
            int aRow,
            int panel,
            Matrix from,
            Matrix c,
            int i,
            int j,
            int rows,
            int columns,
            int depth) {
        int bAt = panel * depth;
        if (rows == Tile.ROWS && columns == Tile.COLUMNS) {
            multiply(
                    a,
                    aAt,
                    aColumn,
                    aRow,
                    bAt,
                    depth,
                    from.values,
                    from.at(i, j),
                    from.row,
                    c.values,
                    c.at(i, j),
                    c.row);
            return;
        }
        for (int row = 0; row < rows; row++) {
            System.arraycopy(from.values, from.at(i + row, j), edge, row * Tile.COLUMNS, columns);
        }
        multiply(a, aAt, aColumn, aRow, bAt, depth, edge, 0, Tile.COLUMNS, edge, 0, Tile.COLUMNS);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(edge, row * Tile.COLUMNS, c.values, c.at(i + row, j), columns);
        }
    }

    private void multiply(
            float[] a,
            int aAt,
            int aColumn,
            int aRow,
            int bAt,
            int depth,
            float[] start,
            int startAt,
            int startRow,
            float[] c,
            int cAt,
            int cRow) {
        if (aRow == 1 && aColumn == Tile.ROWS) {
            Tile.multiplyPacked(a, aAt, right, bAt, depth, start, startAt, startRow, c, cAt, cRow);
        } else if (aRow == 1) {
            Tile.multiplyColumns(a, aAt, aColumn, right, bAt, depth, start, startAt, startRow, c, cAt, cRow);
        } else {
            Tile.multiplyRows(a, aAt, aRow, right, bAt, depth, start, startAt, startRow, c, cAt, cRow);
        }
    }

    private void ensurePanels(int rows, int columns, int depth) {
        int leftFloats = roundedUp(rows, Tile.ROWS) * depth;
        int rightFloats = roundedUp(columns, Tile.COLUMNS) * depth;
        if (left.length < leftFloats) {
            left = new float[leftFloats];
        }
        if (right.length < rightFloats) {
            right = new float[rightFloats];
        }
    }

    private static int roundedUp(int count, int multiple) {
        return (count + multiple - 1) / multiple * multiple;
    }
}
