// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import dev.nn4j.api.Clamp;
import dev.nn4j.core.internal.kernels.FixedWeights;
import dev.nn4j.core.internal.kernels.Kernels;

/** Weights packed once and for all, in panels over their whole depth. */
final class Panels {
    private Panels() {}

    static FixedWeights of(float[] parameters, int weights, int bias, int in, int out, Clamp clamp) {
        int padded = roundedUp(out, Tile.COLUMNS);
        float[] panels = new float[Math.multiplyExact(padded, in)];
        float[] start = new float[padded];
        Matrix matrix = new Matrix();
        matrix.set(parameters, weights, out, 1);
        Packing.right(matrix, 0, in, 0, out, panels);
        if (bias != Kernels.NO_BIAS) {
            System.arraycopy(parameters, bias, start, 0, out);
        }
        return new FixedWeights(parameters, weights, bias, in, out, clamp, panels, start);
    }

    static int roundedUp(int count, int multiple) {
        return (count + multiple - 1) / multiple * multiple;
    }
}
