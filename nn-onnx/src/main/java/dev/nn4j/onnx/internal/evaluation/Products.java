// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.evaluation;

import java.util.Arrays;

/** Matrix products. Sums are taken in double. */
final class Products {
    /** Axes of matrices one behind another. */
    private static final int STACKED = 3;

    private Products() {}

    /** A matrix, its axes perhaps exchanged. */
    private record Matrix(Value value, int rows, int columns, boolean transposed) {
        static Matrix of(Value value, boolean transposed) {
            EvaluationFault.require(value.dims().length == 2, "it multiplies what is no matrix");
            int rows = value.dims()[transposed ? 1 : 0];
            int columns = value.dims()[transposed ? 0 : 1];
            return new Matrix(value, rows, columns, transposed);
        }

        double at(int row, int column) {
            return value.at(transposed ? column * rows + row : row * columns + column);
        }
    }

    /** alpha·A·B + beta·C. */
    static Value gemm(Node node) {
        Matrix a = Matrix.of(node.input(0), node.integer("transA", 0) != 0);
        Matrix b = Matrix.of(node.input(1), node.integer("transB", 0) != 0);
        double alpha = node.number("alpha", 1);
        double[] product = product(node, a, b);
        int[] dims = {a.rows, b.columns};
        if (node.given(2).isEmpty()) {
            return node.filled(a.value, dims, i -> alpha * product[i]);
        }
        double beta = node.number("beta", 1);
        Broadcast sum = Broadcast.of(Value.of(a.value.type(), dims, product), node.input(2));
        EvaluationFault.require(Arrays.equals(sum.dims(), dims), "its third input has another shape than its product");
        return node.filled(a.value, dims, i -> alpha * product[i] + beta * sum.number(1, i));
    }

    /** A vector counts as a row on the left, and as a column on the right. */
    static Value matMul(Node node) {
        Value left = node.input(0);
        Value right = node.input(1);
        int leftAxes = left.dims().length;
        if (leftAxes == STACKED && right.dims().length == STACKED) {
            return stacked(node, left, right);
        }
        EvaluationFault.require(leftAxes > 0 && right.dims().length > 0, "it multiplies what is no matrix");
        Value rows = leftAxes == 1 ? left.shaped(1, left.count()) : rowsOf(left);
        Value columns = right.dims().length == 1 ? right.shaped(right.count(), 1) : right;
        Matrix a = Matrix.of(rows, false);
        Matrix b = Matrix.of(columns, false);
        double[] product = product(node, a, b);
        int[] dims = Arrays.copyOf(left.dims(), leftAxes - 1 + right.dims().length - 1);
        if (right.dims().length == 2) {
            dims[dims.length - 1] = b.columns;
        }
        return node.filled(left, dims, i -> product[i]);
    }

    /** As many products as both have matrices. */
    private static Value stacked(Node node, Value left, Value right) {
        int[] dims = {left.dims()[0], left.dims()[1], right.dims()[2]};
        int inner = left.dims()[2];
        EvaluationFault.require(
                right.dims()[0] == dims[0] && right.dims()[1] == inner, "it multiplies matrices that do not fit");
        node.work().spend((long) dims[0] * dims[1] * dims[2] * inner);
        double[] product = new double[node.room(dims)];
        for (int i = 0; i < product.length; i++) {
            int row = i / dims[2];
            int column = row / dims[1] * inner * dims[2] + i % dims[2];
            for (int k = 0; k < inner; k++) {
                product[i] += left.at(row * inner + k) * right.at(column + k * dims[2]);
            }
        }
        return node.filled(left, dims, i -> product[i]);
    }

    /** More axes than two are rows of rows, as long as the right side is one matrix. */
    private static Value rowsOf(Value value) {
        int width = value.dims()[value.dims().length - 1];
        return value.shaped(width == 0 ? 0 : value.count() / width, width);
    }

    private static double[] product(Node node, Matrix a, Matrix b) {
        EvaluationFault.require(a.columns == b.rows, "it multiplies matrices that do not fit");
        node.work().spend((long) a.rows * a.columns * b.columns);
        double[] product = new double[node.room(a.rows, b.columns)];
        for (int k = 0; k < b.rows; k++) {
            for (int column = 0; column < b.columns; column++) {
                double weight = b.at(k, column);
                for (int row = 0; row < a.rows; row++) {
                    product[row * b.columns + column] += a.at(row, k) * weight;
                }
            }
        }
        return product;
    }
}
