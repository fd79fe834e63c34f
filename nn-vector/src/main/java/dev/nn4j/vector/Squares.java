// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import dev.nn4j.core.internal.kernels.Kernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Sums of squares, a lane for each chain. */
final class Squares {
    private static final VectorSpecies<Float> S = Lanes.SPECIES;
    private static final int CHAINS = Kernels.SQUARE_CHAINS;

    private Squares() {}

    /** What {@link Kernels#squares} says. */
    static void sum(float[] values, int from, int rows, float[] sums) {
        int j = 0;
        for (; j + 2 * Lanes.COUNT <= CHAINS; j += 2 * Lanes.COUNT) {
            two(values, from + j, rows, sums, j);
        }
        for (; j < CHAINS; j++) { // vectors too long for the chains
            one(values, from + j, rows, sums, j);
        }
    }

    private static void two(float[] values, int from, int rows, float[] sums, int j) {
        FloatVector left = FloatVector.zero(S);
        FloatVector right = left;
        int to = from + rows * CHAINS;
        for (int i = from; i < to; i += CHAINS) {
            FloatVector l = FloatVector.fromArray(S, values, i);
            FloatVector r = FloatVector.fromArray(S, values, i + Lanes.COUNT);
            // The products are asked for the sums, not the sums: see VectorKernels.biasGradient.
            left = l.mul(l).add(left);
            right = r.mul(r).add(right);
        }
        left.intoArray(sums, j);
        right.intoArray(sums, j + Lanes.COUNT);
    }

    private static void one(float[] values, int from, int rows, float[] sums, int j) {
        float sum = 0;
        int to = from + rows * CHAINS;
        for (int i = from; i < to; i += CHAINS) {
            sum += values[i] * values[i];
        }
        sums[j] = sum;
    }
}
