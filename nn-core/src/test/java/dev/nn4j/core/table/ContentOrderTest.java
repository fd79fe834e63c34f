// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.cell.CellType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContentOrderTest {
    private static final List<String> COLUMNS = List.of("number", "text", "ignored");

    private static Table table(List<Object[]> rows) {
        TableBuilder table =
                Table.builder("rows", COLUMNS, List.of(CellType.NUMBER.orMissing(), CellType.TEXT, CellType.SKIPPED));
        rows.forEach(table::addValues);
        return table.build();
    }

    private static List<Object[]> rows() {
        Random random = new Random(3);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Double number = i % 11 == 0 ? null : Math.floor(random.nextDouble() * 50) / 4;
            rows.add(new Object[] {number, "label " + random.nextInt(3), i});
        }
        return rows;
    }

    private static List<String> ordered(Table table, long seed) {
        WordArray order = ContentOrder.of(table, column -> true, seed).rows();
        return IntStream.range(0, table.rows())
                .mapToObj(i -> table.number(order.get(i), "number") + " " + table.text(order.get(i), "text"))
                .toList();
    }

    @Test
    void theOrderIsThatOfTheContentHoweverRowsCome() {
        List<Object[]> rows = rows();
        List<String> expected = ordered(table(rows), 1);
        for (int seed = 0; seed < 3; seed++) {
            Collections.shuffle(rows, new Random(seed));
            assertThat(ordered(table(rows), 1)).isEqualTo(expected);
        }
        assertThat(ordered(table(rows), 2)).isNotEqualTo(expected).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyRowIsThereOnceAndEqualOnesLieTogether() {
        List<Object[]> rows = rows();
        Table table = table(rows);
        WordArray order = ContentOrder.of(table, column -> true, 7).rows();
        assertThat(IntStream.range(0, 500).map(order::get))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 500).boxed().toList());
        List<String> ordered = ordered(table, 7);
        assertThat(IntStream.range(1, 500)
                                .filter(i -> !ordered.get(i).equals(ordered.get(i - 1)))
                                .count()
                        + 1)
                .isEqualTo(ordered.stream().distinct().count());
    }

    @Test
    void whatFloatsLeaveOutOrdersRowsOfOneKey() {
        List<Object[]> rows = new ArrayList<>();
        for (long i = 0; i < 20; i++) {
            rows.add(new Object[] {1_700_000_000_000.0 + i, "a", 0});
        }
        Table up = table(rows);
        Collections.reverse(rows);
        Table down = table(rows);
        WordArray one = ContentOrder.of(up, column -> true, 1).rows();
        WordArray other = ContentOrder.of(down, column -> true, 1).rows();
        assertThat(IntStream.range(0, 20).mapToObj(i -> up.exactNumber(one.get(i), "number")))
                .containsExactlyElementsOf(IntStream.range(0, 20)
                        .mapToObj(i -> down.exactNumber(other.get(i), "number"))
                        .toList());
    }
}
