// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.schema.Missing;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables keep numbers as they were read: in floats where these do, else with what floats leave out. */
class ExactNumbersTest {
    private static final long SEED = 20261129;

    @Test
    void aFloatAndItsRestAreTheDouble() {
        Random random = new Random(SEED);
        for (int i = 0; i < 100_000; i++) {
            double number = Math.scalb(random.nextDouble() - 0.5, random.nextInt(200) - 80);
            assertThat(FloatRest.number((float) number, FloatRest.of(number))).isEqualTo(number);
        }
        for (double number : new double[] {0, -0.0, 1, Float.MAX_VALUE, Float.MIN_NORMAL, Math.nextDown(1.0)}) {
            assertThat(FloatRest.number((float) number, FloatRest.of(number))).isEqualTo(number);
        }
        assertThat(FloatRest.number(Float.NaN, FloatRest.of(Double.NaN))).isNaN();
    }

    @Test
    void aFloatAndTheDecimalsAreTheDoubleWhereTheStepIsCoarserThanFloats() {
        Random random = new Random(SEED);
        for (int decimals = 0; decimals <= 6; decimals++) {
            DecimalGrid grid = new DecimalGrid();
            double[] numbers = new double[1000];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Double.parseDouble(random.nextInt(8_000_000) + "e-" + decimals);
                assertThat(grid.take(numbers[i])).isTrue();
            }
            for (double number : numbers) {
                assertThat(DecimalGrid.number((float) number, grid.decimals())).isEqualTo(number);
            }
        }
    }

    @Test
    void aGridIsGivenUpWhereFloatsNoLongerTellItsPointsApart() {
        DecimalGrid grid = new DecimalGrid();
        assertThat(grid.take(16_777_216)).isTrue();
        assertThat(grid.take(Double.NaN)).isTrue();
        assertThat(grid.take(16_777_217)).isFalse();
        assertThat(grid.take(0.5)).as("16777216.5 would be on it").isFalse();
        assertThat(grid.take(-3)).isTrue();
        assertThat(grid.decimals()).isZero();
    }

    @Test
    void whatIsTooSmallForAnyFloatIsZeroAndKeepsTheGrid() {
        DecimalGrid grid = new DecimalGrid();
        assertThat(grid.take(12.5)).isTrue();
        assertThat(grid.take(1e-50)).isTrue();
        assertThat(grid.decimals()).isEqualTo(1);
        assertThat(grid.take(Float.MIN_VALUE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1700000050104,1700000050105,,1",
                "36.6,36.7,-12.25,NA",
                "0.1,0.30000000000000004,0.3,1e30",
                "1e9,1000000000.01,1000000000.02,999999999.99",
                "999999999999999,999999999999998,1e-50,16777217",
                "3,4,5.5,20000001"
            })
    void aTableGivesBackWhatWasReadWholeAndInPart(String cells) {
        String[] rows = cells.split(",", -1);
        Table table = Tables.of(column -> CellType.NUMBER_OR_MISSING, "x", rows);
        int[] some = {3, 1, 1, 0};
        Table part = table.select(some).select(new int[] {2, 1, 0, 3});
        for (int row = 0; row < rows.length; row++) {
            assertThat(table.exactNumber(row, "x")).isEqualTo(Double.valueOf(number(rows[row])));
            assertThat(table.number(row, "x")).isEqualTo(Float.valueOf((float) number(rows[row])));
        }
        assertThat(IntStream.range(0, 4).mapToDouble(row -> part.exactNumber(row, "x")))
                .containsExactly(Arrays.stream(new int[] {1, 1, 3, 0})
                        .mapToDouble(row -> number(rows[row]))
                        .boxed()
                        .toArray(Double[]::new));
    }

    /** What a float does not see at all, so near to zero, a table need not keep. */
    private static double number(String cell) {
        return Missing.isMark(cell) ? Double.NaN : cell.equals("1e-50") ? 0 : Double.parseDouble(cell);
    }

    @Test
    void whatFloatsLeaveOutCountsInADigestOnlyWhereItIsAskedFor() {
        Table one = Tables.of(column -> CellType.NUMBER, "x,y", "1700000050104,1", "1700000050105,2");
        Table other = Tables.of(column -> CellType.NUMBER, "x,y", "1700000050104,1", "1700000050106,2");
        assertThat(one.sha256()).isEqualTo(other.sha256());
        assertThat(one.sha256(List.of("x"))).isNotEqualTo(other.sha256(List.of("x")));
        assertThat(one.sha256(List.of())).isEqualTo(one.sha256());
    }
}
