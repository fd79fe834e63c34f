// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

/**
 * The quartiles of numbers that pass in ascending order: exact order statistics, and between two of them a straight line,
 * at {@code (n − 1)·k/4} from the least. In double, so that the distance of floats far apart overflows nothing.
 */
final class Quartiles {
    private static final int PARTS = 4;

    private final long count;
    private final double[] below = new double[PARTS + 1];
    private final double[] above = new double[PARTS + 1];
    private long seen;

    /** For so many numbers. */
    Quartiles(long count) {
        this.count = count;
    }

    /** Sees the next number, which is there so often. */
    void pass(float number, long times) {
        for (int k = 0; k <= PARTS; k++) {
            long rank = rank(k);
            if (rank >= seen && rank < seen + times) {
                below[k] = number;
            }
            if (rank + 1 >= seen && rank + 1 < seen + times) {
                above[k] = number;
            }
        }
        seen += times;
    }

    /** The least for 0, the median for 2, the greatest for 4; all numbers must have passed. */
    double at(int k) {
        long rest = (count - 1) % PARTS * k % PARTS;
        return rest == 0 ? below[k] : below[k] + (above[k] - below[k]) * rest / PARTS;
    }

    /** Without a product of the count, which may be any long. */
    private long rank(int k) {
        return (count - 1) / PARTS * k + (count - 1) % PARTS * k / PARTS;
    }
}
