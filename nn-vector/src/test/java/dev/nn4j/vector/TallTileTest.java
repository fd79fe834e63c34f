// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tile that only machines with many registers use gives the same bits on vectors of any length. */
class TallTileTest {
    private static final int ROWS = TallTile.ROWS;
    private static final int COLUMNS = Tile.COLUMNS;

    private final Random random = new Random(20_261_128);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 17, 256, 301})
    void each_element_is_one_chain_in_order(int depth) {
        float[] a = numbers(2 + ROWS * depth);
        float[] b = numbers(1 + depth * COLUMNS);
        float[] start = numbers(3 + ROWS * (COLUMNS + 5));
        float[] c = numbers(4 + ROWS * (COLUMNS + 1));
        float[] expected = c.clone();
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                float chain = start[3 + i * (COLUMNS + 5) + j];
                for (int p = 0; p < depth; p++) {
                    int panel = i / Tile.ROWS * Tile.ROWS * depth;
                    chain = Math.fma(a[2 + panel + p * Tile.ROWS + i % Tile.ROWS], b[1 + p * COLUMNS + j], chain);
                }
                expected[4 + i * (COLUMNS + 1) + j] = chain;
            }
        }

        TallTile.multiplyPacked(a, 2, 2 + Tile.ROWS * depth, b, 1, depth, start, 3, COLUMNS + 5, c, 4, COLUMNS + 1);

        assertThat(c).containsExactly(expected);
    }

    @Test
    void sums_start_from_the_same_row_where_rows_are_no_distance_apart() {
        float[] start = numbers(COLUMNS);
        float[] c = new float[ROWS * COLUMNS];

        TallTile.multiplyPacked(new float[ROWS], 0, Tile.ROWS, new float[COLUMNS], 0, 1, start, 0, 0, c, 0, COLUMNS);

        for (int i = 0; i < ROWS; i++) {
            assertThat(Arrays.copyOfRange(c, i * COLUMNS, (i + 1) * COLUMNS)).containsExactly(start);
        }
    }

    private float[] numbers(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
