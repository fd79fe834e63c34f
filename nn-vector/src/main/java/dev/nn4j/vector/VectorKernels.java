// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import dev.nn4j.core.internal.kernels.Kernels;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/** The kernels on the Vector API. Which path a product takes depends on its shape alone; all give the same bits. */
final class VectorKernels implements Kernels {
    /** Products with fewer rows read B where it lies: packing it would cost as much as multiplying. */
    private static final int FEW_ROWS = 4;
    /** Products with fewer columns have no use for lanes along them. */
    private static final int FEW_COLUMNS = 4;

    private final Matrix a = new Matrix();
    private final Matrix b = new Matrix();
    private final PackedProduct packed = new PackedProduct();

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
        a.set(x, xFrom, in, 1);
        b.set(parameters, weights, out, 1);
        product(z, zFrom, out, rows, out, in);
    }

    @Override
    public void weightGradient(
            float[] x, float[] dz, int rows, float[] gradient, int weights, int in, int out, int inFrom, int inTo) {
        a.set(x, inFrom, 1, in);
        b.set(dz, 0, out, 1);
        product(gradient, weights + inFrom * out, out, inTo - inFrom, out, rows);
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
        a.set(dz, dzFrom, out, 1);
        b.set(parameters, weights, 1, out);
        product(dx, dxFrom, in, rows, in, out);
    }

    @Override
    public void biasGradient(float[] dz, int rows, float[] gradient, int bias, int out) {
        int j = 0;
        for (; j + Lanes.COUNT <= out; j += Lanes.COUNT) {
            FloatVector sum = FloatVector.fromArray(Lanes.SPECIES, gradient, bias + j);
            for (int r = 0; r < rows; r++) {
                sum = sum.add(FloatVector.fromArray(Lanes.SPECIES, dz, r * out + j));
            }
            sum.intoArray(gradient, bias + j);
        }
        for (; j < out; j++) {
            float sum = gradient[bias + j];
            for (int r = 0; r < rows; r++) {
                sum += dz[r * out + j];
            }
            gradient[bias + j] = sum;
        }
    }

    /** C += A·B. */
    private void product(float[] c, int cFrom, int cRow, int rows, int columns, int depth) {
        if (columns < FEW_COLUMNS) {
            thin(c, cFrom, cRow, rows, columns, depth);
        } else if (rows < FEW_ROWS || depth == 1) {
            flat(c, cFrom, cRow, rows, columns, depth);
        } else {
            packed.addTo(a, b, c, cFrom, cRow, rows, columns, depth);
        }
    }

    /** A few columns, each by itself: along the rows of C where A lets lanes run there, else by dot products. */
    private void thin(float[] c, int cFrom, int cRow, int rows, int columns, int depth) {
        for (int j = 0; j < columns; j++) {
            if (a.row == 1 && cRow == 1) {
                RowProduct.addTo(b.values, b.at(0, j), b.row, a.values, a.from, a.column, depth, c, cFrom + j, rows);
            } else {
                Dots.column(
                        a.values,
                        a.from,
                        a.row,
                        a.column,
                        b.values,
                        b.at(0, j),
                        b.row,
                        depth,
                        c,
                        cFrom + j,
                        cRow,
                        rows);
            }
        }
    }

    /** A few rows, each by itself: along the columns where B lets lanes run there, else by dot products. */
    private void flat(float[] c, int cFrom, int cRow, int rows, int columns, int depth) {
        for (int i = 0; i < rows; i++) {
            if (b.column == 1 || columns == 1) {
                RowProduct.addTo(
                        a.values, a.at(i, 0), a.column, b.values, b.from, b.row, depth, c, cFrom + i * cRow, columns);
            } else {
                Dots.column(
                        b.values,
                        b.from,
                        b.column,
                        b.row,
                        a.values,
                        a.at(i, 0),
                        a.column,
                        depth,
                        c,
                        cFrom + i * cRow,
                        1,
                        columns);
            }
        }
    }
}
