// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.embedding;

import dev.nn4j.api.internal.math.Fma;

/**
 * The arithmetic of piecewise linear embeddings. In bin t, {@code e = V_t·u + (a·x + P_t)} with {@code P_t = c + V_0 + … +
 * V_{t−1}}, one fused multiply-add after the other; so a row takes two rows of a table for each column, however many bins
 * there are. A table begins with the number of bins of each column, behind them are the sums P.
 */
public final class PiecewiseTable {
    /** The slope a and the shift c lie before the rows of the bins. */
    public static final int ROWS_BEFORE_BINS = 2;

    private final int[] columns;
    private final int[] others;
    private final int bins;
    private final int size;
    private final int embedding;
    private final int edges;

    /**
     * The arithmetic of a layer.
     *
     * @param columns that are embedded
     * @param others that are not
     * @param bins most to a column
     * @param size numbers to a column
     * @param embedding index of the trained numbers among the parameters
     * @param edges index of the edges
     */
    public PiecewiseTable(int[] columns, int[] others, int bins, int size, int embedding, int edges) {
        this.columns = columns;
        this.others = others;
        this.bins = bins;
        this.size = size;
        this.embedding = embedding;
        this.edges = edges;
    }

    /** Numbers to a table. */
    public int length() {
        return columns.length * (1 + bins * size);
    }

    /** Index of a column's slope among the parameters. */
    public int slope(int column) {
        return embedding + column * (ROWS_BEFORE_BINS + bins) * size;
    }

    /** Index of a column's first edge. */
    public int edge(int column) {
        return edges + column * (bins + 1);
    }

    /** Writes the table for these parameters. */
    public void fill(float[] parameters, float[] table) {
        for (int c = 0; c < columns.length; c++) {
            int used = usedBins(parameters, edge(c));
            table[c] = used;
            int at = columns.length + c * bins * size;
            int shift = slope(c) + size;
            System.arraycopy(parameters, shift, table, at, size);
            for (int i = size; i < used * size; i++) {
                table[at + i] = table[at + i - size] + parameters[shift + i];
            }
        }
    }

    private int usedBins(float[] parameters, int edge) {
        int used = 0;
        while (used < bins && parameters[edge + used + 1] > parameters[edge + used]) {
            used++;
        }
        return used;
    }

    /** The last bin that does not begin above x, the first if all do; −1 if there is none. No step is a guess of a branch. */
    private static int bin(float[] parameters, int edge, int used, float x) {
        int bin = edge;
        int left = used;
        while (left > 1) {
            int half = left >>> 1;
            bin = parameters[bin + half] <= x ? bin + half : bin;
            left -= half;
        }
        return used == 0 ? -1 : bin - edge;
    }

    /**
     * Embeds a row.
     *
     * @param x holds the row from {@code at} on
     * @param a receives what becomes of it from {@code to} on
     */
    public void embed(float[] parameters, float[] table, float[] x, int at, float[] a, int to) {
        for (int c = 0; c < columns.length; c++) {
            embed(parameters, table, c, x[at + columns[c]], a, to + c * size);
        }
        passOn(x, at, a, to);
    }

    /** The same, noting each column's bin and the place in it where its numbers begin in {@code notes}. */
    public void embed(float[] parameters, float[] table, float[] x, int at, float[] a, int to, float[] notes) {
        for (int c = 0; c < columns.length; c++) {
            float value = x[at + columns[c]];
            int start = to + c * size;
            int t = embed(parameters, table, c, value, a, start);
            notes[start] = t;
            notes[start + 1] = t < 0 ? 0 : placeIn(parameters, edge(c) + t, value);
        }
        passOn(x, at, a, to);
    }

    private int embed(float[] parameters, float[] table, int c, float value, float[] a, int to) {
        int slope = slope(c);
        int t = bin(parameters, edge(c), (int) table[c], value);
        int before = columns.length + (c * bins + Math.max(0, t)) * size;
        if (t < 0) {
            for (int k = 0; k < size; k++) {
                a[to + k] = Fma.of(parameters[slope + k], value, table[before + k]);
            }
            return t;
        }
        float place = placeIn(parameters, edge(c) + t, value);
        int row = slope + (ROWS_BEFORE_BINS + t) * size;
        for (int k = 0; k < size; k++) {
            float line = Fma.of(parameters[slope + k], value, table[before + k]);
            a[to + k] = Fma.of(parameters[row + k], place, line);
        }
        return t;
    }

    private void passOn(float[] x, int at, float[] a, int to) {
        int behind = to + columns.length * size;
        for (int i = 0; i < others.length; i++) {
            a[behind + i] = x[at + others[i]];
        }
    }

    /** Where x lies in the bin of this edge and the next: from 0 to 1, and beyond in the first and the last. */
    private static float placeIn(float[] parameters, int edge, float x) {
        return (x - parameters[edge]) / (parameters[edge + 1] - parameters[edge]);
    }

    /** What an embedded row's gradient is to the row itself, given what was noted of it. */
    public void backward(float[] parameters, float[] notes, float[] dz, int at, float[] dx, int to) {
        for (int c = 0; c < columns.length; c++) {
            int start = at + c * size;
            int slope = slope(c);
            int t = (int) notes[start];
            float sum = 0;
            float inBin = 0;
            for (int k = 0; k < size; k++) {
                sum = Fma.of(parameters[slope + k], dz[start + k], sum);
                inBin = t < 0 ? 0 : Fma.of(parameters[slope + (ROWS_BEFORE_BINS + t) * size + k], dz[start + k], inBin);
            }
            int edge = edge(c) + t;
            dx[to + columns[c]] = t < 0 ? sum : sum + inBin / (parameters[edge + 1] - parameters[edge]);
        }
        int behind = at + columns.length * size;
        for (int i = 0; i < others.length; i++) {
            dx[to + others[i]] = dz[behind + i];
        }
    }

    /**
     * Adds to the gradient of a column's numbers over rows, in their order. Each row moves the shift and all bins up to its
     * own; so what it adds to each is noted as differences between neighbours, of which only two are not zero, and {@link
     * #finish} adds them up.
     *
     * @param notes of the rows
     * @param width of a row of notes and dz
     */
    public void gradient(int c, float[] x, int inputs, float[] notes, float[] dz, int width, int rows, float[] g) {
        int slope = slope(c);
        int shift = slope + size;
        for (int row = 0; row < rows; row++) {
            int at = row * width + c * size;
            int before = shift + Math.max(0, (int) notes[at]) * size;
            float value = x[row * inputs + columns[c]];
            float place = notes[at + 1];
            float rest = 1 - place;
            for (int k = 0; k < size; k++) {
                float d = dz[at + k];
                g[slope + k] = Fma.of(value, d, g[slope + k]);
                g[before + k] = Fma.of(rest, d, g[before + k]);
                g[before + size + k] = Fma.of(place, d, g[before + size + k]);
            }
        }
    }

    /** Makes sums of the differences: the shift and each bin get what those behind them have. */
    public void finish(float[] g) {
        for (int c = 0; c < columns.length; c++) {
            int shift = slope(c) + size;
            for (int i = bins * size - 1; i >= 0; i--) {
                g[shift + i] += g[shift + size + i];
            }
        }
    }
}
