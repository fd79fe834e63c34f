// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import dev.nn4j.core.internal.blocks.BlockSums;
import java.util.Arrays;

/**
 * Finds shift and scale of columns in walks over the rows: the first takes extremes and sums, the second the squares of
 * deviations from the mean. Sums are in double, each column's in the order of {@link
 * dev.nn4j.core.internal.blocks.Blocks}.
 */
final class ScalerFitter {
    private final Scaling scaling;
    private final boolean[] scaled;
    private final WalkedColumns values;
    private final float[] shift;
    private final float[] scale;

    /** For these columns; those that are not to be scaled are shifted by 0 and divided by 1. */
    ScalerFitter(Scaling scaling, boolean[] scaled, WalkedColumns values) {
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
        BlockSums sums = new BlockSums(width);
        values.over(() -> new Extremes(least, most, sums));
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
            standard(varies, sums.totals());
        }
        return Scaler.of(scaling, shift, scale);
    }

    private void standard(boolean[] varies, double[] sums) {
        double[] means = Arrays.stream(sums).map(sum -> sum / values.rows()).toArray();
        BlockSums squares = new BlockSums(sums.length);
        values.over(() -> new Deviations(means, squares));
        double[] variances = squares.totals();
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

    /** The extremes of the values and their sums. */
    private static final class Extremes implements WalkedColumns.Statistic {
        private final float[] leastOfAll;
        private final float[] mostOfAll;
        private final BlockSums sumsOfAll;
        private final float[] least;
        private final float[] most;
        private final double[] sums;

        Extremes(float[] leastOfAll, float[] mostOfAll, BlockSums sumsOfAll) {
            this.leastOfAll = leastOfAll;
            this.mostOfAll = mostOfAll;
            this.sumsOfAll = sumsOfAll;
            this.least = leastOfAll.clone();
            this.most = mostOfAll.clone();
            this.sums = new double[leastOfAll.length];
        }

        @Override
        public void see(int first, int count, float[] values) {
            int at = 0;
            for (int row = 0; row < count; row++) {
                for (int c = 0; c < sums.length; c++) {
                    float value = values[at++];
                    least[c] = Math.min(least[c], value);
                    most[c] = Math.max(most[c], value);
                    sums[c] += value;
                }
            }
        }

        @Override
        public void tell() {
            for (int c = 0; c < least.length; c++) {
                leastOfAll[c] = Math.min(leastOfAll[c], least[c]);
                mostOfAll[c] = Math.max(mostOfAll[c], most[c]);
            }
            sumsOfAll.addBlock(sums);
            Arrays.fill(sums, 0);
        }
    }

    /** The sums of squares of the values less the mean. */
    private record Deviations(double[] means, BlockSums squaresOfAll, double[] squares)
            implements WalkedColumns.Statistic {
        Deviations(double[] means, BlockSums squaresOfAll) {
            this(means, squaresOfAll, new double[means.length]);
        }

        @Override
        public void see(int first, int count, float[] values) {
            int at = 0;
            for (int row = 0; row < count; row++) {
                for (int c = 0; c < squares.length; c++) {
                    double deviation = values[at++] - means[c];
                    squares[c] += deviation * deviation;
                }
            }
        }

        @Override
        public void tell() {
            squaresOfAll.addBlock(squares);
            Arrays.fill(squares, 0);
        }
    }

    private static float[] filled(int width, float value) {
        float[] values = new float[width];
        Arrays.fill(values, value);
        return values;
    }
}
