// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

/**
 * {@code C = start + A·B} by tiles, blocked for the caches as in Goto and van de Geijn 2008: a panel of B stays in L1 or at
 * the front of L2, a block of A in L2. Blocks of the sum are worked in order, C being stored between them, which is exact;
 * they are long, because beginning and ending a tile costs as much as a dozen summands. B is always packed; A only where
 * packing pays.
 */
final class PackedProduct {
    private static final int BLOCK_COLUMNS = 1024;
    private static final int MOST_DEPTH = 1024;
    private static final int SHALLOW = 128;
    private static final int BLOCK_FLOATS = 512 * SHALLOW;
    /** Rows that are whole tiles of any kind: of 6 and 8, and of packed panels. */
    private static final int EVEN_ROWS = 24;
    /** A B of so many elements is packed by code of its own; for a small network the JIT would compile it in vain. */
    private static final int MANY = 1 << 14;
    /** A whole B of at most this many floats is at hand for every few rows of A: in L1, or for the most part where that is small. */
    private static final int SMALL_FLOATS = 32 * 1024 / Float.BYTES;

    private final float[] edge = new float[Tile.ROWS * Tile.COLUMNS];
    private float[] left = new float[0];
    private float[] right = new float[0];
    /** The panels of B in use: column j's begins at {@code panelFrom + j·panelDepth}. */
    private float[] panels = right;

    private int panelFrom;
    private int panelDepth;
    private boolean leftIsPacked;

    /** Computes {@code [rows, columns]} elements of C, each from its element of {@code start}, which may be C. */
    void multiply(Matrix a, Matrix b, Matrix start, Matrix c, int rows, int columns, int depth) {
        int blockDepth = blockDepth(depth);
        reserveRight(columns, Math.min(depth, blockDepth));
        panels = right;
        for (int j = 0; j < columns; j += BLOCK_COLUMNS) {
            int width = Math.min(BLOCK_COLUMNS, columns - j);
            for (int p = 0; p < depth; p += blockDepth) {
                panelDepth = Math.min(blockDepth, depth - p);
                panelFrom = 0;
                if (panelDepth * width < MANY) {
                    Packing.right(b, p, panelDepth, j, width, right, 0);
                } else {
                    Packing.rightByFours(b, p, panelDepth, j, width, right, 0);
                }
                rows(a, p, p == 0 ? start : c, c, rows, j, width, panelDepth);
            }
        }
    }

    /** The same with all of B packed by {@link Panels}. */
    void multiply(Matrix a, float[] packedB, Matrix start, Matrix c, int rows, int columns, int depth) {
        int blockDepth = blockDepth(depth);
        panels = packedB;
        panelDepth = depth;
        for (int j = 0; j < columns; j += BLOCK_COLUMNS) {
            int width = Math.min(BLOCK_COLUMNS, columns - j);
            for (int p = 0; p < depth; p += blockDepth) {
                panelFrom = Panels.FROM + j * depth + p * Tile.COLUMNS;
                rows(a, p, p == 0 ? start : c, c, rows, j, width, Math.min(blockDepth, depth - p));
            }
        }
    }

    /** Makes room for both packed factors of such a product. */
    void reserve(int rows, int columns, int depth) {
        int block = Math.min(depth, blockDepth(depth));
        reserveRight(columns, block);
        reserveLeft(rows, block);
    }

    private void reserveRight(int columns, int depth) {
        int floats = Panels.roundedUp(Math.min(columns, BLOCK_COLUMNS), Tile.COLUMNS) * depth;
        if (right.length < floats) {
            right = new float[floats];
        }
    }

    private void reserveLeft(int rows, int depth) {
        int floats = Panels.roundedUp(Math.min(rows, blockRows(depth)), Tile.ROWS) * depth + Packing.ROOM_BEHIND;
        if (left.length < floats) {
            left = new float[floats];
        }
    }

    private static int blockRows(int depth) {
        int rows = BLOCK_FLOATS / Math.max(depth, SHALLOW);
        return rows - rows % EVEN_ROWS;
    }

    /** The depth in as few blocks as may be, all of about the same length. */
    private static int blockDepth(int depth) {
        if (depth <= MOST_DEPTH) {
            return depth;
        }
        int blocks = (depth + MOST_DEPTH - 1) / MOST_DEPTH;
        return (depth + blocks - 1) / blocks;
    }

    /** All rows of A over one block of B. */
    private void rows(Matrix a, int p, Matrix from, Matrix c, int rows, int j, int width, int depth) {
        int blockRows = blockRows(depth);
        reserveLeft(rows, depth);
        leftIsPacked = !isReadInPlace(a, width, depth);
        if (!leftIsPacked) {
            inPlace(a, p, from, c, rows, j, width, depth);
            return;
        }
        for (int i = 0; i < rows; i += blockRows) {
            int height = Math.min(blockRows, rows - i);
            Packing.left(a, i, height, p, depth, left);
            packed(from, c, i, height, j, width, depth);
        }
    }

    /** Packing A pays where B is too large to stay at hand while the rows of A pass. */
    private static boolean isReadInPlace(Matrix a, int width, int depth) {
        return width * depth <= SMALL_FLOATS && (a.row == 1 || a.column == 1);
    }

