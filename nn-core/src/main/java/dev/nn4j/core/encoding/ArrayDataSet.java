// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import dev.nn4j.core.internal.text.ArrayLength;
import dev.nn4j.core.internal.work.SharedRows;
import dev.nn4j.core.schema.RawRows;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import org.jspecify.annotations.Nullable;

/** Rows in arrays. */
final class ArrayDataSet extends DataSet {
    /** Arrays for all rows may take this share of the heap: there are the table and perhaps others beside them. */
    private static final int SHARE = 4;

    private final float[] inputs;
    private final float[] targets;
    private final Reader copying = new Copying();

    private ArrayDataSet(
            float[] inputs, int inputWidth, float[] targets, int targetWidth, @Nullable WordArray weights) {
        super(targets.length / targetWidth, inputWidth, targetWidth, weights);
        this.inputs = inputs;
        this.targets = targets;
    }

    static DataSet keeping(float[] inputs, int inputWidth, float[] targets, int targetWidth) {
        if (inputWidth < 1 || targetWidth < 1) {
            throw new IllegalArgumentException(
                    "data set: widths must be at least 1, got " + inputWidth + " and " + targetWidth);
        }
        int rows = targets.length / targetWidth;
        if (rows * targetWidth != targets.length || (long) rows * inputWidth != inputs.length) {
            throw new IllegalArgumentException("data set: " + inputs.length + " inputs of width " + inputWidth + " and "
                    + targets.length + " targets of width " + targetWidth + " must make the same whole rows");
        }
        return new ArrayDataSet(inputs, inputWidth, targets, targetWidth, null);
    }

    /** Whether a table's rows are to be arrays: they leave room in the heap, and none is longer than arrays can be. */
    static boolean fits(Table table, Schema schema) {
        long widest = Math.max(schema.rawWidth(), Math.max(schema.inputWidth(), schema.outputs()));
        return table.isInMemory()
                && fits(
                        table.rows(),
                        widest,
                        (long) schema.inputWidth() + schema.outputs(),
                        Runtime.getRuntime().maxMemory());
    }

    static boolean fits(long rows, long widest, long width, long heapBytes) {
        return rows * widest <= ArrayLength.MOST && rows * width * Float.BYTES <= heapBytes / SHARE;
    }

    static DataSet encoded(Table table, Schema schema, Scaler inputScaler, Scaler targetScaler) {
        InputEncoder encoder = new InputEncoder(schema.features(), inputScaler);
        float[] inputs = inputs(table, schema, encoder);
        float[] targets = new TargetEncoder(schema).encode(table);
        targetScaler.apply(targets, 0, targets, 0, table.rows(), schema.outputs());
        FiniteRows finite = new FiniteRows(table, encoder, schema);
        int bad = finite.firstBad(inputs, targets, table.rows(), schema.outputs());
        if (bad >= 0) {
            throw finite.refused(bad, bad, inputs, targets, schema.outputs());
        }
        return keeping(inputs, schema.inputWidth(), targets, schema.outputs());
    }

    private static float[] inputs(Table table, Schema schema, InputEncoder encoder) {
        int width = encoder.width();
        float[] inputs = new float[ArrayLength.of("encoded inputs", table.rows(), width)];
        SharedRows.over(table.rows(), width, table.threads(), table.cancellation(), () -> {
            RawRows read = RawRows.of(table, schema.features());
            float[] raw = new float[read.width()];
            return row -> {
                read.read(row, raw, 0);
                encoder.encode(raw, 0, inputs, row * width, 1);
            };
        });
        return inputs;
    }

    @Override
    DataSet weighted(WordArray rowWeights) {
        return new ArrayDataSet(inputs, inputWidth(), targets, targetWidth(), rowWeights);
    }

    @Override
    public float[] inputs() {
        return inputs;
    }

    @Override
    public float[] targets() {
        return targets;
    }

    @Override
    public Reader newReader() {
        return copying;
    }

    /** Copies rows, and has nothing to remember. */
    private final class Copying implements Reader {
        @Override
        public void read(int first, int count, float[] intoInputs, float[] intoTargets) {
            System.arraycopy(inputs, first * inputWidth(), intoInputs, 0, count * inputWidth());
            System.arraycopy(targets, first * targetWidth(), intoTargets, 0, count * targetWidth());
        }

        @Override
        public void read(WordArray order, int first, int count, float[] intoInputs, float[] intoTargets) {
            int inputWidth = inputWidth();
            int targetWidth = targetWidth();
            for (int r = 0; r < count; r++) {
                int row = order.get(first + r);
                System.arraycopy(inputs, row * inputWidth, intoInputs, r * inputWidth, inputWidth);
                System.arraycopy(targets, row * targetWidth, intoTargets, r * targetWidth, targetWidth);
            }
        }
    }

    @Override
    public WordArray newWords(long count) {
        return WordArray.inHeap(count);
    }
}
