// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.kernels;

/**
 * The Euclidean norm of many floats. Squares are summed in floats, a short chain for each of {@link Kernels#SQUARE_CHAINS}
 * places, and the chains in double: as exact as a factor needs, which is a float. Where squares leave the range of floats,
 * all is done in double. The same bits whatever the kernels. For one thread at a time.
 */
public final class EuclideanNorm {
    /** Summands of a chain: it is off by so many roundings at most. */
    private static final int CHAIN = 32;
    /** What sums of squares may be: below, squares may have lost digits as subnormal numbers, or all of them. */
    private static final double LEAST = 1e-30;

    private final Kernels kernels;
    private final float[] chains = new float[Kernels.SQUARE_CHAINS];

    /** By these kernels. */
    public EuclideanNorm(Kernels kernels) {
        this.kernels = kernels;
    }

    /** The norm; NaN where a value is. */
    public double of(float[] values) {
        double squares = sumOfSquares(values);
        boolean inRange = squares >= LEAST && squares <= Double.MAX_VALUE;
        return Math.sqrt(inRange ? squares : sumInDouble(values, 0));
    }

    private double sumOfSquares(float[] values) {
        double sum = 0;
        int from = 0;
        int rows;
        while ((rows = Math.min(CHAIN, (values.length - from) / Kernels.SQUARE_CHAINS)) > 0) {
            kernels.squares(values, from, rows, chains);
            sum += sumOfChains();
            from += rows * Kernels.SQUARE_CHAINS;
        }
        return sum + sumInDouble(values, from);
    }

    private double sumOfChains() {
        double even = 0;
        double odd = 0;
        for (int j = 0; j < Kernels.SQUARE_CHAINS; j += 2) {
            even += chains[j];
            odd += chains[j + 1];
        }
        return even + odd;
    }

    private static double sumInDouble(float[] values, int from) {
        double sum = 0;
        for (int i = from; i < values.length; i++) {
            sum += (double) values[i] * values[i];
        }
        return sum;
    }
}
