// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.profile;

import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.internal.score.ChanceCorrected;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.table.Table;
import java.util.OptionalDouble;

/**
 * How much a column goes with the target, on whatever curve. The column's values are divided into parts: numbers and dates
 * into twentieths, texts each into its own, gaps into one. With a target of numbers it is the correlation ratio of these parts,
 * the root of ε² (Kelley 1935); with one of texts Cramér's V, both corrected for what chance alone would give (Bergsma 2013).
 *
 * @param strength in [0, 1]: 0 if the column says nothing of the target, 1 if it tells it
 * @param correlation Pearson's, of a column of numbers with a target of numbers, in [−1, 1]; empty for others, and if either
 *     is constant
 * @since 0.1.0
 */
public record Association(double strength, OptionalDouble correlation) {
    private static final double TELLING = 0.95;

    /** Whether the column all but tells the target, which what is known beforehand seldom does. */
    public boolean isSuspicious() {
        return strength >= TELLING;
    }

    /**
     * That of two columns of a table. Rows without a target do not count.
     *
     * @param profile of the column, by the same table
     * @param targetProfile of the target
     */
    public static Association of(
            Table table, Feature column, ColumnProfile profile, Feature target, ColumnProfile targetProfile) {
        boolean numbers = targetProfile.match(new IsOfNumbers());
        ColumnBins bins = new ColumnBins(profile);
        Pairs pairs = numbers
                ? new NumberPairs(bins.count(), profile.match(new IsOfNumbers()))
                : new LabelPairs(bins.count(), new ColumnBins(targetProfile));
        CellReading.OfTable cells = CellReading.of(column).in(table);
        CellReading.OfTable targets = CellReading.of(target).in(table);
        Value value = new Value();
        Cancellation.Walk walk = table.cancellation().newWalk();
        for (int row = 0; row < table.rows(); row++) {
            walk.step();
            targets.read(row, pairs);
            if (pairs.hasTarget()) {
                cells.read(row, bins);
                cells.read(row, value);
                pairs.add(bins.bin(), value.number);
            }
        }
        return pairs.association();
    }

    private static final class IsOfNumbers implements ColumnProfile.Cases<Boolean> {
        @Override
        public Boolean numbers(NumberProfile profile) {
            return true;
        }

        @Override
        public Boolean texts(TextProfile profile) {
            return false;
        }
    }

    private static final class Value implements CellSink {
        private float number = Float.NaN;

        @Override
        public void missing() {
            number = Float.NaN;
        }

        @Override
        public void number(float value) {
            number = value;
        }

        @Override
        public void text(String text) {
            number = Float.NaN;
        }
    }

    /** Sees the target of a row, then the part that the column's value is in. */
    private abstract static class Pairs implements CellSink {
        abstract boolean hasTarget();

        abstract void add(int bin, float number);

        abstract Association association();
    }

    private static final class NumberPairs extends Pairs {
        private final boolean numbers;
        private final double[] counts;
        private final double[] sums;
        private final double[] xy = new double[6];
        private double target;
        private double mean;
        private double squares;
        private double rows;

        NumberPairs(int bins, boolean numbers) {
            this.numbers = numbers;
            this.counts = new double[bins];
            this.sums = new double[bins];
        }

        @Override
        public void missing() {
            target = Double.NaN;
        }

        @Override
        public void number(float value) {
            target = value;
        }

        @Override
        public void text(String text) {
            throw new IllegalStateException("a number reads as '" + text + "'");
        }

        @Override
        boolean hasTarget() {
            return !Double.isNaN(target);
        }

        @Override
        void add(int bin, float number) {
            rows++;
            double apart = target - mean;
            mean += apart / rows;
            squares += apart * (target - mean);
            counts[bin]++;
            sums[bin] += (target - sums[bin]) / counts[bin];
            if (numbers && !Float.isNaN(number)) {
                correlate(number);
            }
        }

        /** Count, means, squares and product of the rows that have both, one row more at a time. */
        private void correlate(double x) {
            xy[0]++;
            double dx = x - xy[1];
            double dy = target - xy[2];
            xy[1] += dx / xy[0];
            xy[2] += dy / xy[0];
            xy[3] += dx * (x - xy[1]);
            xy[4] += dy * (target - xy[2]);
            xy[5] += dx * (target - xy[2]);
        }

        @Override
        Association association() {
            double between = 0;
            double used = 0;
            for (int bin = 0; bin < counts.length; bin++) {
                between += counts[bin] * (sums[bin] - mean) * (sums[bin] - mean);
                used += counts[bin] > 0 ? 1 : 0;
            }
            double within = Math.max(0, squares - between);
            double strength = squares == 0 ? 0 : ChanceCorrected.correlationRatio(within / squares, used, rows);
            double r = xy[5] / Math.sqrt(xy[3] * xy[4]);
            return new Association(
                    strength,
                    xy[3] > 0 && xy[4] > 0 ? OptionalDouble.of(Math.max(-1, Math.min(1, r))) : OptionalDouble.empty());
        }
    }

    private static final class LabelPairs extends Pairs {
        private final ColumnBins labels;
        private final long[][] counts;

        LabelPairs(int bins, ColumnBins labels) {
            this.labels = labels;
            this.counts = new long[bins][labels.count()];
        }

        @Override
        public void missing() {
            labels.missing();
        }

        @Override
        public void number(float value) {
            labels.number(value);
        }

        @Override
        public void text(String text) {
            labels.text(text);
        }

        @Override
        boolean hasTarget() {
            return labels.bin() < labels.count() - 1;
        }

        @Override
        void add(int bin, float number) {
            counts[bin][labels.bin()]++;
        }

        @Override
        Association association() {
            double[] ofBin = new double[counts.length];
            double[] ofLabel = new double[labels.count()];
            double all = 0;
            for (int bin = 0; bin < counts.length; bin++) {
                for (int label = 0; label < ofLabel.length; label++) {
                    ofBin[bin] += counts[bin][label];
                    ofLabel[label] += counts[bin][label];
                    all += counts[bin][label];
                }
            }
            double phi = -1;
            for (int bin = 0; bin < counts.length; bin++) {
                for (int label = 0; label < ofLabel.length; label++) {
                    double cell = counts[bin][label];
                    phi += cell == 0 ? 0 : cell * cell / (ofBin[bin] * ofLabel[label]);
                }
            }
            return new Association(
                    ChanceCorrected.cramer(phi, used(ofBin), used(ofLabel), all), OptionalDouble.empty());
        }

        private static double used(double[] sums) {
            double used = 0;
            for (double sum : sums) {
                used += sum > 0 ? 1 : 0;
            }
            return used;
        }
    }
}
