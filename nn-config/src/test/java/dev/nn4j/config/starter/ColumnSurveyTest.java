// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.DataException;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a survey refuses of a source that is no CSV, whose reader has looked at nothing. */
class ColumnSurveyTest {
    private record Rows(List<String> header, Iterator<SourceRow> rows) implements RowSource {
        Rows(List<String> header, SourceRow... rows) {
            this(header, List.of(rows).iterator());
        }

        @Override
        public String source() {
            return "made:rows";
        }

        @Override
        public Optional<SourceRow> next() {
            return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
        }

        @Override
        public void close() {}
    }

    private static void assertRefused(RowSource rows, String message) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> ColumnSurvey.of(rows, "y"))
                .withMessage(message);
    }

    @Test
    void aNameThatStandsTwiceInTheHeader() {
        SourceRow row = new SourceRow(1, List.of(1, 2, 3, 4));
        assertRefused(
                new Rows(List.of("x", "y", "z", "x"), row), "made:rows:1:4: column 'x' is there twice; rename one");
        assertRefused(
                new Rows(List.of("y", "x", "z", "y"), row), "made:rows:1:4: column 'y' is there twice; rename one");
    }

    @Test
    void noRows() {
        assertRefused(
                new Rows(List.of("x", "y")),
                "made:rows:1:1: there are no rows below the names of the columns; add some");
    }

    @Test
    void aRowWithOtherCellsThanTheHeader() {
        assertRefused(
                new Rows(List.of("x", "y"), new SourceRow(1, List.of(1))),
                "made:rows:1:2: row has 1 cells, the header has 2; correct the row");
    }
}
