// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.embedding;

import dev.nn4j.core.network.CategoryEmbeddingSpec;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** The tables of embedded categories among a network's parameters. Their rows are counted through all tables. */
public final class RowTables {
    private static final int NO_VALUE = -1;

    private final int[] columns;
    private final int[] others;
    private final int[] sizes;
    /** Each table's first row, and behind the last the number of all rows. */
    private final int[] firstRows;
    /** Where each table begins among the parameters. */
    private final int[] starts;

    /**
     * The tables of a layer.
     *
     * @param inputs width of its input
     * @param start index of its first parameter
     */
    public RowTables(CategoryEmbeddingSpec spec, int inputs, int start) {
        columns = spec.indices().stream().mapToInt(Integer::intValue).toArray();
        BitSet embedded = new BitSet();
        Arrays.stream(columns).forEach(embedded::set);
        others =
                IntStream.range(0, inputs).filter(input -> !embedded.get(input)).toArray();
        sizes = IntStream.range(0, columns.length).map(spec::sizeOf).toArray();
        firstRows = new int[columns.length + 1];
        starts = new int[columns.length];
        int next = start;
        for (int c = 0; c < columns.length; c++) {
            int values = spec.values().get(c);
            starts[c] = next;
            firstRows[c + 1] = firstRows[c] + values;
            next += values * sizes[c];
        }
    }

    /** Rows of all tables. */
    public int rows() {
        return firstRows[columns.length];
    }

    /**
     * Embeds a row.
     *
     * @param x holds the row from {@code at} on
     * @param a receives what becomes of it from {@code to} on
     */
    public void embed(float[] parameters, float[] x, int at, float[] a, int to) {
        int next = to;
        for (int other : others) {
            a[next++] = x[at + other];
        }
        for (int c = 0; c < columns.length; c++) {
            int index = index(c, x[at + columns[c]]);
            if (index == NO_VALUE) {
                Arrays.fill(a, next, next + sizes[c], 0);
            } else {
                System.arraycopy(parameters, starts[c] + index * sizes[c], a, next, sizes[c]);
            }
            next += sizes[c];
        }
    }

    private int index(int c, float value) {
        int index = (int) value;
        boolean isIndex = index == value && index >= 0 && index < firstRows[c + 1] - firstRows[c];
        return isIndex ? index : NO_VALUE;
    }

    /** What an embedded row's gradient is to the row itself; an index has none. */
    public void backward(float[] dz, int at, float[] dx, int to) {
        for (int column : columns) {
            dx[to + column] = 0;
        }
        for (int i = 0; i < others.length; i++) {
            dx[to + others[i]] = dz[at + i];
        }
    }

    /**
     * Adds to the gradient of some rows of the tables over rows of a batch, in their order.
     *
     * @param inputs width of a row of x
     * @param width of a row of dz
     * @param begins whether the sums start from zero
     * @param first of the tables' rows
     * @param last the one behind the last
     */
    public void gradient(
            float[] x, int inputs, float[] dz, int width, int rows, float[] g, boolean begins, int first, int last) {
        int from = others.length;
        for (int c = 0; c < columns.length; c++) {
            int least = Math.max(first, firstRows[c]) - firstRows[c];
            int most = Math.min(last, firstRows[c + 1]) - firstRows[c];
            if (least < most) {
                if (begins) {
                    Arrays.fill(g, starts[c] + least * sizes[c], starts[c] + most * sizes[c], 0);
                }
                for (int row = 0; row < rows; row++) {
                    int index = index(c, x[row * inputs + columns[c]]);
                    if (index >= least && index < most) {
                        add(dz, row * width + from, g, starts[c] + index * sizes[c], sizes[c]);
                    }
                }
            }
            from += sizes[c];
        }
    }

    private static void add(float[] dz, int at, float[] g, int to, int size) {
        for (int k = 0; k < size; k++) {
            g[to + k] += dz[at + k];
        }
    }
}
