// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.sample;

import dev.nn4j.api.TrainedActivation;
import java.util.List;

/** A line on each side of zero, whose slopes are trained: a plugin's activation with coefficients of its own. */
public final class TwoSlopes implements TrainedActivation {
    @Override
    public String name() {
        return "test:two-slopes";
    }

    @Override
    public List<Coefficient> coefficients() {
        return List.of(new Coefficient("left", 0.25), new Coefficient("right", 1));
    }

    @Override
    public void forward(float[] z, float[] p, float[] a, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            a[i] = p[side(z[i]) * width + i % width] * z[i];
        }
    }

    @Override
    public void backward(float[] z, float[] p, float[] a, float[] da, float[] dz, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            dz[i] = p[side(z[i]) * width + i % width] * da[i];
        }
    }

    @Override
    public void derivative(int k, float[] z, float[] p, float[] a, float[] d, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            d[i] = side(z[i]) == k ? z[i] : 0;
        }
    }

    private static int side(float z) {
        return z < 0 ? 0 : 1;
    }
}
