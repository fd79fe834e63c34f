// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import dev.nn4j.core.internal.blocks.BlockSum;
import dev.nn4j.core.internal.text.ArrayLength;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import org.jspecify.annotations.Nullable;

/**
 * Rows of numbers ready for a network: inputs, targets and weights, row-major. They are arrays, or are made of the cells
 * of a {@link Table} whenever they are read, which takes next to no memory. Immutable and safe for all threads.
 *
 * @since 0.1.0
 */
public abstract sealed class DataSet permits ArrayDataSet, EncodedDataSet, DistantDataSet, SelectedDataSet {
    private final int rows;
    private final int inputWidth;
    private final int targetWidth;
    private final @Nullable WordArray weights;
    private final double meanWeight;

    DataSet(int rows, int inputWidth, int targetWidth, @Nullable WordArray weights) {
        this.rows = rows;
        this.inputWidth = inputWidth;
        this.targetWidth = targetWidth;
        this.weights = weights;
        this.meanWeight = weights == null ? 1 : mean(weights);
    }

    private static double mean(WordArray weights) {
        BlockSum sum = new BlockSum();
        for (long row = 0; row < weights.length(); row++) {
            sum.add(row, weights.number(row));
        }
        return sum.total() == 0 ? 1 : sum.total() / weights.length();
    }

    /**
     * Rows that all weigh the same. The arrays are kept, to spare large data a copy: they must not be changed afterwards.
     *
     * @param inputs {@code rows × inputWidth}
     * @param targets {@code rows × targetWidth}; classes one-hot, binary targets 0 or 1
     */
    public static DataSet of(float[] inputs, int inputWidth, float[] targets, int targetWidth) {
        return ArrayDataSet.keeping(inputs, inputWidth, targets, targetWidth);
    }

    /**
     * The rows of a table, all of equal weight, for many passes over them: arrays, if the table is in memory and they take
     * no more than a good part of the heap, else rows that are encoded when they are read.
     *
     * @throws dev.nn4j.api.DataException if a column is missing or a cell cannot be used
     */
    public static DataSet of(Table table, Schema schema, Scaler inputScaler, Scaler targetScaler) {
        return ArrayDataSet.fits(table, schema)
                ? ArrayDataSet.encoded(table, schema, inputScaler, targetScaler)
                : EncodedDataSet.readOnce(table, schema, inputScaler, targetScaler);
    }

    /**
     * Rows of which but the first are at hand: what else is read of them is refused. For trainings whose gradients are
     * computed where the rows are.
     *
     * @param rows how many there are
     * @param first the first of them, in their order
     * @since 0.1.0
     */
    public static DataSet elsewhere(int rows, DataSet first) {
        if (rows < first.rows()) {
            throw new IllegalArgumentException(
                    "data set: there must be at least the first " + first.rows() + " rows, got " + rows);
        }
        return new DistantDataSet(rows, first, null);
    }

    /** The same rows for one pass, encoded when they are read; a cell that cannot be used is found then. */
    public static DataSet forOnePass(Table table, Schema schema, Scaler inputScaler, Scaler targetScaler) {
        return EncodedDataSet.readAgain(table, schema, inputScaler, targetScaler);
    }

    /**
     * These rows with weights. A row's share in the loss of a batch is its weight over the batch's rows times the {@link
     * #meanWeight mean weight} of all rows here.
     *
     * @param rowWeights one for each row, finite, at least 0, not all 0
     */
    public final DataSet withWeights(float[] rowWeights) {
        return withWeights(WordArray.of(rowWeights));
    }

    /**
     * These rows with weights; see {@link #withWeights(float[])}.
     *
     * @param rowWeights one float for each row, finite, at least 0, not all 0
     */
    public final DataSet withWeights(WordArray rowWeights) {
        if (rowWeights.length() != rows) {
            throw new IllegalArgumentException(
                    "data set: " + rows + " rows need as many weights, got " + rowWeights.length());
        }
        float most = 0;
        for (int row = 0; row < rows; row++) {
            float weight = rowWeights.number(row);
            if (!(weight >= 0) || Float.isInfinite(weight)) {
                throw new IllegalArgumentException("data set: weights must be finite and at least 0, got " + weight);
            }
            most = Math.max(most, weight);
        }
        if (most == 0) {
            throw new IllegalArgumentException("data set: at least one weight must be above 0");
        }
        return weighted(rowWeights);
    }

