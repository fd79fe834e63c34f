// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import dev.nn4j.api.TargetDistribution;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.RawRows;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.util.Arrays;
import java.util.List;

/**
 * A fitted scaling of each column: {@code (x − shift) / scale} in float arithmetic. Statistics are taken in double over
 * the float values; a constant column is divided by one, or in a robust scaling by infinity, so that it is 0 whatever
 * comes. Immutable.
 *
 * <p>A {@link Scaling#isBounded() bounded} scaling goes on to {@code z / √(1 + (z/bound)²)}, and computes all of it in
 * double and rounds once: no step overflows, whatever float comes, and of two values the greater never gives the lesser
 * number, which a chain of rounded floats does not keep near the bounds.
 *
 * @since 0.1.0
 */
public final class Scaler {
    /** What values of a bounded scaling stay within, above and below 0. */
    public static final float BOUND = 3;

    private static final Scaler NONE = new Scaler(Scaling.NONE, false, new float[0], new float[0], new float[0]);

    private final Scaling scaling;
    private final boolean categories;
    private final float[] shift;
    private final float[] scale;
    private final float[] bounds;

    private Scaler(Scaling scaling, boolean categories, float[] shift, float[] scale, float[] bounds) {
        this.scaling = scaling;
        this.categories = categories;
        this.shift = shift;
        this.scale = scale;
        this.bounds = bounds;
    }

    /** Leaves values as they are. */
    public static Scaler none() {
        return NONE;
    }

    /**
     * A scaler of known vectors, as a file holds them; a bounded one is {@link #smooth}.
     *
     * @param shift one for each column; finite
     * @param scale one for each column; above zero, and finite but for robust scalings
     */
    public static Scaler of(Scaling scaling, float[] shift, float[] scale) {
        if (scaling == Scaling.NONE) {
            return none();
        }
        float[] bounds = new float[scaling.isBounded() ? scale.length : 0];
        Arrays.fill(bounds, BOUND);
        return of(scaling, shift, scale, bounds);
    }

    /**
     * A {@link Scaling#ROBUST_SMOOTH} scaler of known vectors.
     *
     * @param shift one for each column; finite
     * @param scale one for each column; above zero
     * @param bounds one for each column; above zero, infinite for one that is not bent
     * @since 0.1.0
     */
    public static Scaler smooth(float[] shift, float[] scale, float[] bounds) {
        for (int c = 0; c < bounds.length; c++) {
            if (!(bounds[c] > 0)) {
                throw new IllegalArgumentException(
                        "scaler: column " + c + " must have a bound above 0, got " + bounds[c]);
            }
        }
        if (bounds.length != shift.length) {
            throw new IllegalArgumentException(
                    "scaler: shift and bounds must have one length, got " + shift.length + " and " + bounds.length);
        }
        return of(Scaling.ROBUST_SMOOTH, shift, scale, bounds);
    }

    private static Scaler of(Scaling scaling, float[] shift, float[] scale, float[] bounds) {
        if (shift.length != scale.length) {
            throw new IllegalArgumentException(
                    "scaler: shift and scale must have one length, got " + shift.length + " and " + scale.length);
        }
        for (int c = 0; c < scale.length; c++) {
            boolean divides = scale[c] > 0 && (scaling.isRobust() || Float.isFinite(scale[c]));
            if (!divides || !Float.isFinite(shift[c])) {
                throw new IllegalArgumentException("scaler: column " + c + " must have a finite shift and a "
                        + (scaling.isRobust() ? "" : "finite ") + "scale above 0, got " + shift[c] + " and "
                        + scale[c]);
            }
        }
        return new Scaler(scaling, false, shift.clone(), scale.clone(), bounds.clone());
    }

    /** Fits the scaling to a row-major matrix of {@code width} columns; NaN is refused by all but robust scalings. */
    public static Scaler fit(Scaling scaling, float[] values, int width) {
        return ScalerFits.of(scaling, values, width);
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
        return new ScalerFits(scaling, false, features)
                .inputs(() -> RawRows.of(raw, width), 1, Cancellation.none(), WordArray::inHeap);
    }

