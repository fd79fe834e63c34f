// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

import dev.nn4j.core.internal.score.ChanceCorrected;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How far two columns say the same, from 0 to 1: of numbers Spearman's rank correlation, of categories Cramér's V, of a
 * number and a category the correlation ratio of its ranks, both of these less what chance alone gives (Bergsma 2013; Kelley 1935).
 */
final class ColumnAssociation {
    private ColumnAssociation() {}

    /** A column of a sample. */
    sealed interface Sampled permits Ranks, Codes {
        /** How far it says the same as another of the same rows. */
        double with(Sampled other);

        /** The same of numbers. */
        double withRanks(Ranks ranks);

        /** The same of categories. */
        double withCodes(Codes codes);
    }

    /** Mid-ranks, less their mean and divided by their norm; zeros of a constant. */
    @SuppressWarnings("ArrayRecordComponent") // nobody else has it
    record Ranks(double[] values) implements Sampled {
        @Override
        public double with(Sampled other) {
            return other.withRanks(this);
        }

        @Override
        public double withRanks(Ranks ranks) {
            return spearman(this, ranks);
        }

        @Override
        public double withCodes(Codes codes) {
            return ratio(this, codes);
        }
    }

    /** Categories as numbers from 0 on. */
    @SuppressWarnings("ArrayRecordComponent") // nobody else has it
    record Codes(int[] values, int count) implements Sampled {
        @Override
        public double with(Sampled other) {
            return other.withCodes(this);
        }

        @Override
        public double withRanks(Ranks ranks) {
            return ratio(ranks, this);
        }

        @Override
        public double withCodes(Codes codes) {
            return cramer(this, codes);
        }
    }

    /** Numbers by their ranks; what is missing stands in the middle. */
    static Ranks ranks(float[] numbers) {
        int n = numbers.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Float.compare(numbers[a], numbers[b]));
        double[] ranks = new double[n];
        for (int from = 0; from < n; ) {
            int to = from;
            while (to < n && Float.compare(numbers[order[to]], numbers[order[from]]) == 0) {
                to++;
            }
            boolean missing = Float.isNaN(numbers[order[from]]);
            for (int i = from; i < to; i++) {
                ranks[order[i]] = missing ? (from - 1) / 2.0 : (from + to - 1) / 2.0;
            }
            from = to;
        }
        return new Ranks(normalized(ranks));
    }

    private static double[] normalized(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean;
            squares += values[i] * values[i];
        }
        double norm = Math.sqrt(squares);
        for (int i = 0; i < values.length; i++) {
            values[i] = norm > 1e-9 ? values[i] / norm : 0;
        }
        return values;
    }

    /** Categories; what is missing is one of its own. */
    static Codes codes(float[] raw) {
        Map<Float, Integer> known = new HashMap<>();
        int[] codes = new int[raw.length];
        for (int i = 0; i < raw.length; i++) {
            Integer code = known.get(raw[i]);
            codes[i] = code == null ? known.size() : code;
            known.putIfAbsent(raw[i], codes[i]);
        }
        return new Codes(codes, known.size());
    }

    private static double spearman(Ranks a, Ranks b) {
        double sum = 0;
        for (int i = 0; i < a.values().length; i++) {
            sum += a.values()[i] * b.values()[i];
        }
        return Math.abs(sum);
    }

    private static double ratio(Ranks ranks, Codes codes) {
        int n = codes.values().length;
        double[] sums = new double[codes.count()];
        int[] counts = new int[codes.count()];
        double total = 0;
        for (int i = 0; i < n; i++) {
            sums[codes.values()[i]] += ranks.values()[i];
            counts[codes.values()[i]]++;
            total += ranks.values()[i] * ranks.values()[i];
        }
        double between = 0;
        for (int c = 0; c < sums.length; c++) {
            between += sums[c] * sums[c] / counts[c];
        }
        return total == 0 ? 0 : ChanceCorrected.correlationRatio(1 - between, codes.count(), n);
    }

    private static double cramer(Codes a, Codes b) {
        int n = a.values().length;
        int[] rows = new int[a.count()];
        int[] columns = new int[b.count()];
        Map<Long, Integer> cells = new HashMap<>();
        for (int i = 0; i < n; i++) {
            rows[a.values()[i]]++;
            columns[b.values()[i]]++;
            cells.merge((long) a.values()[i] * b.count() + b.values()[i], 1, Integer::sum);
        }
        // φ² = Σ n_ij²/(n_i n_j) − 1, in the order of the cells
        double squares = 0;
        for (long cell : cells.keySet().stream().sorted().toList()) {
            double found = cells.getOrDefault(cell, 0);
            squares += found * found / ((double) rows[(int) (cell / b.count())] * columns[(int) (cell % b.count())]);
        }
        return ChanceCorrected.cramer(squares - 1, a.count(), b.count(), n);
    }
}