    abstract DataSet weighted(WordArray rowWeights);

    /** Number of rows. */
    public final int rows() {
        return rows;
    }

    /** Inputs to a row. */
    public final int inputWidth() {
        return inputWidth;
    }

    /** Targets to a row. */
    public final int targetWidth() {
        return targetWidth;
    }

    /** The inputs, {@code rows × inputWidth}; read only. They are made here if they are not in memory. */
    public float[] inputs() {
        float[] inputs = new float[ArrayLength.of("inputs of a data set", rows, inputWidth)];
        read(0, rows, inputs, new float[ArrayLength.of("targets of a data set", rows, targetWidth)]);
        return inputs;
    }

    /** The targets, {@code rows × targetWidth}; read only. They are made here if they are not in memory. */
    public float[] targets() {
        float[] targets = new float[ArrayLength.of("targets of a data set", rows, targetWidth)];
        read(0, rows, new float[ArrayLength.of("inputs of a data set", rows, inputWidth)], targets);
        return targets;
    }

    /** Copies rows of a data set. What reading has to remember is its own: for one thread at a time. */
    public interface Reader {
        /**
         * Copies consecutive rows.
         *
         * @param first index of the first
         * @param count how many
         * @param inputs receives {@code count × inputWidth} from index 0 on
         * @param targets receives {@code count × targetWidth} from index 0 on
         */
        void read(int first, int count, float[] inputs, float[] targets);

        /**
         * Copies the rows of the indices that {@code order} holds at {@code [first, first + count)}.
         *
         * @param inputs receives {@code count × inputWidth} from index 0 on
         * @param targets receives {@code count × targetWidth} from index 0 on
         */
        void read(WordArray order, int first, int count, float[] inputs, float[] targets);
    }

    /** A reader of these rows. Any number of them may read at once, each on a thread of its own. */
    public abstract Reader newReader();

    /** Copies consecutive rows, as a {@linkplain #newReader new reader} does; who reads often keeps one. */
    public final void read(int first, int count, float[] inputs, float[] targets) {
        newReader().read(first, count, inputs, targets);
    }

    /** Copies the rows that an order names, as a {@linkplain #newReader new reader} does; who reads often keeps one. */
    public final void read(WordArray order, int first, int count, float[] inputs, float[] targets) {
        newReader().read(order, first, count, inputs, targets);
    }

    /** Whether rows have weights of their own. */
    public final boolean isWeighted() {
        return weights != null;
    }

    /** The weight of a row; 1 without weights. */
    public final float weight(int row) {
        return weights == null ? 1 : weights.number(row);
    }

    /**
     * The mean of all rows' weights, summed in double in blocks of 4096 rows, which are added as a binary tree; 1 without
     * weights, and where all are 0.
     */
    public final double meanWeight() {
        return meanWeight;
    }

    /** Zeros where the rows are, in the heap or outside it, for what is to be noted of each. */
    public abstract WordArray newWords(long count);

    /**
     * The rows of these indices, in that order, which stay where they are: several may have rows of one data set that is in
     * memory once. The indices are kept, and must not be changed afterwards.
     *
     * @param indices each of a row, which may come several times; at most {@link Integer#MAX_VALUE}
     * @throws IndexOutOfBoundsException if one is no row
     * @since 0.1.0
     */
    public final DataSet view(WordArray indices) {
        return SelectedDataSet.of(this, indices);
    }

    /** A copy of the rows of these indices, in that order. */
    public final DataSet select(int[] indices) {
        float[] inputs = new float[ArrayLength.of("selected inputs", indices.length, inputWidth)];
        float[] targets = new float[ArrayLength.of("selected targets", indices.length, targetWidth)];
        read(WordArray.of(indices), 0, indices.length, inputs, targets);
        DataSet selected = of(inputs, inputWidth, targets, targetWidth);
        if (weights == null) {
            return selected;
        }
        WordArray chosen = WordArray.inHeap(indices.length);
        for (int i = 0; i < indices.length; i++) {
            chosen.set(i, weights.get(indices[i]));
        }
        return selected.weighted(chosen);
    }

    /** As in {@code 512 rows, 30 inputs, 1 targets}. */
    @Override
    public final String toString() {
        return rows + " rows, " + inputWidth + " inputs, " + targetWidth + " targets";
    }
}
