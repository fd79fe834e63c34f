// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import org.jspecify.annotations.Nullable;

/** Rows in arrays. */
final class ArrayDataSet extends DataSet {
    /** Arrays for all rows may take this share of the heap: there are the table and perhaps others beside them. */
    private static final int SHARE = 4;

    private final float[] inputs;
    private final float[] targets;

    private ArrayDataSet(float[] inputs, int inputWidth, float[] targets, int targetWidth, @Nullable Words weights) {
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

    /** Whether a table's rows are to be arrays. */
    static boolean fits(Table table, Schema schema) {
        long floats = (long) table.rows() * (schema.inputWidth() + schema.outputs());
        return table.isInMemory()
                && floats * Float.BYTES <= Runtime.getRuntime().maxMemory() / SHARE;
    }

    static DataSet encoded(Table table, Schema schema, Scaler inputScaler, Scaler targetScaler) {
        float[] inputs = new InputEncoder(schema.features(), inputScaler).encodeAll(schema.rawRows(table));
        float[] targets = new TargetEncoder(schema).encode(table);
        targetScaler.apply(targets, 0, targets, 0, table.rows(), schema.outputs());
        return keeping(inputs, schema.inputWidth(), targets, schema.outputs());
    }

    @Override
    DataSet weighted(Words rowWeights) {
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
    public void read(int first, int count, float[] intoInputs, float[] intoTargets) {
        System.arraycopy(inputs, first * inputWidth(), intoInputs, 0, count * inputWidth());
        System.arraycopy(targets, first * targetWidth(), intoTargets, 0, count * targetWidth());
    }

    @Override
    public void read(Words order, int first, int count, float[] intoInputs, float[] intoTargets) {
        int inputWidth = inputWidth();
        int targetWidth = targetWidth();
        for (int r = 0; r < count; r++) {
            int row = order.get(first + r);
            System.arraycopy(inputs, row * inputWidth, intoInputs, r * inputWidth, inputWidth);
            System.arraycopy(targets, row * targetWidth, intoTargets, r * targetWidth, targetWidth);
        }
    }

    @Override
    public Words newWords(long count) {
        return Words.inHeap(count);
    }
}
