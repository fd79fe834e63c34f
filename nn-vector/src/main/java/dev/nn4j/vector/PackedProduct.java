// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

/**
 * {@code C += A·B} by packed panels and tiles, blocked for the caches as in Goto and van de Geijn 2008: a panel of B
 * stays in L1, a block of A in L2. Blocks of the sum are worked in order, C being stored between them, which is exact.
 */
final class PackedProduct {
    private static final int BLOCK_COLUMNS = 2048;
    private static final int DEEP = 1024;
    private static final int BLOCK_FLOATS = 128 * 256;

    private final float[] edge = new float[Tile.ROWS * Tile.COLUMNS];
    private float[] left = new float[0];
    private float[] right = new float[0];

    void addTo(Matrix a, Matrix b, float[] c, int cFrom, int cRow, int rows, int columns, int depth) {
        int blockDepth = depth >= DEEP ? 512 : 256;
        int blockRows = BLOCK_FLOATS / blockDepth;
        ensurePanels(Math.min(rows, blockRows), Math.min(columns, BLOCK_COLUMNS), Math.min(depth, blockDepth));
        for (int j = 0; j < columns; j += BLOCK_COLUMNS) {
            int width = Math.min(BLOCK_COLUMNS, columns - j);
            for (int p = 0; p < depth; p += blockDepth) {
                int summands = Math.min(blockDepth, depth - p);
                Packing.right(b, p, summands, j, width, right);
                for (int i = 0; i < rows; i += blockRows) {
                    int height = Math.min(blockRows, rows - i);
                    Packing.left(a, i, height, p, summands, left);
                    tiles(c, cFrom + i * cRow + j, cRow, height, width, summands);
                }
            }
        }
    }

    private void tiles(float[] c, int cAt, int cRow, int height, int width, int depth) {
        for (int j = 0; j < width; j += Tile.COLUMNS) {
            for (int i = 0; i < height; i += Tile.ROWS) {
                int at = cAt + i * cRow + j;
                if (i + Tile.ROWS <= height && j + Tile.COLUMNS <= width) {
                    Tile.multiply(left, i * depth, right, j * depth, depth, c, at, cRow);
                } else {
                    edgeTile(
                            c,
                            at,
                            cRow,
                            i,
                            j,
                            Math.min(Tile.ROWS, height - i),
                            Math.min(Tile.COLUMNS, width - j),
                            depth);
                }
            }
        }
    }

    /** A tile that reaches beyond C is worked in scratch memory. */
    private void edgeTile(float[] c, int at, int cRow, int i, int j, int rows, int columns, int depth) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(c, at + row * cRow, edge, row * Tile.COLUMNS, columns);
        }
        Tile.multiply(left, i * depth, right, j * depth, depth, edge, 0, Tile.COLUMNS);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(edge, row * Tile.COLUMNS, c, at + row * cRow, columns);
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
