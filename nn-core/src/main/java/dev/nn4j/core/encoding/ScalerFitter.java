// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import dev.nn4j.core.internal.blocks.BlockSums;
import dev.nn4j.core.internal.blocks.RowBlocks;
import java.util.Arrays;

/**
 * Finds shift and scale of columns in walks over the rows: the first takes extremes and sums, the second the squares of
 * deviations from the mean. Sums are in double, each column's in the order of {@link
 * dev.nn4j.core.internal.blocks.Blocks}.
 */
final class ScalerFitter {
    private static final int BLOCK_FLOATS = 1 << 16;

    /** The rows, block by block. */
    interface Source {
        /** Copies the rows {@code [from, to)} into {@code block} from its begin on. */
        void read(int from, int to, float[] block);
    }

    private final Scaling scaling;
    private final int rows;
    private final boolean[] scaled;
    private final Source source;
    private final float[] shift;
    private final float[] scale;

    /** For rows of these columns; those that are not to be scaled are shifted by 0 and divided by 1. */
    ScalerFitter(Scaling scaling, int rows, boolean[] scaled, Source source) {
        this.scaling = scaling;
        this.rows = rows;
        this.scaled = scaled.clone();
        this.source = source;
        this.shift = new float[scaled.length];
        this.scale = new float[scaled.length];
        Arrays.fill(scale, 1);
    }

    Scaler fit() {
        if (scaling == Scaling.NONE) {
            return Scaler.none();
        }
        int width = scaled.length;
        float[] least = filled(width, Float.POSITIVE_INFINITY);
        float[] most = filled(width, Float.NEGATIVE_INFINITY);
        BlockSums sums = new BlockSums(width);
        overValues((row, c, value) -> {
            least[c] = Math.min(least[c], value);
            most[c] = Math.max(most[c], value);
            sums.add(row, c, value);
        });
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
        double[] means = Arrays.stream(sums).map(sum -> sum / rows).toArray();
        BlockSums squares = new BlockSums(sums.length);
        overValues((row, c, value) -> {
            double deviation = value - means[c];
            squares.add(row, c, deviation * deviation);
        });
        double[] variances = squares.totals();
        for (int c = 0; c < sums.length; c++) {
            if (varies[c]) {
                shift[c] = (float) means[c];
                scale[c] = orOne((float) Math.sqrt(variances[c] / rows));
            }
        }
    }

    /** Sees a value of a column. */
    private interface Statistic {
        void see(int row, int column, float value);
    }

    private void overValues(Statistic statistic) {
        int width = scaled.length;
        int blockRows = blockRows(width);
        float[] block = new float[Math.multiplyExact(Math.min(blockRows, rows), width)];
        RowBlocks.over(rows, blockRows, (from, to) -> {
            source.read(from, to, block);
            for (int row = 0; row < to - from; row++) {
                for (int c = 0; c < width; c++) {
                    statistic.see(from + row, c, block[row * width + c]);
                }
            }
        });
    }

    /** Most rows that are asked for at a time. */
    static int blockRows(int width) {
        return Math.max(1, BLOCK_FLOATS / width);
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
