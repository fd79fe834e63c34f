// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit.internal;

import dev.nn4j.api.Activation;
import dev.nn4j.api.Clamp;
import dev.nn4j.api.TrainedActivation;
import dev.nn4j.api.ValueRange;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A {@link TrainedActivation} where training has moved its coefficients, each unit's elsewhere: as an activation that trains
 * none, of which all must hold that holds of any.
 *
 * @param inner the activation
 * @param seed of where they are
 */
record MovedCoefficients(TrainedActivation inner, long seed) implements Activation {
    /** So that adding a power of two is exact in float. */
    private static final int GRID = 4096;

    /** Up to one from where they start. */
    float[] of(int width) {
        float[] p = inner.start(width);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < p.length; i++) {
            p[i] = (float) (Math.rint(p[i] * GRID) + random.nextInt(-GRID, GRID + 1)) / GRID;
        }
        return p;
    }

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public void forward(float[] z, float[] a, int from, int to, int width) {
        float[] p = of(width);
        inner.forward(z, p, a, from, to, width);
        requireUnchanged("forward", p, width);
    }

    @Override
    public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
        float[] p = of(width);
        inner.backward(z, p, a, da, dz, from, to, width);
        requireUnchanged("backward", p, width);
    }

    void derivative(int k, float[] z, float[] a, float[] d, int from, int to, int width) {
        float[] p = of(width);
        inner.derivative(k, z, p, a, d, from, to, width);
        requireUnchanged("derivative", p, width);
    }

    private void requireUnchanged(String method, float[] p, int width) {
        if (!Arrays.equals(p, of(width))) {
            throw new IllegalStateException(method + " writes to the coefficients");
        }
    }

    @Override
    public ValueRange range() {
        return inner.range();
    }

    @Override
    public Optional<Clamp> clamp() {
        return inner.clamp();
    }
}
