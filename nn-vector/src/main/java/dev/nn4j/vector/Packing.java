// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Copies blocks of matrices into the panels that {@link Tile} reads. What lies beyond the matrix is zero. */
final class Packing {
    private static final VectorSpecies<Float> S = Lanes.SPECIES;
    private static final int W = Lanes.COUNT;
    private static final int ROWS = Tile.ROWS;
    private static final int COLUMNS = Tile.COLUMNS;

    /** What {@link #left} may write behind the last panel. */
    static final int ROOM_BEHIND = Math.max(0, W - ROWS);

    private Packing() {}

    /** Packs rows {@code [i, i + rows)} and summands {@code [p, p + depth)} of A into panels {@code [depth][4]}. */
    static void left(Matrix a, int i, int rows, int p, int depth, float[] panels) {
        for (int row = 0; row < rows; row += ROWS) {
            int at = a.at(i + row, p);
            int panel = row * depth;
            int count = Math.min(ROWS, rows - row);
            if (count < ROWS) {
                ragged(a.values, at, a.row, a.column, count, depth, panels, panel);
            } else if (a.column == 1) {
                FourRows.interleave(a.values, at, a.row, depth, panels, panel);
            } else if (a.row == 1) {
                fourTogether(a.values, at, a.column, depth, panels, panel);
            } else {
                ragged(a.values, at, a.row, a.column, ROWS, depth, panels, panel);
            }
        }
    }

    /**
     * Elements that lie side by side are copied by whole vectors: what one brings too much the next writes over, and behind
     * the last the panels have room.
     */
    private static void fourTogether(float[] a, int at, int column, int depth, float[] panels, int panel) {
        int last = depth - 1;
        boolean isInside = at + last * column + W <= a.length;
        int byVectors = isInside ? depth : 0;
        for (int p = 0; p < byVectors; p++) {
            FloatVector.fromArray(S, a, at + p * column).intoArray(panels, panel + p * ROWS);
        }
        for (int p = byVectors; p < depth; p++) {
            int to = panel + p * ROWS;
            int from = at + p * column;
            panels[to] = a[from];
            panels[to + 1] = a[from + 1];
            panels[to + 2] = a[from + 2];
            panels[to + 3] = a[from + 3];
        }
    }

    private static void ragged(
            float[] a, int at, int row, int column, int count, int depth, float[] panels, int panel) {
        for (int p = 0; p < depth; p++) {
            for (int r = 0; r < ROWS; r++) {
                panels[panel + p * ROWS + r] = r < count ? a[at + r * row + p * column] : 0;
            }
        }
    }

    /**
     * Packs summands {@code [p, p + depth)} and columns {@code [j, j + columns)} of B into panels {@code [depth][2·lanes]},
     * the first of which begins at {@code from}.
     */
    static void right(Matrix b, int p, int depth, int j, int columns, float[] panels, int from) {
        for (int column = 0; column < columns; column += COLUMNS) {
            int panel = from + column * depth;
            int count = Math.min(COLUMNS, columns - column);
            if (b.column == 1) {
                rows(b.values, b.at(p, j + column), b.row, depth, count, panels, panel);
            } else {
                transposed(b.values, b.at(p, j + column), b.column, depth, count, panels, panel);
            }
        }
    }

    /**
     * The same for a B that is large: as many whole panels as may be by fours. A page of B is then asked for a quarter as
     * often, and several lines of it at a time.
     */
    static void rightByFours(Matrix b, int p, int depth, int j, int columns, float[] panels, int from) {
        int byFours = b.column == 1 ? columns - columns % (4 * COLUMNS) : 0;
        for (int column = 0; column < byFours; column += 4 * COLUMNS) {
            fourPanels(b.values, b.at(p, j + column), b.row, depth, panels, from + column * depth);
        }
        right(b, p, depth, j + byFours, columns - byFours, panels, from + byFours * depth);
    }

