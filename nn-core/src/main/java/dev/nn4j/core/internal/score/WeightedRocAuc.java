// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.score;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;

/** Area under the ROC curve where rows weigh: pairs count the product of their weights, ties half of it. */
public final class WeightedRocAuc {
    private WeightedRocAuc() {}

    /** A number of each row. */
    @FunctionalInterface
    public interface RowNumber {
        /** That of a row. */
        float of(int row);
    }

    /**
     * The area; empty where the positives or the negatives weigh nothing. Takes eight bytes of the heap for each row.
     *
     * @param score higher means more positive
     */
    public static OptionalDouble of(int rows, RowNumber score, IntPredicate positive, RowNumber weight) {
        long[] order = new long[rows];
        for (int row = 0; row < rows; row++) {
            order[row] = (long) keyOf(score.of(row) + 0f) << Integer.SIZE | row; // -0 is 0
        }
        Arrays.sort(order);
        double positives = 0;
        double negatives = 0;
        double above = 0;
        for (int from = 0, to; from < rows; from = to) {
            double up = 0;
            double down = 0;
            for (to = from; to < rows && order[to] >> Integer.SIZE == order[from] >> Integer.SIZE; to++) {
                int row = (int) order[to];
                up += positive.test(row) ? weight.of(row) : 0;
                down += positive.test(row) ? 0 : weight.of(row);
            }
            above += up * (negatives + down / 2);
            positives += up;
            negatives += down;
        }
        return positives == 0 || negatives == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(above / (positives * negatives));
    }

    /** An int that orders as the float does. */
    private static int keyOf(float number) {
        int bits = Float.floatToIntBits(number);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }
}
