// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import dev.nn4j.core.internal.kernels.FixedWeights;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * One row of {@code Z = X·W + b} over packed weights: up to four panels at a time, because a sum in order waits for each
 * of its additions and only other sums can fill the time.
 */
final class PanelRow {
    private static final VectorSpecies<Float> S = Lanes.SPECIES;
    private static final int W = Lanes.COUNT;
    private static final int COLUMNS = Tile.COLUMNS;

    private final float[] edge = new float[COLUMNS];

    void multiply(float[] x, int xAt, FixedWeights fixed, float[] z, int zAt) {
        float[] panels = fixed.panels();
        float[] start = fixed.start();
        float low = fixed.clamp().low();
        float high = fixed.clamp().high();
        int depth = fixed.in();
        int out = fixed.out();
        int j = 0;
        for (; j + 4 * COLUMNS <= out; j += 4 * COLUMNS) {
            four(x, xAt, depth, panels, j * depth, start, low, high, z, zAt + j, j);
        }
        if (j + 2 * COLUMNS <= out) {
            two(x, xAt, depth, panels, j * depth, start, low, high, z, zAt + j, j);
            j += 2 * COLUMNS;
        }
        if (j + COLUMNS <= out) {
            one(x, xAt, depth, panels, j * depth, start, low, high, z, zAt + j, j);
            j += COLUMNS;
        }
        if (j < out) {
            one(x, xAt, depth, panels, j * depth, start, low, high, edge, 0, j);
            System.arraycopy(edge, 0, z, zAt + j, out - j);
        }
    }

    private static void four(
            float[] x,
            int xAt,
            int depth,
            float[] panels,
            int first,
            float[] start,
            float low,
            float high,
            float[] z,
            int at,
            int from) {
        int p0 = first;
        int p1 = p0 + depth * COLUMNS;
        int p2 = p1 + depth * COLUMNS;
        int p3 = p2 + depth * COLUMNS;
        FloatVector z00 = FloatVector.fromArray(S, start, from);
        FloatVector z01 = FloatVector.fromArray(S, start, from + W);
        FloatVector z10 = FloatVector.fromArray(S, start, from + 2 * W);
        FloatVector z11 = FloatVector.fromArray(S, start, from + 3 * W);
        FloatVector z20 = FloatVector.fromArray(S, start, from + 4 * W);
        FloatVector z21 = FloatVector.fromArray(S, start, from + 5 * W);
        FloatVector z30 = FloatVector.fromArray(S, start, from + 6 * W);
        FloatVector z31 = FloatVector.fromArray(S, start, from + 7 * W);
        for (int p = 0; p < depth; p++) {
            FloatVector s = FloatVector.broadcast(S, x[xAt + p]);
            z00 = s.fma(FloatVector.fromArray(S, panels, p0 + p * COLUMNS), z00);
            z01 = s.fma(FloatVector.fromArray(S, panels, p0 + p * COLUMNS + W), z01);
            z10 = s.fma(FloatVector.fromArray(S, panels, p1 + p * COLUMNS), z10);
            z11 = s.fma(FloatVector.fromArray(S, panels, p1 + p * COLUMNS + W), z11);
            z20 = s.fma(FloatVector.fromArray(S, panels, p2 + p * COLUMNS), z20);
            z21 = s.fma(FloatVector.fromArray(S, panels, p2 + p * COLUMNS + W), z21);
            z30 = s.fma(FloatVector.fromArray(S, panels, p3 + p * COLUMNS), z30);
            z31 = s.fma(FloatVector.fromArray(S, panels, p3 + p * COLUMNS + W), z31);
        }
        clamp(z00, low, high).intoArray(z, at);
        clamp(z01, low, high).intoArray(z, at + W);
        clamp(z10, low, high).intoArray(z, at + 2 * W);
        clamp(z11, low, high).intoArray(z, at + 3 * W);
        clamp(z20, low, high).intoArray(z, at + 4 * W);
        clamp(z21, low, high).intoArray(z, at + 5 * W);
        clamp(z30, low, high).intoArray(z, at + 6 * W);
        clamp(z31, low, high).intoArray(z, at + 7 * W);
    }

    private static void two(
            float[] x,
            int xAt,
            int depth,
            float[] panels,
            int first,
            float[] start,
            float low,
            float high,
            float[] z,
            int at,
            int from) {
        int p0 = first;
        int p1 = p0 + depth * COLUMNS;
        FloatVector z00 = FloatVector.fromArray(S, start, from);
        FloatVector z01 = FloatVector.fromArray(S, start, from + W);
        FloatVector z10 = FloatVector.fromArray(S, start, from + 2 * W);
        FloatVector z11 = FloatVector.fromArray(S, start, from + 3 * W);
        for (int p = 0; p < depth; p++) {
            FloatVector s = FloatVector.broadcast(S, x[xAt + p]);
            z00 = s.fma(FloatVector.fromArray(S, panels, p0 + p * COLUMNS), z00);
            z01 = s.fma(FloatVector.fromArray(S, panels, p0 + p * COLUMNS + W), z01);
            z10 = s.fma(FloatVector.fromArray(S, panels, p1 + p * COLUMNS), z10);
            z11 = s.fma(FloatVector.fromArray(S, panels, p1 + p * COLUMNS + W), z11);
        }
        clamp(z00, low, high).intoArray(z, at);
        clamp(z01, low, high).intoArray(z, at + W);
        clamp(z10, low, high).intoArray(z, at + 2 * W);
        clamp(z11, low, high).intoArray(z, at + 3 * W);
    }

    private static void one(
            float[] x,
            int xAt,
            int depth,
            float[] panels,
            int first,
            float[] start,
            float low,
            float high,
            float[] z,
            int at,
            int from) {
        int p0 = first;
        FloatVector z00 = FloatVector.fromArray(S, start, from);
        FloatVector z01 = FloatVector.fromArray(S, start, from + W);
        for (int p = 0; p < depth; p++) {
            FloatVector s = FloatVector.broadcast(S, x[xAt + p]);
            z00 = s.fma(FloatVector.fromArray(S, panels, p0 + p * COLUMNS), z00);
            z01 = s.fma(FloatVector.fromArray(S, panels, p0 + p * COLUMNS + W), z01);
        }
        clamp(z00, low, high).intoArray(z, at);
        clamp(z01, low, high).intoArray(z, at + W);
    }

    /** High is rarely there; so the branch on it is cheap. */
    private static FloatVector clamp(FloatVector z, float low, float high) {
        FloatVector raised = z.max(low);
        return high == Float.POSITIVE_INFINITY ? raised : raised.min(high);
    }
}
