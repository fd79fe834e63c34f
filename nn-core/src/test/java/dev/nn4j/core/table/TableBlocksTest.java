// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.CellType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table whose rows were read in blocks is the one of rows read one by one. */
class TableBlocksTest {
    private static final List<String> NAMES = List.of("a", "b", "text", "other", "left");
    private static final List<CellType> TYPES = List.of(
            CellType.NUMBER_OR_MISSING, CellType.NUMBER_OR_MISSING, CellType.TEXT, CellType.TEXT, CellType.SKIPPED);

    private static TableBuilder builder() {
        return Table.builder("made", NAMES, TYPES);
    }

    /** Cells of a table: mostly on a grid that few numbers leave. */
    private static final class Cells {
        private final Random random;
        private final int decimals;
        private final int digits;
        private final double strange;

        Cells(Random random) {
            this.random = random;
            this.decimals = random.nextInt(5);
            this.digits = 1 + random.nextInt(8);
            this.strange = random.nextBoolean() ? 0 : random.nextDouble() * 0.02;
        }

        Object number() {
            if (random.nextDouble() < strange) {
                return strangeNumber();
            }
            int sign = random.nextBoolean() ? 1 : -1;
            double whole = sign * (double) random.nextInt((int) Math.pow(10, digits));
            int places = random.nextInt(decimals + 1);
            return whole == 0 ? -0.0 : BigDecimal.valueOf((long) whole, places).doubleValue();
        }

        private Object strangeNumber() {
            return switch (random.nextInt(8)) {
                case 0 -> Double.NaN;
                case 1 -> random.nextGaussian();
                case 2 -> 1_700_000_000_000.0 + random.nextInt(1000);
                case 3 -> 16_777_216.0 + random.nextInt(3) - 1;
                case 4 -> 1e-40 * random.nextInt(5);
                case 5 -> -Float.MAX_VALUE / (1 + random.nextInt(3));
                case 6 -> Math.nextUp(0.1);
                default -> 8_388_607.5;
            };
        }

        Object text() {
            return switch (random.nextInt(6)) {
                case 0 -> random.nextInt(1000);
                case 1 -> true;
                case 2 -> "" + random.nextInt(1000);
                case 3 -> "true";
                default -> "label " + random.nextInt(4);
            };
        }
    }

    private static List<SourceRow> rows(Random random, int count) {
        Cells a = new Cells(random);
        Cells b = new Cells(random);
        List<SourceRow> rows = new ArrayList<>();
        long line = 1;
        for (int row = 0; row < count; row++) {
            line += 1 + random.nextInt(2);
            rows.add(new SourceRow(line, Arrays.asList(a.number(), b.number(), a.text(), b.text(), row)));
        }
        return rows;
    }

    private static TableBuilder oneByOne(List<SourceRow> rows) {
        TableBuilder table = builder();
        rows.forEach(table::addRow);
        return table;
    }

    /** Some rows one by one, others in blocks of any size, of nothing too. */
    private static TableBuilder inBlocks(List<SourceRow> rows, Random random) {
        TableBuilder table = builder();
        int most = 2 + random.nextInt(600); // with 1 all blocks would be of nothing
        for (int from = 0; from < rows.size(); ) {
            int to = Math.min(rows.size(), from + random.nextInt(most));
            TableBuilder into = random.nextInt(4) == 0 ? table : newBlock(table, random);
            rows.subList(from, to).forEach(into::addRow);
            if (into != table) {
                table.addAll(into);
            }
            from = to;
        }
        return table;
    }

    private static TableBuilder newBlock(TableBuilder table, Random random) {
        return random.nextBoolean() ? table.newBlock() : table.newBlock(random.nextInt(700));
    }

    private static void assertSame(Table actual, Table expected, String of) {
        assertThat(actual.sha256(NAMES.subList(0, 2))).as(of).isEqualTo(expected.sha256(NAMES.subList(0, 2)));
        assertThat(actual.rows()).as(of).isEqualTo(expected.rows());
        for (String name : NAMES.subList(0, 2)) {
            assertThat(actual.isFiner(name)).as(of).isEqualTo(expected.isFiner(name));
            for (int row = 0; row < expected.rows(); row++) {
                assertThat(Double.doubleToRawLongBits(actual.exactNumber(row, name)))
                        .as("%s, row %d of %s", of, row, name)
                        .isEqualTo(Double.doubleToRawLongBits(expected.exactNumber(row, name)));
                assertThat(Float.floatToRawIntBits(actual.number(row, name)))
                        .isEqualTo(Float.floatToRawIntBits(expected.number(row, name)));
            }
        }
        for (int row = 0; row < expected.rows(); row++) {
            assertThat(actual.location(row, "left")).as(of).isEqualTo(expected.location(row, "left"));
            for (String name : NAMES.subList(2, 4)) {
                assertThat(actual.text(row, name)).as(of).isEqualTo(expected.text(row, name));
                assertThat(actual.isValue(row, name)).as(of).isEqualTo(expected.isValue(row, name));
            }
        }
    }

    @Test
    void blocksMakeTheTableOfTheirRows() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int finer = 0;
        for (int attempt = 0; attempt < 300; attempt++) {
            List<SourceRow> rows = rows(random, random.nextInt(1200));
            String of = "seed " + seed + ", attempt " + attempt;
            TableBuilder expected = oneByOne(rows);
            TableBuilder actual = inBlocks(rows, random);
            assertThat(actual.bytes()).as(of).isEqualTo(expected.bytes());
            assertSame(actual.build(), expected.build(), of);
            finer += expected.build().isFiner("a") ? 1 : 0;
        }
        assertThat(finer).as("tables of finer numbers, seed %d", seed).isBetween(10, 290);
    }

    @Test
    void aTableStaysAsItIsWhileRowsAreAdded() {
        Random random = new Random(20261202);
        List<SourceRow> rows = rows(random, 17_000);
        TableBuilder table = builder();
        int done = 0;
        for (int count : new int[] {0, 1, 300, 16_384, 16_385, rows.size()}) {
            rows.subList(done, count).forEach(table::addRow);
            Table built = table.build();
            rows.subList(count, rows.size()).stream().limit(1).forEach(table::addRow);
            done = Math.min(count + 1, rows.size());
            assertSame(built, oneByOne(rows.subList(0, count)).build(), count + " rows");
        }
    }

    @Test
    void equalTextsOfBlocksAreKeptOnce() {
        TableBuilder table = builder();
        for (int block = 0; block < 3; block++) {
            table.addAll(table.newBlock().addRow(new SourceRow(2, List.of(1, 2, "a" + "b".repeat(2), "c", ""))));
        }
        Table built = table.build();
        assertThat(built.text(2, "text")).isSameAs(built.text(0, "text"));
        assertThat(table.bytes()).isEqualTo(3 * 24 + 2 * 100 + 4);
    }

    @Test
    void halfOfACharacterIsToldAtItsLine() {
        TableBuilder block = builder().newBlock();
        block.addRow(new SourceRow(17, List.of(1, 2, "a", "b", "")));
        assertThatThrownBy(() -> block.addRow(new SourceRow(19, List.of(1, 2, "a\ud800", "b", ""))))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("made:19:3: column 'text' holds ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "z"})
    void otherColumnsAreRefused(String name) {
        TableBuilder other = Table.builder("other", List.of(name), List.of(CellType.TEXT));
        assertThatThrownBy(() -> builder().addAll(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("table: rows can be added from another builder of the same columns only");
        assertThatThrownBy(() -> other.addAll(other)).isInstanceOf(IllegalArgumentException.class);
    }
}
