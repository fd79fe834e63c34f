// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The product that only long vectors take gives the same bits on vectors of any length. */
class DirectProductTest {
    private static final int[] ROWS = {4, 5, 7, 8, 9, 11, 12, 13, 15, 16, 17, 30, 33};
    private static final int[] COLUMNS = {4, 7, 8, 10, 15, 16, 17, 24, 30, 31, 32, 33, 47, 48, 49, 63, 64, 65};
    private static final int[] DEPTHS = {1, 2, 17, 64};

    private final DirectProduct product = new DirectProduct();
    private final Random random = new Random(20_261_124);

    @Test
    void each_element_is_one_chain_in_order_whatever_the_shape() {
        for (int rows : ROWS) {
            for (int columns : COLUMNS) {
                for (int depth : DEPTHS) {
                    startsFromARow(rows, columns, depth);
                    goesOnFromC(rows, columns, depth);
                }
            }
        }
    }

    private void startsFromARow(int rows, int columns, int depth) {
        Matrix start = matrix(columns, 0, 1);
        Matrix c = matrix(rows * columns, columns, 1);
        check(matrix(rows * depth, depth, 1), matrix(depth * columns, 1, depth), start, c, rows, columns, depth);
    }

    private void goesOnFromC(int rows, int columns, int depth) {
        Matrix c = matrix(rows * columns, columns, 1);
        check(matrix(rows * depth, 1, rows), matrix(depth * columns, columns, 1), c, c, rows, columns, depth);
    }

    private void check(Matrix a, Matrix b, Matrix start, Matrix c, int rows, int columns, int depth) {
        float[] expected = c.values.clone();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                float chain = start.values[start.at(i, j)];
                for (int p = 0; p < depth; p++) {
                    chain = Math.fma(a.values[a.at(i, p)], b.values[b.at(p, j)], chain);
                }
                expected[c.at(i, j)] = chain;
            }
        }

        product.multiply(a, b, start, c, rows, columns, depth);

        assertThat(c.values)
                .as("%d rows, %d columns, %d summands", rows, columns, depth)
                .containsExactly(expected);
    }

    /** Numbers with some before and some behind that are none of the product's business. */
    private Matrix matrix(int count, int row, int column) {
        float[] values = new float[3 + count + 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        Matrix matrix = new Matrix();
        matrix.set(values, 3, row, column);
        return matrix;
    }
}
