// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A column is of a type that holds each of its cells as it is, or of texts. */
class WrittenColumnTest {
    @ParameterizedTest
    @CsvSource({
        "7 -3 0, BIGINT",
        "999999999999999999, BIGINT",
        "12345678901234567890 1, VARCHAR",
        "007 7, VARCHAR",
        "0.25 3 -1.5E-7, DOUBLE",
        "0.12345678901234567890, VARCHAR",
        "0.10000000000000000000, DOUBLE",
        "1e400, VARCHAR",
        "1e-400, VARCHAR",
        "NaN, VARCHAR",
        "true false, BOOLEAN",
        "2024-02-29, DATE",
        "2023-02-29, VARCHAR",
        "2024-02-29T12:30, TIMESTAMP",
        "7 true, VARCHAR"
    })
    void theFirstTypeThatHoldsAllIsTaken(String cells, String type) {
        WrittenColumn column = new WrittenColumn();
        column.note("");
        for (String cell : cells.split(" ")) {
            column.note(cell);
        }
        assertThat(column.type()).isEqualTo(type);
    }
}
