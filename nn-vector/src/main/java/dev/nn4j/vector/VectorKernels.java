// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import dev.nn4j.api.Clamp;
import dev.nn4j.core.internal.kernels.FixedWeights;
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
    private final Matrix c = new Matrix();
    /** What the sums start from; with rows 0 apart, one row serves all. */
    private final Matrix start = new Matrix();

    private float[] zeros = new float[0];
    private float[] turned = new float[0];
    private final DirectProduct direct = new DirectProduct();
    private final PackedProduct packed = new PackedProduct();
    private final PanelRow panelRow = new PanelRow();

    @Override
    public void reserve(int rows, int in, int out) {
        reserveProduct(rows, out, in); // forward
        reserveProduct(in, out, rows); // weight gradient
        if (isCheaperTurned(rows, in, out)) {
            reserveProduct(in, rows, out); // input gradient
        } else {
            reserveProduct(rows, in, out);
        }
        reserveTurned(rows, in, out);
        reserveZeros(Math.max(in, out));
    }

    private void reserveProduct(int rows, int columns, int depth) {
        if (DirectProduct.suits(rows, columns, depth)) {
            direct.reserve(rows, columns, depth);
        } else {
            packed.reserve(rows, columns, depth);
        }
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
        a.set(x, xFrom, in, 1);
        b.set(parameters, weights, out, 1);
        c.set(z, zFrom, out, 1);
        if (bias == NO_BIAS) {
            startFromZero(out);
        } else {
            start.set(parameters, bias, 0, 1);
        }
        product(rows, out, in);
    }

    @Override
    public FixedWeights fix(float[] parameters, int weights, int bias, int in, int out, Clamp clamp) {
        return out < FEW_COLUMNS
                ? FixedWeights.inPlace(parameters, weights, bias, in, out, clamp)
                : Panels.of(parameters, weights, bias, in, out, clamp);
    }

    @Override
    public void affine(FixedWeights fixed, float[] x, int xFrom, float[] z, int zFrom, int rows) {
        int in = fixed.in();
        int out = fixed.out();
        if (rows < FEW_ROWS) {
            for (int r = 0; r < rows; r++) {
                row(fixed, x, xFrom + r * in, z, zFrom + r * out);
            }
            return;
        }
        if (!fixed.hasPanels() || DirectProduct.suits(rows, out, in)) {
            affine(x, xFrom, fixed.parameters(), fixed.weights(), fixed.bias(), z, zFrom, rows, in, out);
        } else {
            a.set(x, xFrom, in, 1);
            c.set(z, zFrom, out, 1);
            start.set(fixed.start(), 0, 0, 1);
            packed.multiply(a, fixed.panels(), start, c, rows, out, in);
        }
        fixed.clamp(z, zFrom, zFrom + rows * out);
    }

    private void row(FixedWeights fixed, float[] x, int xAt, float[] z, int zAt) {
        if (fixed.hasPanels()) {
            panelRow.multiply(x, xAt, fixed, z, zAt);
        } else {
            Dots.row(x, xAt, fixed, z, zAt);
        }
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
        a.set(x, inFrom, 1, in);
        b.set(dz, 0, out, 1);
        c.set(gradient, weights + inFrom * out, out, 1);
        if (begins) {
            startFromZero(out);
        } else {
            start.set(c.values, c.from, c.row, 1);
        }
        product(inTo - inFrom, out, rows);
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
        if (isCheaperTurned(rows, in, out)) {
            reserveTurned(rows, in, out);
            a.set(parameters, weights, out, 1);
            b.set(dz, dzFrom, 1, out);
            c.set(turned, 0, rows, 1);
            startFromZero(rows);
            product(in, rows, out);
            Packing.turn(turned, in, rows, dx, dxFrom);
        } else {
            a.set(dz, dzFrom, out, 1);
            b.set(parameters, weights, 1, out);
            c.set(dx, dxFrom, in, 1);
            startFromZero(in);
            product(rows, in, out);
        }
    }

    private void reserveTurned(int rows, int in, int out) {
        if (isCheaperTurned(rows, in, out) && turned.length < rows * in) {
            turned = new float[rows * in];
        }
    }

    /** Whether to compute {@code dXᵀ = W·dZᵀ}: for few rows, dX and dZ are much smaller to transpose than W. */
    private static boolean isCheaperTurned(int rows, int in, int out) {
        return !DirectProduct.suits(rows, in, out)
                && rows >= Tile.COLUMNS / 2
                && 2L * rows * (in + out) <= (long) in * out;
    }

    @Override
    public void biasGradient(float[] dz, int rows, float[] gradient, boolean begins, int bias, int out) {
        if (begins) {
            Arrays.fill(gradient, bias, bias + out, 0);
        }
        int j = 0;
        for (; j + Lanes.COUNT <= out; j += Lanes.COUNT) {
            FloatVector sum = FloatVector.fromArray(Lanes.SPECIES, gradient, bias + j);
            for (int r = 0; r < rows; r++) {
                // The loaded vector is asked, not the sum: its class is plain to the JIT. That of a sum which is asked
                // for
                // the next sum depends on itself, and a compilation without a profile then boxes every vector for good.
                sum = FloatVector.fromArray(Lanes.SPECIES, dz, r * out + j).add(sum);
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

    @Override
    public void squares(float[] values, int from, int rows, float[] sums) {
        Squares.sum(values, from, rows, sums);
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

    /** C = start + A·B. */
    private void product(int rows, int columns, int depth) {
        if (columns < FEW_COLUMNS || rows < FEW_ROWS) {
            if (start.values != c.values) {
                start.copyTo(c, rows, columns);
            }
            if (columns < FEW_COLUMNS) {
                thin(rows, columns, depth);
            } else {
                flat(rows, columns, depth);
            }
        } else if (DirectProduct.suits(rows, columns, depth)) {
            direct.multiply(a, b, start, c, rows, columns, depth);
        } else {
            packed.multiply(a, b, start, c, rows, columns, depth);
        }
    }

    /** C += A·B, a few columns, each by itself: along the rows of C where A lets lanes run there, else by dot products. */
    private void thin(int rows, int columns, int depth) {
        for (int j = 0; j < columns; j++) {
            int bAt = b.at(0, j);
            int cAt = c.at(0, j);
            if (a.row == 1 && c.row == 1) {
                RowProduct.addTo(b.values, bAt, b.row, a.values, a.from, a.column, depth, c.values, cAt, rows);
            } else {
                Dots.column(a.values, a.from, a.row, a.column, b.values, bAt, b.row, depth, c.values, cAt, c.row, rows);
            }
        }
    }

    /** C += A·B, a few rows, each by itself: along the columns where B lets lanes run there, else by dot products. */
    private void flat(int rows, int columns, int depth) {
        for (int i = 0; i < rows; i++) {
            int aAt = a.at(i, 0);
            int cAt = c.at(i, 0);
            if (b.column == 1 || columns == 1) {
                RowProduct.addTo(a.values, aAt, a.column, b.values, b.from, b.row, depth, c.values, cAt, columns);
            } else {
                Dots.column(
                        b.values, b.from, b.column, b.row, a.values, aAt, a.column, depth, c.values, cAt, 1, columns);
            }
        }
    }
}
