// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector.functions;

import dev.nn4j.api.internal.math.SliceFunctions;
import dev.nn4j.vector.Lanes;

/** How nn-api finds the vector forms of FloatMath's functions. */
public final class VectorSliceFunctions implements SliceFunctions {
    /** Made by the service loader. */
    public VectorSliceFunctions() {}

    @Override
    public boolean areUsable() {
        return Lanes.areWorthwhile();
    }

    @Override
    public int exp(float[] x, float[] y, int from, int to) {
        return ExponentialLanes.exp(x, y, from, to);
    }

    @Override
    public int expm1(float[] x, float[] y, int from, int to) {
        return ExponentialLanes.expm1(x, y, from, to);
    }

    @Override
    public int sigmoid(float[] x, float[] y, int from, int to) {
        return ExponentialLanes.sigmoid(x, y, from, to);
    }

    @Override
    public int log(float[] x, float[] y, int from, int to) {
        return LogarithmLanes.log(x, y, from, to);
    }

    @Override
    public int log1p(float[] x, float[] y, int from, int to) {
        return LogarithmLanes.log1p(x, y, from, to);
    }

    @Override
    public int softplus(float[] x, float[] y, int from, int to) {
        return LogarithmLanes.softplus(x, y, from, to);
    }

    @Override
    public int cosTurns(float[] x, float[] y, int from, int to) {
        return TurnLanes.cos(x, y, from, to);
    }

    @Override
    public int sinTurns(float[] x, float[] y, int from, int to) {
        return TurnLanes.sin(x, y, from, to);
    }
}
