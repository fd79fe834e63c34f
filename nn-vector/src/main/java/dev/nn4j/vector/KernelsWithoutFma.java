// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import dev.nn4j.api.Clamp;
import dev.nn4j.core.internal.kernels.FixedWeights;
import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.internal.kernels.ScalarKernels;

/**
 * The kernels for processors that have vectors but no fma. Products of matrices go by vectors of doubles, all else is plain
 * Java.
 */
final class KernelsWithoutFma implements Kernels {
    /** Products with fewer rows or columns are not worth packing. */
    private static final int FEW = DoubleTile.ROWS;

    private final ScalarKernels plain = new ScalarKernels();
    private final ProductWithoutFma product = new ProductWithoutFma();
    private final Matrix a = new Matrix();
    private final Matrix b = new Matrix();
    private final Matrix c = new Matrix();
    /** What the sums start from; with rows 0 apart, one row serves all. */
    private final Matrix start = new Matrix();

    private float[] zeros = new float[0];

    @Override
    public void reserve(int rows, int in, int out) {
        reserveZeros(Math.max(in, out));
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
        if (isSmall(rows, out)) {
            plain.affine(x, xFrom, parameters, weights, bias, z, zFrom, rows, in, out);
            return;
        }
        a.set(x, xFrom, in, 1);
        b.set(parameters, weights, out, 1);
        c.set(z, zFrom, out, 1);
        if (bias == NO_BIAS) {
            startFromZero(out);
        } else {
            start.set(parameters, bias, 0, 1);
        }
        product.multiply(a, b, start, c, rows, out, in);
    }

    @Override
    public FixedWeights fix(float[] parameters, int weights, int bias, int in, int out, Clamp clamp) {
        return FixedWeights.inPlace(parameters, weights, bias, in, out, clamp);
    }

    @Override
    public void affine(FixedWeights fixed, float[] x, int xFrom, float[] z, int zFrom, int rows) {
        int in = fixed.in();
        int out = fixed.out();
        affine(x, xFrom, fixed.parameters(), fixed.weights(), fixed.bias(), z, zFrom, rows, in, out);
        fixed.clamp(z, zFrom, zFrom + rows * out);
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
        int height = inTo - inFrom;
        if (isSmall(height, out)) {
            plain.weightGradient(x, dz, rows, gradient, begins, weights, in, out, inFrom, inTo);
            return;
        }
        a.set(x, inFrom, 1, in);
        b.set(dz, 0, out, 1);
        c.set(gradient, weights + inFrom * out, out, 1);
        if (begins) {
            startFromZero(out);
        } else {
            start.set(c.values, c.from, c.row, 1);
        }
        product.multiply(a, b, start, c, height, out, rows);
    }

    @Override
    public void biasGradient(float[] dz, int rows, float[] gradient, boolean begins, int bias, int out) {
        plain.biasGradient(dz, rows, gradient, begins, bias, out);
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
        if (isSmall(rows, in)) {
            plain.inputGradient(dz, dzFrom, parameters, weights, dx, dxFrom, rows, in, out);
            return;
        }
        a.set(dz, dzFrom, out, 1);
        b.set(parameters, weights, 1, out);
        c.set(dx, dxFrom, in, 1);
        startFromZero(in);
        product.multiply(a, b, start, c, rows, in, out);
    }

    @Override
    public void squares(float[] values, int from, int rows, float[] sums) {
        plain.squares(values, from, rows, sums);
    }

    private static boolean isSmall(int height, int width) {
        return height < FEW || width < FEW;
    }

    private void startFromZero(int columns) {
        reserveZeros(columns);
        start.set(zeros, 0, 0, 1);
    }

    private void reserveZeros(int columns) {
        if (zeros.length < columns) {
            zeros = new float[columns];
        }
    }
}
