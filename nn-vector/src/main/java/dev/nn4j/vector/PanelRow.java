// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import static dev.nn4j.vector.ClampLanes.clamp;

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
        float lifted = ClampLanes.lifted(low);
        float high = fixed.clamp().high();
        int depth = fixed.in();
        int out = fixed.out();
        int j = 0;
        for (; j + 4 * COLUMNS <= out; j += 4 * COLUMNS) {
            four(x, xAt, depth, panels, start, j, lifted, low, high, z, zAt + j);
        }
        if (j + 2 * COLUMNS <= out) {
            two(x, xAt, depth, panels, start, j, lifted, low, high, z, zAt + j);
            j += 2 * COLUMNS;
        }
        if (j + COLUMNS <= out) {
            one(x, xAt, depth, panels, start, j, lifted, low, high, z, zAt + j);
            j += COLUMNS;
        }
        if (j < out) {
            one(x, xAt, depth, panels, start, j, lifted, low, high, edge, 0);
            System.arraycopy(edge, 0, z, zAt + j, out - j);
        }
    }

    private static void four(
            float[] x,
            int xAt,
            int depth,
            float[] panels,
            float[] start,
            int from,
            float lifted,
            float low,
            float high,
            float[] z,
            int at) {
        int p0 = Panels.FROM + from * depth;
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
        clamp(z00, lifted, low, high).intoArray(z, at);
        clamp(z01, lifted, low, high).intoArray(z, at + W);
        clamp(z10, lifted, low, high).intoArray(z, at + 2 * W);
        clamp(z11, lifted, low, high).intoArray(z, at + 3 * W);
        clamp(z20, lifted, low, high).intoArray(z, at + 4 * W);
        clamp(z21, lifted, low, high).intoArray(z, at + 5 * W);
        clamp(z30, lifted, low, high).intoArray(z, at + 6 * W);
        clamp(z31, lifted, low, high).intoArray(z, at + 7 * W);
    }

    private static void two(
            float[] x,
            int xAt,
            int depth,
            float[] panels,
            float[] start,
            int from,
            float lifted,
            float low,
            float high,
            float[] z,
            int at) {
        int p0 = Panels.FROM + from * depth;
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
        clamp(z00, lifted, low, high).intoArray(z, at);
        clamp(z01, lifted, low, high).intoArray(z, at + W);
        clamp(z10, lifted, low, high).intoArray(z, at + 2 * W);
        clamp(z11, lifted, low, high).intoArray(z, at + 3 * W);
    }

    private static void one(
            float[] x,
            int xAt,
            int depth,
            float[] panels,
            float[] start,
            int from,
            float lifted,
            float low,
            float high,
            float[] z,
            int at) {
        int p0 = Panels.FROM + from * depth;
        FloatVector z00 = FloatVector.fromArray(S, start, from);
        FloatVector z01 = FloatVector.fromArray(S, start, from + W);
        for (int p = 0; p < depth; p++) {
            FloatVector s = FloatVector.broadcast(S, x[xAt + p]);
            z00 = s.fma(FloatVector.fromArray(S, panels, p0 + p * COLUMNS), z00);
            z01 = s.fma(FloatVector.fromArray(S, panels, p0 + p * COLUMNS + W), z01);
        }
        clamp(z00, lifted, low, high).intoArray(z, at);
        clamp(z01, lifted, low, high).intoArray(z, at + W);
    }
}
