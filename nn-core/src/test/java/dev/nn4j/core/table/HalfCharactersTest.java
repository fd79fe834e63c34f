// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.schema.Unseen;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Half of a character, which a program may hold and no file keeps, is refused where it comes in. */
class HalfCharactersTest {
    private static final String HALF = "sm\ud83dile";
    private static final String WHOLE = "sm\ud83d\ude00ile";
    private static final String FAULT =
            "'sm\\ud83dile', which has one half of a surrogate pair, and no file keeps that; write the whole character";

    private static void assertRefused(Runnable work, String message) {
        assertThatExceptionOfType(DataException.class).isThrownBy(work::run).withMessage(message);
    }

    @Test
    void inALabelOfATableItIsNamedByItsPlace() {
        TableBuilder table = Table.builder("made", List.of("x", "label"), List.of(CellType.NUMBER, CellType.TEXT));
        table.addValues(1, WHOLE);
        assertThat(table.build().text(0, "label")).isEqualTo(WHOLE);
        assertRefused(() -> table.addValues(2, HALF), "made:2:2: column 'label' holds " + FAULT);
        assertRefused(() -> table.addRow(7, List.of("2", HALF)), "made:7:2: column 'label' holds " + FAULT);
    }

    @Test
    void inANameOfAColumn() {
        assertRefused(
                () -> Table.ofMaps(List.of("x", HALF), List.of(Map.of("x", 1, HALF, 2)), name -> CellType.NUMBER),
                "rows:1:2: a column is called " + FAULT);
    }

    @Test
    void inASchemaAndItsCategories() {
        Feature feature = new Feature("x", new NumberKind(), Missing.error());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schema.builder(Task.BINARY)
                        .features(List.of(feature))
                        .targets(List.of("y"))
                        .labels(List.of("a", HALF))
                        .build())
                .withMessage("schema: a label is called " + FAULT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schema.builder(Task.REGRESSION)
                        .features(List.of(new Feature(HALF, new NumberKind(), Missing.error())))
                        .targets(List.of("y"))
                        .build())
                .withMessage("schema: a feature is called " + FAULT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CategoryKind(List.of("a", HALF), Unseen.ERROR))
                .withMessage("category: got " + FAULT);
    }
}
