// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tile for sixteen registers gives the same bits on vectors of any length, however A lies. */
class SixTileTest {
    private static final int ROWS = SixTile.ROWS;
    private static final int COLUMNS = Tile.COLUMNS;
    private static final int START_ROW = COLUMNS + 5;
    private static final int C_ROW = COLUMNS + 1;

    private final Random random = new Random(20_261_201);

    private int depth;
    private float[] a;
    private float[] b;
    private float[] start;
    private float[] c;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 17, 256, 301})
    void rows_of_packed_panels(int summands) {
        begin(summands, 2 * Tile.ROWS * summands);
        int two = 1 + Tile.ROWS * depth + 2;
        float[] expected = chains((i, p) -> i < 4 ? 1 + 4 * p + i : two + 4 * p + i - 4);

        SixTile.multiplyPacked(
                a, 1, two, b, 1, depth, start, 3, 3 + 4 * START_ROW, START_ROW, c, 4, 4 + 4 * C_ROW, C_ROW);

        assertThat(c).containsExactly(expected);
    }

    @Test
    void the_two_rows_may_lie_above_the_four() {
        begin(9, 2 * Tile.ROWS * 9);
        int four = 1 + Tile.ROWS * depth;
        float[] expected = chains((i, p) -> i < 2 ? 1 + 4 * p + i : four + 4 * p + i - 2);

        SixTile.multiplyPacked(
                a, four, 1, b, 1, depth, start, 3 + 2 * START_ROW, 3, START_ROW, c, 4 + 2 * C_ROW, 4, C_ROW);

        assertThat(c).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 17, 256, 301})
    void columns_of_a_matrix_where_it_lies(int summands) {
        begin(summands, 7 * summands);
        float[] expected = chains((i, p) -> 1 + 7 * p + i);

        SixTile.multiplyColumns(a, 1, 7, b, 1, depth, start, 3, START_ROW, c, 4, C_ROW);

        assertThat(c).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 17, 256, 301})
    void rows_of_a_matrix_where_it_lies(int summands) {
        begin(summands, ROWS * (summands + 2));
        float[] expected = chains((i, p) -> 1 + (depth + 2) * i + p);

        SixTile.multiplyRows(a, 1, depth + 2, b, 1, depth, start, 3, START_ROW, c, 4, C_ROW);

        assertThat(c).containsExactly(expected);
    }

    @Test
    void takes_what_leaves_fours_or_less_than_four() {
        for (int rows = 4; rows < 100; rows++) {
            int rest = rows - SixTile.rowsOf(rows);

            assertThat(SixTile.rowsOf(rows) % ROWS).as(rows + " rows").isZero();
            assertThat(rest).as(rows + " rows").isIn(0, 1, 3, 4, 5, 8);
        }
    }

    private interface Place {
        int of(int i, int p);
    }

    private void begin(int summands, int floats) {
        depth = summands;
        a = numbers(1 + floats);
        b = numbers(1 + depth * COLUMNS);
        start = numbers(3 + ROWS * START_ROW);
        c = numbers(4 + ROWS * C_ROW);
    }

    /** What C must hold: each element one chain in order, and all around it as before. */
    private float[] chains(Place place) {
        float[] expected = c.clone();
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                float chain = start[3 + i * START_ROW + j];
                for (int p = 0; p < depth; p++) {
                    chain = Math.fma(a[place.of(i, p)], b[1 + p * COLUMNS + j], chain);
                }
                expected[4 + i * C_ROW + j] = chain;
            }
        }
        return expected;
    }

    private float[] numbers(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
