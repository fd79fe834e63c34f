// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableBuilder;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetFitterTest {
    private static final long SEED = 20261129;

    private static double offset(String... cells) {
        Table table = Tables.of(column -> CellType.NUMBER_OR_MISSING, "x", cells);
        return OffsetFitter.fit(table, List.of("x"))[0];
    }

    @ParameterizedTest
    @CsvSource({
        "20000000 20000001, 20000000.5",
        "1700000000000 1700000000008 1700000060000, 1700000030720",
        "-1700000000000 -1700000000001, -1700000000000.5",
        "999999999999990 NA 999999999999991 999999999999999, 999999999999994",
        "1000000000.01 1000000000.02 1000000003, 1000000001.5",
        "1700000000123456789 1700000000123457789 1700000060123456789, 1.7000000334510162e18"
    })
    void isAShortNumberInTheMiddleOfThoseThatShareAFloat(String cells, double expected) {
        assertThat(offset(cells.split(" "))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 2 3 4.5",
                "2019 2020 2021",
                "36.6 36.7 41.2",
                "1013.25 1013.26 1013.27",
                "52.37123 52.37124",
                "20000000 20000002 20000004",
                "16777215 16777216",
                "1700000000000",
                "1700000000000 1700000000000",
                "NA NA",
                "0 1700000000000 1700000000001",
                "-5 1700000000000 1700000000001",
                "0.30000000000000004 -0.3 0.3",
                "5e-324 1e-323"
            })
    void isZeroWhereFloatsTellNumbersApartOrNoOffsetHelps(String cells) {
        assertThat(offset(cells.split(" "))).isZero();
    }

    @Test
    void dependsNeitherOnTheOrderOfRowsNorOnTheirNumber() {
        Random random = new Random(SEED);
        List<String> cells = IntStream.range(0, 3000)
                .mapToObj(i -> Long.toString(1_700_000_000_000L + random.nextInt(60_000)))
                .collect(Collectors.toList());
        double offset = offset(cells.toArray(String[]::new));
        assertThat(offset).isBetween(1_700_000_000_000.0, 1_700_000_060_000.0).isEqualTo(Math.rint(offset));
        Collections.shuffle(cells, random);
        assertThat(offset(cells.toArray(String[]::new))).isEqualTo(offset);
    }

    @Test
    void manyRowsAreLookedAtFloatByFloatToTheSameEnd() {
        int rows = (1 << 20) + 1;
        for (boolean shared : new boolean[] {true, false}) {
            TableBuilder builder = Table.builder("t", List.of("x"), List.of(CellType.NUMBER));
            for (int row = 0; row < rows; row++) {
                builder.addRow(row + 2L, List.of(Integer.toString(20_000_000 + (shared ? row % 7 : 2 * (row % 7)))));
            }
            // one that no grid holds, so that the column is looked at in either case
            builder.addRow(rows + 2L, List.of("20000101"));
            assertThat(OffsetFitter.fit(builder.build(), List.of("x"))[0] != 0).isEqualTo(shared);
        }
    }

    @Test
    void everyNumberStaysAsFarFromTheOthersAsItWas() {
        Random random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            long base = Math.abs(random.nextLong()) >> (11 + random.nextInt(20));
            int spread = 2 + random.nextInt(1 << 20);
            long[] numbers = random.longs(500, base, base + spread).distinct().toArray();
            double offset =
                    offset(Arrays.stream(numbers).mapToObj(Long::toString).toArray(String[]::new));
            if (base > 1L << 26 && offset != 0) {
                long floats = Arrays.stream(numbers)
                        .mapToObj(number -> (float) ((double) number - offset))
                        .distinct()
                        .count();
                assertThat(floats).as("base " + base + ", spread " + spread).isEqualTo(numbers.length);
            }
        }
    }
}
