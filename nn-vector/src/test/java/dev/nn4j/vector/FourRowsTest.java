// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four rows are interleaved on vectors of any length, and nothing is written beside them. */
class FourRowsTest {
    private static final int W = Lanes.COUNT;
    private static final int ROW_FROM = 3;
    private static final int TO = 5;

    private final Random random = new Random(20_261_202);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whole_vectors_and_what_is_left_of_them(int vectors) {
        for (int columns = Math.max(1, vectors * W); columns < vectors * W + W; columns++) {
            interleave(columns);
        }
    }

    private void interleave(int columns) {
        int row = columns + 2;
        float[] a = numbers(ROW_FROM + 4 * row);
        float[] out = numbers(TO + 4 * columns + 3);
        float[] expected = out.clone();
        for (int p = 0; p < columns; p++) {
            for (int r = 0; r < 4; r++) {
                expected[TO + 4 * p + r] = a[ROW_FROM + r * row + p];
            }
        }

        FourRows.interleave(a, ROW_FROM, row, columns, out, TO);

        assertThat(out).as(columns + " columns").containsExactly(expected);
    }

    private float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextFloat();
        }
        return numbers;
    }
}
