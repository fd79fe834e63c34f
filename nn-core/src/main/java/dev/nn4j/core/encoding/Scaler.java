// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.RawRows;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import java.util.Arrays;
import java.util.List;

/**
 * A fitted scaling of each column: {@code (x − shift) / scale} in float arithmetic. Statistics are taken in double over
 * the float values; a constant column is divided by one. Immutable.
 *
 * @since 0.1.0
 */
public final class Scaler {
    private static final Scaler NONE = new Scaler(Scaling.NONE, new float[0], new float[0]);

    private final Scaling scaling;
    private final float[] shift;
    private final float[] scale;

    private Scaler(Scaling scaling, float[] shift, float[] scale) {
        this.scaling = scaling;
        this.shift = shift;
        this.scale = scale;
    }

    /** Leaves values as they are. */
    public static Scaler none() {
        return NONE;
    }

    /**
     * A scaler of known vectors, as a file holds them.
     *
     * @param shift one for each column; finite
     * @param scale one for each column; finite and above zero
     */
    public static Scaler of(Scaling scaling, float[] shift, float[] scale) {
        if (scaling == Scaling.NONE) {
            return none();
        }
        if (shift.length != scale.length) {
            throw new IllegalArgumentException(
                    "scaler: shift and scale must have one length, got " + shift.length + " and " + scale.length);
        }
        for (int c = 0; c < scale.length; c++) {
            if (!(scale[c] > 0) || !Float.isFinite(scale[c]) || !Float.isFinite(shift[c])) {
                throw new IllegalArgumentException("scaler: column " + c
                        + " must have a finite shift and a finite scale above 0, got " + shift[c] + " and " + scale[c]);
            }
        }
        return new Scaler(scaling, shift.clone(), scale.clone());
    }

    /** Fits the scaling to a row-major matrix of {@code width} columns. */
    public static Scaler fit(Scaling scaling, float[] values, int width) {
        return new ScalerFitter(
                        scaling,
                        values.length / width,
                        all(width),
                        (from, to, block) -> System.arraycopy(values, from * width, block, 0, (to - from) * width))
                .fit();
    }

    /**
     * Fits the scaling to the quantities among the inputs that features make; zeros and ones stay as they are, shifted by
     * 0 and divided by 1.
     *
     * @param features unscaled
     * @param raw their rows
     */
    public static Scaler fit(Scaling scaling, List<Feature> features, float[] raw) {
        int width = features.stream().mapToInt(Feature::rawWidth).sum();
        return fit(scaling, features, RawRows.of(raw, width), Cancellation.none());
    }

    /**
     * Fits the scaling to the quantities among the inputs that the features of a table make, as if all its rows were in
     * memory.
     *
     * @throws dev.nn4j.api.DataException if a column is missing or a cell cannot be read
     */
    public static Scaler fitInputs(Scaling scaling, Schema schema, Table table) {
        return fit(scaling, schema.features(), RawRows.of(table, schema.features()), table.cancellation());
    }

    /**
     * Fits the scaling to the targets of a table, as if all its rows were in memory.
     *
     * @throws dev.nn4j.api.DataException if a column is missing or a cell cannot be read
     */
    public static Scaler fitTargets(Scaling scaling, Schema schema, Table table) {
        if (scaling == Scaling.NONE) {
            return none();
        }
        TargetRows rows = new TargetEncoder(schema).rows(table);
        Cancellation.Walk walk = table.cancellation().newWalk();
        return new ScalerFitter(scaling, table.rows(), all(rows.width()), (from, to, block) -> {
                    for (int row = from; row < to; row++) {
                        walk.step();
                        rows.read(row, block, (row - from) * rows.width());
                    }
                })
                .fit();
    }

    private static Scaler fit(Scaling scaling, List<Feature> features, RawRows rows, Cancellation cancellation) {
        InputEncoder encoder = new InputEncoder(features, none());
        Cancellation.Walk walk = cancellation.newWalk();
        float[] raw = new float[ScalerFitter.blockRows(encoder.width()) * rows.width()];
        return new ScalerFitter(scaling, rows.rows(), encoder.scaled(), (from, to, block) -> {
                    for (int row = from; row < to; row++) {
                        walk.step();
                        rows.read(row, raw, (row - from) * rows.width());
                    }
                    encoder.encode(raw, 0, block, 0, to - from);
                })
                .fit();
    }

    private static boolean[] all(int width) {
        boolean[] all = new boolean[width];
        Arrays.fill(all, true);
        return all;
    }

    /** What kind of scaling this is. */
    public Scaling scaling() {
        return scaling;
    }

    /** What is subtracted, column by column; empty for none. A copy. */
    public float[] shift() {
        return shift.clone();
    }

    /** What divides, column by column; empty for none. A copy. */
    public float[] scale() {
        return scale.clone();
    }

    /**
     * Scales rows from one array into another; the two may be the same.
     *
     * @param values holds the rows from index {@code from} on
     * @param into receives them from index {@code intoFrom} on
     * @param rows how many
     * @param width values to a row
     */
    public void apply(float[] values, int from, float[] into, int intoFrom, int rows, int width) {
        if (scaling == Scaling.NONE) {
            System.arraycopy(values, from, into, intoFrom, rows * width);
            return;
        }
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < width; c++) {
                into[intoFrom + row * width + c] = (values[from + row * width + c] - shift[c]) / scale[c];
            }
        }
    }

    /** Takes scaled rows back to the columns' own units, in place: {@code y·scale + shift}. */
    public void invert(float[] values, int rows, int width) {
        if (scaling == Scaling.NONE) {
            return;
        }
        for (int row = 0; row < rows; row++) {
            int base = row * width;
            for (int c = 0; c < width; c++) {
                values[base + c] = values[base + c] * scale[c] + shift[c];
            }
        }
    }

    /** Takes distances between scaled values back to the columns' own units, in place: {@code d·scale}. */
    public void invertDistances(float[] values, int rows, int width) {
        if (scaling == Scaling.NONE) {
            return;
        }
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < width; c++) {
                values[row * width + c] *= scale[c];
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scaler that
                && scaling == that.scaling
                && Arrays.equals(shift, that.shift)
                && Arrays.equals(scale, that.scale);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(shift) * 31 + Arrays.hashCode(scale);
    }

    @Override
    public String toString() {
        return scaling.word();
    }
}