    /** Panel after panel of B, each staying in L1 while all of the packed A passes. */
    private void packed(Matrix from, Matrix c, int i0, int height, int j0, int width, int depth) {
        for (int j = 0; j < width; j += Tile.COLUMNS) {
            int columns = Math.min(Tile.COLUMNS, width - j);
            int done = columns == Tile.COLUMNS ? largeTiles(j, from, c, i0, height, j0 + j, depth) : 0;
            for (int i = done; i < height; i += Tile.ROWS) {
                int rows = Math.min(Tile.ROWS, height - i);
                tile(left, i * depth, Tile.ROWS, 1, j, from, c, i0 + i, j0 + j, rows, columns, depth);
            }
        }
    }

    /** As many of the packed rows as larger tiles can take. */
    private int largeTiles(int panel, Matrix from, Matrix c, int i0, int height, int j, int depth) {
        if (TallTile.IS_WORTHWHILE) {
            int tall = height - height % TallTile.ROWS;
            for (int i = 0; i < tall; i += TallTile.ROWS) {
                tallTile(i, panel, from, c, i0 + i, j, depth);
            }
            return tall;
        }
        int even = height - height % SixTile.PACKED_ROWS;
        for (int i = 0; i < even; i += SixTile.PACKED_ROWS) {
            int two = (i + Tile.ROWS) * depth;
            sixTile(i * depth, two, panel, from, c, i0 + i, i0 + i + 4, j, depth);
            sixTile((i + 2 * Tile.ROWS) * depth, two + 2, panel, from, c, i0 + i + 8, i0 + i + 6, j, depth);
        }
        return even;
    }

    /** The four rows of C at i, and two others. */
    private void sixTile(int four, int two, int panel, Matrix from, Matrix c, int i, int iTwo, int j, int depth) {
        SixTile.multiplyPacked(
                left,
                four,
                two,
                panels,
                panelFrom + panel * panelDepth,
                depth,
                from.values,
                from.at(i, j),
                from.at(iTwo, j),
                from.row,
                c.values,
                c.at(i, j),
                c.at(iTwo, j),
                c.row);
    }

    /** Two whole tiles at (i, j) of C, from the packed rows of A that begin at {@code row}. */
    private void tallTile(int row, int panel, Matrix from, Matrix c, int i, int j, int depth) {
        TallTile.multiplyPacked(
                left,
                row * depth,
                (row + Tile.ROWS) * depth,
                panels,
                panelFrom + panel * panelDepth,
                depth,
                from.values,
                from.at(i, j),
                from.row,
                c.values,
                c.at(i, j),
                c.row);
    }

    /** Some rows of A after some, each staying in L1 while all of the packed B, which is small, passes. */
    private void inPlace(Matrix a, int p, Matrix from, Matrix c, int rows, int j0, int width, int depth) {
        int bySix = SixTile.IS_WORTHWHILE ? SixTile.rowsOf(rows) : 0;
        int whole = bySix == 0 ? 0 : width - width % Tile.COLUMNS;
        for (int i = 0; i < bySix; i += SixTile.ROWS) {
            for (int j = 0; j < whole; j += Tile.COLUMNS) {
                sixInPlace(a, a.at(i, p), j, from, c, i, j0 + j, depth);
            }
        }
        byFour(a, p, from, c, bySix, rows, j0, 0, whole, depth);
        byFour(a, p, from, c, 0, rows, j0, whole, width, depth);
    }

    private void sixInPlace(Matrix a, int aAt, int panel, Matrix from, Matrix c, int i, int j, int depth) {
        int bAt = panelFrom + panel * panelDepth;
        float[] start = from.values;
        int startAt = from.at(i, j);
        int cAt = c.at(i, j);
        if (a.row == 1) {
            SixTile.multiplyColumns(
                    a.values, aAt, a.column, panels, bAt, depth, start, startAt, from.row, c.values, cAt, c.row);
        } else {
            SixTile.multiplyRows(
                    a.values, aAt, a.row, panels, bAt, depth, start, startAt, from.row, c.values, cAt, c.row);
        }
    }

    /** The rows from i0 and the panels from {@code first} on; what remains of fours is copied to have its zeros. */
    private void byFour(
            Matrix a, int p, Matrix from, Matrix c, int i0, int rows, int j0, int first, int width, int depth) {
        if (first == width) {
            return;
        }
        int whole = rows - (rows - i0) % Tile.ROWS;
        Packing.left(a, whole, rows - whole, p, depth, left);
        for (int i = i0; i < rows; i += Tile.ROWS) {
            for (int j = first; j < width; j += Tile.COLUMNS) {
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
        int bAt = panelFrom + panel * panelDepth;
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
        if (leftIsPacked) {
            Tile.multiplyPacked(a, aAt, panels, bAt, depth, start, startAt, startRow, c, cAt, cRow);
        } else if (aRow == 1) {
            Tile.multiplyColumns(a, aAt, aColumn, panels, bAt, depth, start, startAt, startRow, c, cAt, cRow);
        } else {
            Tile.multiplyRows(a, aAt, aRow, panels, bAt, depth, start, startAt, startRow, c, cAt, cRow);
        }
    }
}