    private static void fourPanels(float[] b, int at, int row, int depth, float[] panels, int panel0) {
        int panel1 = panel0 + depth * COLUMNS;
        int panel2 = panel1 + depth * COLUMNS;
        int panel3 = panel2 + depth * COLUMNS;
        for (int p = 0; p < depth; p++) {
            int from = at + p * row;
            int to = p * COLUMNS;
            FloatVector l0 = FloatVector.fromArray(S, b, from);
            FloatVector r0 = FloatVector.fromArray(S, b, from + W);
            FloatVector l1 = FloatVector.fromArray(S, b, from + 2 * W);
            FloatVector r1 = FloatVector.fromArray(S, b, from + 3 * W);
            FloatVector l2 = FloatVector.fromArray(S, b, from + 4 * W);
            FloatVector r2 = FloatVector.fromArray(S, b, from + 5 * W);
            FloatVector l3 = FloatVector.fromArray(S, b, from + 6 * W);
            FloatVector r3 = FloatVector.fromArray(S, b, from + 7 * W);
            l0.intoArray(panels, panel0 + to);
            r0.intoArray(panels, panel0 + to + W);
            l1.intoArray(panels, panel1 + to);
            r1.intoArray(panels, panel1 + to + W);
            l2.intoArray(panels, panel2 + to);
            r2.intoArray(panels, panel2 + to + W);
            l3.intoArray(panels, panel3 + to);
            r3.intoArray(panels, panel3 + to + W);
        }
    }

    private static void rows(float[] b, int at, int row, int depth, int count, float[] panels, int panel) {
        if (count < COLUMNS) {
            for (int p = 0; p < depth; p++) {
                int to = panel + p * COLUMNS;
                System.arraycopy(b, at + p * row, panels, to, count);
                java.util.Arrays.fill(panels, to + count, to + COLUMNS, 0);
            }
            return;
        }
        for (int p = 0; p < depth; p++) {
            int from = at + p * row;
            int to = panel + p * COLUMNS;
            FloatVector.fromArray(S, b, from).intoArray(panels, to);
            FloatVector.fromArray(S, b, from + W).intoArray(panels, to + W);
        }
    }

    /** Copies {@code [rows, columns]} as its transpose, four of its columns at a time. */
    static void turn(float[] from, int rows, int columns, float[] to, int toAt) {
        int j = 0;
        for (; j + 3 < columns; j += 4) {
            int to0 = toAt + j * rows;
            int to1 = to0 + rows;
            int to2 = to1 + rows;
            int to3 = to2 + rows;
            for (int i = 0; i < rows; i++) {
                int at = i * columns + j;
                to[to0 + i] = from[at];
                to[to1 + i] = from[at + 1];
                to[to2 + i] = from[at + 2];
                to[to3 + i] = from[at + 3];
            }
        }
        for (; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                to[toAt + j * rows + i] = from[i * columns + j];
            }
        }
    }

    /** Packs {@code width} whole columns of B from j on, at least four, into a panel {@code [depth][2·lanes]}. */
    static void columns(Matrix b, int depth, int j, int width, float[] panel) {
        for (int c = 0; c < width; c += 4) {
            int column = Math.min(c, width - 4);
            fourAlong(b.values, b.at(0, j + column), b.column, depth, panel, column);
        }
    }

    /** Four columns of the panel at a time: their sources are rows that lie apart, read along. */
    private static void transposed(float[] b, int at, int column, int depth, int count, float[] panels, int panel) {
        int c = 0;
        for (; c + 3 < count; c += 4) {
            fourAlong(b, at + c * column, column, depth, panels, panel + c);
        }
        for (; c < COLUMNS; c++) {
            for (int p = 0; p < depth; p++) {
                panels[panel + p * COLUMNS + c] = c < count ? b[at + c * column + p] : 0;
            }
        }
    }

    private static void fourAlong(float[] b, int at0, int column, int depth, float[] panels, int panel) {
        int at1 = at0 + column;
        int at2 = at1 + column;
        int at3 = at2 + column;
        for (int p = 0; p < depth; p++) {
            int to = panel + p * COLUMNS;
            panels[to] = b[at0 + p];
            panels[to + 1] = b[at1 + p];
            panels[to + 2] = b[at2 + p];
            panels[to + 3] = b[at3 + p];
        }
    }
}
