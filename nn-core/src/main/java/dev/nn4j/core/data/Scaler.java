// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import java.util.Arrays;
import java.util.List;

/**
 * A fitted scaling of each column: {@code (x − shift) / scale} in float arithmetic. Statistics are taken in double over
 * the float values; a constant column is divided by one. Immutable.
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
        boolean[] all = new boolean[width];
        Arrays.fill(all, true);
        return fit(scaling, values, all);
    }

    /**
     * Fits the scaling to the quantities among the inputs that features make; zeros and ones stay as they are, shifted by
     * 0 and divided by 1.
     *
     * @param features unscaled
     * @param raw their rows
     */
    public static Scaler fit(Scaling scaling, List<Feature> features, float[] raw) {
        InputEncoder encoder = new InputEncoder(features, none());
        return scaling == Scaling.NONE ? none() : fit(scaling, encoder.encodeAll(raw), encoder.scaled());
    }

    private static Scaler fit(Scaling scaling, float[] values, boolean[] scaled) {
        if (scaling == Scaling.NONE) {
            return none();
        }
        int width = scaled.length;
        float[] shift = new float[width];
        float[] scale = new float[width];
        Arrays.fill(scale, 1);
        for (int c = 0; c < width; c++) {
            if (!scaled[c]) {
                continue;
            }
            boolean varies = minMax(values, width, c, shift, scale);
            if (scaling == Scaling.STANDARD && varies) {
                standard(values, width, c, shift, scale);
            }
        }
        return of(scaling, shift, scale);
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

    private static void standard(float[] values, int width, int c, float[] shift, float[] scale) {
        int rows = values.length / width;
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += values[row * width + c];
        }
        double mean = sum / rows;
        double squares = 0;
        for (int row = 0; row < rows; row++) {
            double deviation = values[row * width + c] - mean;
            squares += deviation * deviation;
        }
        shift[c] = (float) mean;
        scale[c] = orOne((float) Math.sqrt(squares / rows));
    }

    /** Also settles a constant column for every scaling: rounding in its mean must not pass for a deviation. */
    private static boolean minMax(float[] values, int width, int c, float[] shift, float[] scale) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (int i = c; i < values.length; i += width) {
            least = Math.min(least, values[i]);
            most = Math.max(most, values[i]);
        }
        shift[c] = least;
        scale[c] = orOne((float) ((double) most - least));
        return least < most;
    }

    /** A constant column, or one whose spread is lost in a float, is only shifted. */
    private static float orOne(float spread) {
        return spread > 0 && Float.isFinite(spread) ? spread : 1;
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
