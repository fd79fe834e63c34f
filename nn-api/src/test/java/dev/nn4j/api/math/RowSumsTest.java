// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowSumsTest {
    @Test
    void addElementJToPartialJMod8AndCombineAsTheTree() {
        Random random = new Random(1);
        for (int length = 1; length <= 40; length++) {
            float[] x = new float[length + 3];
            for (int i = 0; i < x.length; i++) {
                x[i] = random.nextFloat() * (1 << random.nextInt(12));
            }
            float[] p = new float[8];
            for (int j = 0; j < length; j++) {
                p[j % 8] += x[2 + j];
            }
            float expected = ((p[0] + p[4]) + (p[2] + p[6])) + ((p[1] + p[5]) + (p[3] + p[7]));
            assertThat(RowSums.sum(x, 2, 2 + length)).as("length %d", length).isEqualTo(expected);
            float[] ones = new float[x.length];
            Arrays.fill(ones, 1);
            assertThat(RowSums.dot(x, ones, 2, 2 + length))
                    .as("length %d", length)
                    .isEqualTo(expected);
            assertThat(RowSums.dot(ones, x, 2, 2 + length))
                    .as("length %d", length)
                    .isEqualTo(expected);
        }
    }

    @Test
    void inDoubleHaveTheSameOrder() {
        Random random = new Random(2);
        float[] row = new float[21];
        float[] ones = new float[21];
        Arrays.fill(ones, 1);
        double[] p = new double[8];
        for (int j = 0; j < row.length; j++) {
            row[j] = (float) random.nextGaussian();
            p[j % 8] += row[j];
        }
        double expected = ((p[0] + p[4]) + (p[2] + p[6])) + ((p[1] + p[5]) + (p[3] + p[7]));
        assertThat(DoubleRowSums.sum(row, 0, 21)).isEqualTo(expected);
        assertThat(DoubleRowSums.dot(row, ones, 0, 21)).isEqualTo(expected);
    }

    @Test
    void anEmptyRangeAddsUpToZero() {
        assertThat(RowSums.sum(new float[] {1, 2}, 1, 1)).isZero();
        assertThat(DoubleRowSums.dot(new float[] {1, 2}, new float[] {1, 2}, 1, 1))
                .isZero();
    }
}
