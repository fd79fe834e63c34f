// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import dev.nn4j.core.internal.blocks.BlockSum;
import dev.nn4j.core.internal.work.ColumnWalk;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.RawRows;
import dev.nn4j.core.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes extremes and sums of inputs feature by feature: of a table in memory, whose columns lie by themselves. Features none of whose
 * inputs is scaled are not read.
 */
final class FeatureWalks implements ScalerFitter.Walks {
    /** Inputs of a feature beyond which they are better taken row by row. */
    private static final int WIDE = 64;

    private static final int ROWS = 1024;

    private final Table table;
    private final List<Feature> features;
    private final boolean[] scaled;

    FeatureWalks(Table table, List<Feature> features, boolean[] scaled) {
        this.table = table;
        this.features = features;
        this.scaled = scaled;
        features.forEach(feature -> table.require(feature.name()));
    }

    /** Whether a table's features are best walked over one by one. */
    static boolean suit(Table table, List<Feature> features) {
        return table.isInMemory() && features.stream().allMatch(feature -> feature.inputWidth() <= WIDE);
    }

    @Override
    public int rows() {
        return table.rows();
    }

    @Override
    public double[] sums(float[] least, float[] most) {
        return over((feature, at) -> new Extremes(feature, at, least, most));
    }

    @Override
    public double[] squares(double[] means) {
        return over((feature, at) -> new Deviations(feature, at, means));
    }

    private interface NewLook {
        Look of(Feature feature, int at);
    }

    private double[] over(NewLook newLook) {
        List<Look> looks = new ArrayList<>();
        int at = 0;
        for (Feature feature : features) {
            boolean any = false;
            for (int i = at; i < at + feature.inputWidth(); i++) {
                any |= scaled[i];
            }
            if (any) {
                looks.add(newLook.of(feature, at));
            }
            at += feature.inputWidth();
        }
        ColumnWalk.over(table.rows(), table.threads(), table.cancellation(), looks);
        double[] totals = new double[at];
        looks.forEach(look -> look.tell(totals));
        return totals;
    }

    /** What is taken of a feature's inputs, of which the first is at a place among all. */
    private abstract class Look implements ColumnWalk.Column {
        final int at;
        final int width;
        private final RawRows rows;
        private final InputEncoder encoder;
        private final float[] raw;
        private final float[] inputs;
        private final double[] terms = new double[ROWS];
        private final BlockSum[] sums;

        Look(Feature feature, int at) {
            List<Feature> alone = List.of(feature);
            this.at = at;
            this.width = feature.inputWidth();
            this.rows = RawRows.of(table, alone);
            this.encoder = new InputEncoder(alone, Scaler.none());
            int most = Math.min(ROWS, table.rows());
            this.raw = new float[most * rows.width()];
            this.inputs = new float[most * width];
            this.sums = new BlockSum[width];
            Arrays.setAll(sums, input -> new BlockSum());
        }

        @Override
        public final void see(int from, int to) {
            for (int first = from; first < to; first += ROWS) {
                int count = Math.min(ROWS, to - first);
                rows.read(first, first + count, raw);
                encoder.encode(raw, 0, inputs, 0, count);
                for (int input = 0; input < width; input++) {
                    terms(inputs, input, count, terms);
                    sums[input].add(first, terms, count);
                }
            }
        }

        /** What of an input of rows, one in so many numbers, is summed. */
        abstract void terms(float[] values, int input, int count, double[] terms);

        final void tell(double[] totals) {
            for (int input = 0; input < width; input++) {
                totals[at + input] = sums[input].total();
            }
        }
    }

    private final class Extremes extends Look {
        private final float[] least;
        private final float[] most;

        Extremes(Feature feature, int at, float[] least, float[] most) {
            super(feature, at);
            this.least = least;
            this.most = most;
        }

        @Override
        void terms(float[] values, int input, int count, double[] terms) {
            float low = least[at + input];
            float high = most[at + input];
            for (int row = 0, i = input; row < count; row++, i += width) {
                float value = values[i];
                low = Math.min(low, value);
                high = Math.max(high, value);
                terms[row] = value;
            }
            least[at + input] = low;
            most[at + input] = high;
        }
    }

    private final class Deviations extends Look {
        private final double[] means;

        Deviations(Feature feature, int at, double[] means) {
            super(feature, at);
            this.means = means;
        }

        @Override
        void terms(float[] values, int input, int count, double[] terms) {
            double mean = means[at + input];
            for (int row = 0, i = input; row < count; row++, i += width) {
                double deviation = values[i] - mean;
                terms[row] = deviation * deviation;
            }
        }
    }
}
