// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import static dev.nn4j.core.cell.CellType.NUMBER;
import static dev.nn4j.core.cell.CellType.SKIPPED;
import static dev.nn4j.core.cell.CellType.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final List<String> NAMES = List.of("age", "name", "id", "weight");

    private static TableBuilder builder() {
        return Table.builder("people.csv", NAMES, List.of(NUMBER, TEXT, SKIPPED, NUMBER));
    }

    private static Table people() {
        return builder()
                .addRow(2, List.of("30", "Ada", "?", "60.5"))
                .addRow(5, List.of("41", "Bob", "", "80"))
                .addRow(6, List.of("52", "Ada", "x", "70"))
                .build();
    }

    @Test
    void keepsColumnsByNameInOrder() {
        Table table = people();
        assertThat(table.source()).isEqualTo("people.csv");
        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.columns()).isEqualTo(NAMES);
        assertThat(table.numbers("age")).containsExactly(30, 41, 52);
        assertThat(table.texts("name")).containsExactly("Ada", "Bob", "Ada");
    }

    @Test
    void aMatrixTakesColumnsInTheOrderAsked() {
        assertThat(people().matrix(List.of("weight", "age"))).containsExactly(60.5f, 30, 80, 41, 70, 52);
    }

    @Test
    void whatIsHandedOutIsACopy() {
        Table table = people();
        table.numbers("age")[0] = -1;
        table.texts("name")[0] = "Eve";
        assertThat(table.numbers("age")).startsWith(30);
        assertThat(table.texts("name")).startsWith("Ada");
    }

    @Test
    void everyCellKnowsItsPlace() {
        assertThat(people().location(1, "weight")).isEqualTo(new Location("people.csv", 5, 4));
        assertThat(people().headerOf("name")).isEqualTo(new Location("people.csv", 1, 2));
    }

    @Test
    void selectedRowsKeepTheirOrderAndTheirPlaces() {
        Table selected = people().select(new int[] {2, 0, 2});
        assertThat(selected.numbers("age")).containsExactly(52, 30, 52);
        assertThat(selected.texts("name")).containsExactly("Ada", "Ada", "Ada");
        assertThat(selected.location(0, "age")).isEqualTo(new Location("people.csv", 6, 1));
        assertThat(selected.columns()).isEqualTo(NAMES);
    }

    @Test
    void aViewHasTheRowsThatAreSelectedAndCopiesNone() {
        Table people = people();
        WordArray rows = WordArray.of(new int[] {2, 0, 2});
        Table view = people.view(rows);
        Table copy = people.select(rows);
        assertThat(view.sha256(people.columns())).isEqualTo(copy.sha256(people.columns()));
        assertThat(view).hasToString(copy.toString());
        assertThat(view.location(0, "name")).isEqualTo(copy.location(0, "name"));
        for (String column : people.columns()) {
            assertThat(view.isFiner(column)).isEqualTo(people.isFiner(column));
        }

        WordArray fewer = WordArray.of(new int[] {1, 0});
        for (Table some : List.of(view.view(fewer), view.select(fewer), view.selectOf(people.columns(), fewer))) {
            assertThat(some.sha256(people.columns()))
                    .isEqualTo(copy.select(fewer).sha256(people.columns()));
            assertThat(some.location(1, "name")).isEqualTo(copy.select(fewer).location(1, "name"));
        }
    }

    @Test
    void whoNeedsFewColumnsOfSelectedRowsCopiesNoOthers() {
        Table selected = people().selectOf(List.of("name"), WordArray.of(new int[] {2, 0}));
        assertThat(selected.columns()).containsExactly("name");
        assertThat(selected.rows()).isEqualTo(2);
        assertThat(selected.location(0, "name"))
                .isEqualTo(people().select(new int[] {2, 0}).location(0, "name"));
    }

    @Test
    void manyRowsFit() {
        TableBuilder table = Table.builder("long", List.of("n"), List.of(NUMBER));
        for (int row = 0; row < 1000; row++) {
            table.addRow(row + 2L, List.of(Integer.toString(row)));
        }
        float[] numbers = table.build().numbers("n");
        assertThat(numbers).hasSize(1000);
        for (int row = 0; row < 1000; row++) {
            assertThat(numbers[row]).isEqualTo(row);
        }
    }

    @Test
    void aBuilderMayGoOnAfterATableWasBuilt() {
        TableBuilder table = builder().addRow(2, List.of("30", "Ada", "?", "60.5"));
        Table first = table.build();
        table.addRow(3, List.of("31", "Bob", "?", "61"));
        assertThat(first.numbers("age")).containsExactly(30);
        assertThat(table.build().numbers("age")).containsExactly(30, 31);
    }

    @Test
    void aBadCellIsRefusedWithItsPlace() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> builder().addRow(9, List.of("30", "Ada", "?", "heavy")))
                .withMessageStartingWith("people.csv:9:4: column 'weight' must hold finite decimal numbers");
    }

    @Test
    void aRaggedRowIsRefusedWithThePlaceWhereItParts() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> builder().addRow(4, List.of("30", "Ada")))
                .withMessage("people.csv:4:3: row has 2 cells, the header has 4; correct the row");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> builder().addRow(4, List.of("30", "Ada", "", "1", "2", "3")))
                .withMessage("people.csv:4:5: row has 6 cells, the header has 4; correct the row");
    }

    @Test
    void aColumnThatIsThereTwiceIsRefused() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Table.builder("a.csv", List.of("x", "y", "x"), List.of(NUMBER, NUMBER, NUMBER)))
                .withMessage("a.csv:1:3: column 'x' is there twice; rename one");
    }

    @Test
    void aMissingColumnIsRefusedWithTheNearest() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> people().numbers("agee"))
                .withMessage("people.csv:1:1: there is no column 'agee'; did you mean 'age'?");
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> people().require("height"));
    }

    @Test
    void aColumnIsWhatItWasReadAs() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> people().numbers("name"))
                .withMessage("people.csv:1:2: column 'name' was not read as numbers");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> people().texts("id"))
                .withMessage("people.csv:1:3: column 'id' was not read as text");
    }

    @Test
    void thereMustBeATypeForEachColumn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Table.builder("a.csv", List.of("x", "y"), List.of(NUMBER)))
                .withMessage("table: 2 columns need as many types, got 1");
    }

    @Test
    void aRowThatIsNotThereCannotBeSelected() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> people().select(new int[] {3}))
                .withMessageContaining("3");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> people().select(new int[] {-1}));
    }
}
