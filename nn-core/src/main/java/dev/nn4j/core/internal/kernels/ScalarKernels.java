// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.kernels;

import dev.nn4j.api.Clamp;
import java.util.Arrays;

/** The kernels in plain Java, written in the form that the JIT vectorises by itself. */
public final class ScalarKernels implements Kernels {
    private final RowBufferProduct product = new RowBufferProduct();

    /** Kernels with scratch memory of their own. */
    public ScalarKernels() {}

    @Override
    public void reserve(int rows, int in, int out) {
        // its buffers have one size for all
    }

    @Override
    public void affine(
            float[] x,
            int xFrom,
            float[] parameters,
            int weights,
            int bias,
            float[] z,
            int zFrom,
            int rows,
            int in,
            int out) {
        if (bias == NO_BIAS) {
            Arrays.fill(z, zFrom, zFrom + rows * out, 0);
        } else {
            for (int r = 0; r < rows; r++) {
                System.arraycopy(parameters, bias, z, zFrom + r * out, out);
            }
        }
        product.left(x, xFrom, in, 1).right(parameters, weights, out, 1).addTo(z, zFrom, out, rows, out, in);
    }

    @Override
    public FixedWeights fix(float[] parameters, int weights, int bias, int in, int out, Clamp clamp) {
        return FixedWeights.inPlace(parameters, weights, bias, in, out, clamp);
    }

    @Override
    public void affine(FixedWeights fixed, float[] x, int xFrom, float[] a, int aFrom, int rows) {
        int in = fixed.in();
        int out = fixed.out();
        affine(x, xFrom, fixed.parameters(), fixed.weights(), fixed.bias(), a, aFrom, rows, in, out);
        fixed.clamp(a, aFrom, aFrom + rows * out);
    }

    @Override
    public void weightGradient(
            float[] x,
            float[] dz,
            int rows,
            float[] gradient,
            boolean begins,
            int weights,
            int in,
            int out,
            int inFrom,
            int inTo) {
        if (begins) {
            Arrays.fill(gradient, weights + inFrom * out, weights + inTo * out, 0);
        }
        product.left(x, inFrom, 1, in)
                .right(dz, 0, out, 1)
                .addTo(gradient, weights + inFrom * out, out, inTo - inFrom, out, rows);
    }

    @Override
    public void biasGradient(float[] dz, int rows, float[] gradient, boolean begins, int bias, int out) {
        if (begins) {
            Arrays.fill(gradient, bias, bias + out, 0);
        }
        for (int r = 0; r < rows; r++) {
            int base = r * out;
            for (int j = 0; j < out; j++) {
                gradient[bias + j] += dz[base + j];
            }
        }
    }

    @Override
    public void inputGradient(
            float[] dz,
            int dzFrom,
            float[] parameters,
            int weights,
            float[] dx,
            int dxFrom,
            int rows,
            int in,
            int out) {
        Arrays.fill(dx, dxFrom, dxFrom + rows * in, 0);
        product.left(dz, dzFrom, out, 1).right(parameters, weights, 1, out).addTo(dx, dxFrom, in, rows, in, out);
    }

    @Override
    public void squares(float[] values, int from, int rows, float[] sums) {
        for (int j = 0; j < SQUARE_CHAINS; j += 4) {
            fourSquares(values, from + j, rows, sums, j);
        }
    }

    /** Four chains at a time, since one alone waits for itself. */
    private static void fourSquares(float[] values, int from, int rows, float[] sums, int j) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int to = from + rows * SQUARE_CHAINS;
        for (int i = from; i < to; i += SQUARE_CHAINS) {
            s0 += values[i] * values[i];
            s1 += values[i + 1] * values[i + 1];
            s2 += values[i + 2] * values[i + 2];
            s3 += values[i + 3] * values[i + 3];
        }
        sums[j] = s0;
        sums[j + 1] = s1;
        sums[j + 2] = s2;
        sums[j + 3] = s3;
    }
}
