// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.internal.math;

/** Computes no element, so that the scalar functions compute them all. */
record NoSliceFunctions() implements SliceFunctions {
    @Override
    public boolean areUsable() {
        return true;
    }

    @Override
    public int exp(float[] x, float[] y, int from, int to) {
        return from;
    }

    @Override
    public int expm1(float[] x, float[] y, int from, int to) {
        return from;
    }

    @Override
    public int sigmoid(float[] x, float[] y, int from, int to) {
        return from;
    }

    @Override
    public int log(float[] x, float[] y, int from, int to) {
        return from;
    }

    @Override
    public int log1p(float[] x, float[] y, int from, int to) {
        return from;
    }

    @Override
    public int softplus(float[] x, float[] y, int from, int to) {
        return from;
    }

    @Override
    public int cosTurns(float[] x, float[] y, int from, int to) {
        return from;
    }

    @Override
    public int sinTurns(float[] x, float[] y, int from, int to) {
        return from;
    }
}
