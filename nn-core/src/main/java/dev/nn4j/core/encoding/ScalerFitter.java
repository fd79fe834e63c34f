// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import java.util.Arrays;

/**
 * Finds shift and scale of columns in walks over the rows: the first takes extremes and sums, the second the squares of
 * deviations from the mean. Sums are in double, each column's in the order of {@link
 * dev.nn4j.core.internal.blocks.Blocks}.
 */
final class ScalerFitter {
    private final Scaling scaling;
    private final boolean[] scaled;
    private final Walks values;
    private final float[] shift;
    private final float[] scale;

    /** Walks over all values; what they find of columns that are not scaled does not count. */
    interface Walks {
        /** How many rows there are. */
        int rows();

        /** Takes each column's extremes in, and gives its sum. */
        double[] sums(float[] least, float[] most);

        /** The sum of each column's squares of deviations. */
        double[] squares(double[] means);
    }

    /** For these columns; those that are not to be scaled are shifted by 0 and divided by 1. */
    ScalerFitter(Scaling scaling, boolean[] scaled, Walks values) {
        this.scaling = scaling;
        this.scaled = scaled.clone();
        this.values = values;
        this.shift = new float[scaled.length];
        this.scale = new float[scaled.length];
        Arrays.fill(scale, 1);
    }

    Scaler fit() {
        int width = scaled.length;
        float[] least = filled(width, Float.POSITIVE_INFINITY);
        float[] most = filled(width, Float.NEGATIVE_INFINITY);
        double[] sums = values.sums(least, most);
        boolean[] varies = new boolean[width];
        for (int c = 0; c < width; c++) {
            // also settles a constant column for every scaling: rounding in its mean must not pass for a deviation
            varies[c] = scaled[c] && least[c] < most[c];
            if (scaled[c]) {
                shift[c] = least[c];
                scale[c] = orOne((float) ((double) most[c] - least[c]));
            }
        }
        if (scaling == Scaling.STANDARD) {
            standard(varies, sums);
        }
        return Scaler.of(scaling, shift, scale);
    }

    private void standard(boolean[] varies, double[] sums) {
        double[] means = Arrays.stream(sums).map(sum -> sum / values.rows()).toArray();
        double[] variances = values.squares(means);
        for (int c = 0; c < sums.length; c++) {
            if (varies[c]) {
                shift[c] = (float) means[c];
                scale[c] = orOne((float) Math.sqrt(variances[c] / values.rows()));
            }
        }
    }

    /** A constant column, or one whose spread is lost in a float, is only shifted. */
    private static float orOne(float spread) {
        return spread > 0 && Float.isFinite(spread) ? spread : 1;
    }

    private static float[] filled(int width, float value) {
        float[] values = new float[width];
        Arrays.fill(values, value);
        return values;
    }
}
