// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import static dev.nn4j.core.cell.CellType.NUMBER;
import static dev.nn4j.core.cell.CellType.NUMBER_OR_MISSING;
import static dev.nn4j.core.cell.CellType.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.DataException;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableBuilder;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Threads that encode stretches of the rows encode what one thread does, and find the fault that it finds. */
class SharedEncodingTest {
    private static final int ROWS = 60_000; // with three numbers to a row, enough that threads are worth their while
    private static final Schema SCHEMA = Schema.builder(Task.REGRESSION)
            .features(List.of(
                    new Feature("colour", new CategoryKind(List.of("red", "green"), Unseen.ERROR), Missing.error()),
                    new Feature("size", new NumberKind(), new Missing(MissingPolicy.MEAN, true, List.of(2f))),
                    new Feature("year", new NumberKind(), Missing.error()),
                    new Feature("shape", new CategoryKind(List.of("flat", "round"), Unseen.ERROR), Missing.error())))
            .targets(List.of("price"))
            .build();

    private static Table table(IntFunction<String> colour) {
        TableBuilder builder = Table.builder(
                "test",
                List.of("colour", "size", "year", "shape", "price"),
                List.of(TEXT, NUMBER_OR_MISSING, NUMBER, TEXT, NUMBER));
        for (int row = 0; row < ROWS; row++) {
            builder.addRow(
                    row + 2L,
                    List.of(
                            colour.apply(row),
                            row % 7 == 0 ? "" : "" + row / 8.0,
                            "" + (1900 + row % 120),
                            row % 3 == 0 ? "flat" : "round",
                            "" + row));
        }
        return builder.build();
    }

    private static DataSet once(Table table) {
        return EncodedDataSet.readOnce(table, SCHEMA, Scaler.none(), Scaler.none());
    }

    private static DataSet arrays(Table table) {
        return ArrayDataSet.encoded(table, SCHEMA, Scaler.none(), Scaler.none());
    }

    @Test
    void itIsTheSameForAnyNumberOfThreads() {
        Table table = table(row -> row % 2 == 0 ? "red" : "green");
        float[] expected =
                DataSet.forOnePass(table, SCHEMA, Scaler.none(), Scaler.none()).inputs();
        for (int threads : new int[] {1, 2, 3, 7}) {
            assertThat(arrays(table.withThreads(threads)).inputs()).isEqualTo(expected);
            assertThat(once(table.withThreads(threads)).inputs()).isEqualTo(expected);
        }
    }

    @Test
    void whatIsSelectedIsTheSameForAnyNumberOfThreads() {
        Table table = table(row -> row % 2 == 0 ? "red" : "green");
        int[] rows = new int[ROWS - 1];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (int) (31L * i % ROWS);
        }
        assertThat(table.withThreads(3).select(rows).sha256())
                .isEqualTo(table.select(rows).sha256());
    }

    @Test
    void ofSeveralFaultsTheFirstIsTold() {
        Table table = table(row -> row == 29_000 || row == 31_000 || row == 59_999 ? "blue" : "red")
                .withThreads(3);
        assertThatThrownBy(() -> arrays(table))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("test:29002:1: ");
        assertThatThrownBy(() -> once(table))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("test:29002:1: ");
    }
}
