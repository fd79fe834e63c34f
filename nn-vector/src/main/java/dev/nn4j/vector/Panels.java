// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import dev.nn4j.api.Clamp;
import dev.nn4j.core.internal.kernels.FixedWeights;
import dev.nn4j.core.internal.kernels.Kernels;

/**
 * Weights packed once and for all, in panels over their whole depth.
 *
 * <p>One row reads so much of them to a step that it matters where they lie: a vector of 512 bits that reaches over the
 * end of a cache line is read as two. Java tells nobody where an array lies. But an array's elements begin 16 bytes into
 * its object, so with objects at multiples of 64 bytes ({@code -XX:ObjectAlignmentInBytes=64}) each vector from {@link
 * #FROM} on has a cache line of its own. With other alignments FROM is as good as 0.
 */
final class Panels {
    /** Index of the first panel's first element: 48 bytes. */
    static final int FROM = 12;

    private Panels() {}

    static FixedWeights of(float[] parameters, int weights, int bias, int in, int out, Clamp clamp) {
        int padded = roundedUp(out, Tile.COLUMNS);
        float[] panels = new float[Math.addExact(FROM, Math.multiplyExact(padded, in))];
        float[] start = new float[padded];
        Matrix matrix = new Matrix();
        matrix.set(parameters, weights, out, 1);
        Packing.right(matrix, 0, in, 0, out, panels, FROM);
        if (bias != Kernels.NO_BIAS) {
            System.arraycopy(parameters, bias, start, 0, out);
        }
        return new FixedWeights(parameters, weights, bias, in, out, clamp, panels, start);
    }

    static int roundedUp(int count, int multiple) {
        return (count + multiple - 1) / multiple * multiple;
    }
}
