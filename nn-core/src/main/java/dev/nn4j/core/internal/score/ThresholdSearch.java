// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.score;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;

/**
 * Looks for the best threshold among those half-way between neighbouring probabilities that rows have, and one half where that
 * lies outside of all of them. Takes eight bytes of the heap for each row.
 */
public final class ThresholdSearch {
    private static final float HALF = 0.5f;
    /** Values of which neither is better: what is equal on paper may differ by roundings. */
    private static final double EQUAL = 1e-12;

    private final IntPredicate positive;
    private final RowNumber probability;
    private final RowNumber weight;
    private final long[] order;
    private double positives;
    private double negatives;

    /** What a threshold is worth; more is better. */
    @FunctionalInterface
    public interface Worth {
        /** Of weights of rows; empty if it must not be taken. */
        OptionalDouble of(double truePositives, double falsePositives, double falseNegatives, double trueNegatives);
    }

    private interface Candidate {
        void at(float threshold, OptionalDouble value);
    }

    /** Rows that weigh nothing are as if they were not there. */
    public ThresholdSearch(int rows, IntPredicate positive, RowNumber probability, RowNumber weight) {
        this.positive = positive;
        this.probability = probability;
        this.weight = weight;
        long[] all = new long[rows];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            if (weight.of(row) > 0) {
                // probabilities are at least 0, where bits are ordered as the numbers; -0 is 0
                all[count++] = (long) Float.floatToIntBits(probability.of(row) + 0f) << Integer.SIZE | row;
            }
        }
        this.order = count == rows ? all : Arrays.copyOf(all, count);
        Arrays.sort(order);
        for (long place : order) {
            if (positive.test((int) place)) {
                positives += weight.of((int) place);
            } else {
                negatives += weight.of((int) place);
            }
        }
    }

    /**
     * The threshold that is worth most; of equal ones the nearest to one half, of two as near the smaller.
     *
     * @return the threshold; NaN where none may be taken
     */
    public float best(Worth worth) {
        double[] most = {Double.NEGATIVE_INFINITY};
        walk(worth, (threshold, value) -> most[0] = Math.max(most[0], value.orElse(Double.NEGATIVE_INFINITY)));
        double least = most[0] - EQUAL * Math.max(1, Math.abs(most[0]));
        float[] best = {Float.NaN};
        walk(worth, (threshold, value) -> {
            boolean nearer = Float.isNaN(best[0]) || Math.abs(threshold - HALF) < Math.abs(best[0] - HALF);
            if (value.isPresent() && value.getAsDouble() >= least && nearer) {
                best[0] = threshold;
            }
        });
        return best[0];
    }

    /** What a threshold is worth. */
    public OptionalDouble at(float threshold, Worth worth) {
        double found = 0;
        double wrong = 0;
        for (long place : order) {
            int row = (int) place;
            if (probability.of(row) > threshold) {
                found += positive.test(row) ? weight.of(row) : 0;
                wrong += positive.test(row) ? 0 : weight.of(row);
            }
        }
        return worth.of(found, wrong, rest(positives, found), rest(negatives, wrong));
    }

    /** By rising thresholds, so that of two as near to one half the smaller comes first. */
    private void walk(Worth worth, Candidate candidate) {
        if (order.length == 0) {
            return;
        }
        if (HALF < number(0)) {
            candidate.at(HALF, worth.of(positives, negatives, 0, 0));
        }
        double missed = 0;
        double rightlyLeft = 0;
        for (int i = 0; i < order.length; i++) {
            int row = (int) order[i];
            if (positive.test(row)) {
                missed += weight.of(row);
            } else {
                rightlyLeft += weight.of(row);
            }
            if (i + 1 < order.length && number(i) < number(i + 1)) {
                candidate.at(
                        between(number(i), number(i + 1)),
                        worth.of(rest(positives, missed), rest(negatives, rightlyLeft), missed, rightlyLeft));
            }
        }
        if (HALF >= number(order.length - 1)) {
            candidate.at(HALF, worth.of(0, 0, positives, negatives));
        }
    }

    /** What is left of a sum; sums of fractions may leave less than nothing. */
    private static double rest(double all, double part) {
        return Math.max(0, all - part);
    }

    private float number(int place) {
        return Float.intBitsToFloat((int) (order[place] >> Integer.SIZE));
    }

    /** Half-way, and below the upper one, which is to be above it. */
    private static float between(float lower, float upper) {
        float half = (float) (((double) lower + upper) / 2);
        return half < upper ? half : lower;
    }
}