    /**
     * Fits the scaling to the quantities among the inputs that the features of a table make, as if all its rows were in
     * memory.
     *
     * @throws dev.nn4j.api.DataException if a column is missing or a cell cannot be read
     */
    public static Scaler fitInputs(Scaling scaling, Schema schema, Table table) {
        return fitInputs(scaling, false, schema, table);
    }

    /**
     * The same.
     *
     * @param categories whether to scale zeros and ones as well: what categories, booleans and indicators make
     * @throws dev.nn4j.api.DataException if a column is missing or a cell cannot be read
     * @since 0.1.0
     */
    public static Scaler fitInputs(Scaling scaling, boolean categories, Schema schema, Table table) {
        return new ScalerFits(scaling, categories, schema.features()).inputs(table);
    }

    /**
     * Fits the scaling to the targets of a table, as if all its rows were in memory.
     *
     * @throws dev.nn4j.api.DataException if a column is missing or a cell cannot be read
     */
    public static Scaler fitTargets(Scaling scaling, Schema schema, Table table) {
        return ScalerFits.targets(scaling, schema, table);
    }

    /** What kind of scaling this is. */
    public Scaling scaling() {
        return scaling;
    }

    /**
     * Whether zeros and ones were scaled as well, by the same rule: what categories, booleans and indicators make.
     *
     * @since 0.1.0
     */
    public boolean scalesCategories() {
        return categories;
    }

    /**
     * This, known to have been fitted to zeros and ones as well; none stays none.
     *
     * @since 0.1.0
     */
    public Scaler withCategories() {
        return scaling == Scaling.NONE ? this : new Scaler(scaling, true, shift, scale, bounds);
    }

    /** What is subtracted, column by column; empty for none. A copy. */
    public float[] shift() {
        return shift.clone();
    }

    /** What divides, column by column; empty for none. A copy. */
    public float[] scale() {
        return scale.clone();
    }

    /** What columns of a bounded scaling stay within, infinite for those that are not bent; empty else. A copy. */
    public float[] bounds() {
        return bounds.clone();
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
        if (bounds.length > 0) {
            applyBounded(values, from, into, intoFrom, rows, width);
            return;
        }
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < width; c++) {
                into[intoFrom + row * width + c] = (values[from + row * width + c] - shift[c]) / scale[c];
            }
        }
    }

    private void applyBounded(float[] values, int from, float[] into, int intoFrom, int rows, int width) {
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < width; c++) {
                double z = ((double) values[from + row * width + c] - shift[c]) / scale[c];
                double part = z / bounds[c];
                into[intoFrom + row * width + c] = (float) (z / Math.sqrt(1 + part * part));
            }
        }
    }

    /**
     * Takes scaled rows back to the columns' own units, in place: {@code y·scale + shift}.
     *
     * @throws IllegalStateException if the scaling is bounded: there is no such way
     */
    public void invert(float[] values, int rows, int width) {
        if (scaling.isBounded()) {
            throw new IllegalStateException("scaler: " + scaling.word() + " cannot be inverted");
        }
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

    /**
     * Takes the details of scaled targets back to the targets' own units, in place: distances by {@link #invertDistances}' rule,
     * others by {@link #invert}'s.
     *
     * @param targets to a row; a column for each
     * @since 0.1.0
     */
    public void invertDetails(float[] values, int rows, int targets, TargetDistribution distribution) {
        if (scaling == Scaling.NONE) {
            return;
        }
        int at = 0;
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < targets; c++) {
                for (int detail = 0; detail < distribution.outputs(); detail++) {
                    float scaled = values[at] * scale[c];
                    values[at++] = distribution.isDistance(detail) ? scaled : scaled + shift[c];
                }
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
                && categories == that.categories
                && Arrays.equals(shift, that.shift)
                && Arrays.equals(scale, that.scale)
                && Arrays.equals(bounds, that.bounds);
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
