// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import dev.nn4j.api.DataException;
import dev.nn4j.core.internal.text.ArrayLength;
import dev.nn4j.core.internal.work.SharedRows;
import dev.nn4j.core.schema.RawRows;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Rows in arrays. */
final class ArrayDataSet extends DataSet {
    /** Arrays for all rows may take this share of the heap: there are the table and perhaps others beside them. */
    private static final int SHARE = 4;
    /** Rows that are encoded at a time. */
    private static final int PART = 512;

    private final InputBlocks inputs;
    private final float[] targets;
    private final Reader copying = new Copying();

    private ArrayDataSet(
            InputBlocks inputs, int inputWidth, float[] targets, int targetWidth, @Nullable WordArray weights) {
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
        return new ArrayDataSet(InputBlocks.keeping(inputs, inputWidth), inputWidth, targets, targetWidth, null);
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
        InputBlocks inputs = InputBlocks.zeros(table.rows(), schema.inputWidth(), table.threads());
        int badInput = encode(table, schema, encoder, inputs);
        float[] targets = new TargetEncoder(schema).encode(table);
        targetScaler.apply(targets, 0, targets, 0, table.rows(), schema.outputs());
        int badTarget = FiniteNumbers.firstNotFinite(targets, targets.length);
        int bad = badTarget < 0 ? badInput : Math.min(badInput, badTarget / schema.outputs());
        if (bad < table.rows()) {
            throw refused(bad, inputs, targets, new FiniteRows(table, encoder, schema), schema);
        }
        return new ArrayDataSet(inputs, schema.inputWidth(), targets, schema.outputs(), null);
    }

    private static DataException refused(
            int row, InputBlocks inputs, float[] targets, FiniteRows finite, Schema schema) {
        float[] ofRow = new float[schema.inputWidth()];
        inputs.read(row, ofRow, 0);
        int outputs = schema.outputs();
        return finite.refused(row, 0, ofRow, Arrays.copyOfRange(targets, row * outputs, (row + 1) * outputs), outputs);
    }

    /** The first row with an input that is not finite; the number of rows if there is none. */
    private static int encode(Table table, Schema schema, InputEncoder encoder, InputBlocks inputs) {
        int width = encoder.width();
        AtomicInteger bad = new AtomicInteger(table.rows());
        int parts = (int) (((long) table.rows() + PART - 1) / PART);
        SharedRows.over(parts, PART * width, table.threads(), table.cancellation(), () -> {
            RawRows read = RawRows.of(table, schema.features());
            int most = Math.min(PART, table.rows());
            float[] raw = new float[most * read.width()];
            float[] encoded = new float[most * width];
            return part -> {
                int first = part * PART;
                int count = Math.min(PART, table.rows() - first);
                read.read(first, first + count, raw);
                encoder.encode(raw, 0, encoded, 0, count);
                inputs.write(first, count, encoded);
                int at = FiniteNumbers.firstNotFinite(encoded, count * width);
                if (at >= 0) {
                    bad.accumulateAndGet(first + at / width, Math::min);
                }
            };
        });
        return bad.get();
    }

    @Override
    DataSet weighted(WordArray rowWeights) {
        return new ArrayDataSet(inputs, inputWidth(), targets, targetWidth(), rowWeights);
    }

    @Override
    public float[] inputs() {
        return inputs.isOne() ? inputs.first() : super.inputs();
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
            inputs.read(first, count, intoInputs, 0);
            System.arraycopy(targets, first * targetWidth(), intoTargets, 0, count * targetWidth());
        }

        @Override
        public void read(WordArray order, int first, int count, float[] intoInputs, float[] intoTargets) {
            int inputWidth = inputWidth();
            int targetWidth = targetWidth();
            for (int r = 0; r < count; r++) {
                int row = order.get(first + r);
                inputs.read(row, intoInputs, r * inputWidth);
                System.arraycopy(targets, row * targetWidth, intoTargets, r * targetWidth, targetWidth);
            }
        }
    }

    @Override
    public WordArray newWords(long count) {
        return WordArray.inHeap(count);
    }
}
