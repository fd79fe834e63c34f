// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.start;

import java.util.Arrays;

/** The values of some columns of a sample; of many columns, some at a time. */
public final class ColumnSample {
    /** Floats in memory at once. */
    private static final int MOST_FLOATS = 1 << 23;

    private final TrainingSample sample;
    private final int[] columns;
    private final int atOnce;
    private float[] values = new float[0];
    private int first;
    private int end;

    public ColumnSample(TrainingSample sample, int[] columns) {
        this.sample = sample;
        this.columns = columns;
        this.atOnce = Math.max(1, MOST_FLOATS / sample.rows());
    }

    /** The finite values of a column, which is no lower than any before; a new array. */
    public float[] sorted(int column) {
        if (column >= end) {
            read(column);
        }
        int from = (column - first) * sample.rows();
        float[] sorted = new float[sample.rows()];
        int count = 0;
        for (int row = 0; row < sample.rows(); row++) {
            float value = values[from + row];
            if (Float.isFinite(value)) {
                sorted[count++] = value + 0f; // makes one zero of two
            }
        }
        sorted = Arrays.copyOf(sorted, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private void read(int from) {
        first = from;
        end = Math.min(columns.length, from + atOnce);
        if (values.length == 0) {
            values = new float[(end - first) * sample.rows()];
        }
        sample.pass((firstRow, count, x) -> {
            for (int c = first; c < end; c++) {
                for (int row = 0; row < count; row++) {
                    values[(c - first) * sample.rows() + firstRow + row] = x[row * sample.width() + columns[c]];
                }
            }
        });
    }
}
