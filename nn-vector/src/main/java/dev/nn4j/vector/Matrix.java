// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

/** A matrix inside an array: element (i, j) is at {@code from + i·row + j·column}. Mutable, so that none is made anew. */
final class Matrix {
    float[] values = new float[0];
    int from;
    int row;
    int column;

    void set(float[] inValues, int firstAt, int rowStride, int columnStride) {
        values = inValues;
        from = firstAt;
        row = rowStride;
        column = columnStride;
    }

    int at(int i, int j) {
        return from + i * row + j * column;
    }

    /** Copies the first rows and columns to those of another; both have contiguous rows. */
    void copyTo(Matrix to, int rows, int columns) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(values, at(i, 0), to.values, to.at(i, 0), columns);
        }
    }
}
