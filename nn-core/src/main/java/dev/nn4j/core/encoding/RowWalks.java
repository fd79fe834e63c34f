// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import dev.nn4j.core.internal.blocks.BlockSums;
import java.util.Arrays;

/**
 * Takes extremes and sums of all columns row by row.
 *
 * @param values of all columns
 */
record RowWalks(WalkedColumns values) implements ScalerFitter.Walks {
    @Override
    public int rows() {
        return values.rows();
    }

    @Override
    public double[] sums(float[] least, float[] most) {
        BlockSums sums = new BlockSums(values.width());
        values.over(() -> new Extremes(least, most, sums));
        return sums.totals();
    }

    @Override
    public double[] squares(double[] means) {
        BlockSums squares = new BlockSums(values.width());
        values.over(() -> new Deviations(means, squares));
        return squares.totals();
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
}
