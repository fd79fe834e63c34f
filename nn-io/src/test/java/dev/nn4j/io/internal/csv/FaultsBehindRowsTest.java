// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.io.CsvRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a source comes behind the rows before it, whether rows are asked for together or one by one. */
class FaultsBehindRowsTest {
    private static final int ROWS = 20_000;

    /** Cannot be read at all. */
    private static final class Unreadable extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("the disk is gone");
        }
    }

    private interface Way {
        List<SourceRow> next(RowSource rows) throws IOException;
    }

    /** The lines of the rows that come, and behind them what is thrown. */
    private static List<String> said(String beginning, Way way) throws IOException {
        List<String> said = new ArrayList<>();
        String text = "a,b\n" + beginning + "1,2\n".repeat(ROWS) + "long".repeat(ROWS);
        InputStream cut = new SequenceInputStream(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), new Unreadable());
        try (RowSource rows = CsvRows.of(cut, "t.csv")) {
            for (List<SourceRow> some = way.next(rows); !some.isEmpty(); some = way.next(rows)) {
                some.forEach(row -> said.add("line " + row.line()));
            }
        } catch (IOException e) {
            said.add(e.getMessage());
        }
        return said;
    }

    /** Marks within a file are for FastCSV, which reads ahead. */
    @ParameterizedTest
    @ValueSource(strings = {"", "3,4\n\ufeff5,6\n"})
    void comeAtTheirPlace(String beginning) throws IOException {
        List<String> oneByOne =
                said(beginning, rows -> rows.nextOrBlank().map(List::of).orElse(List.of()));
        assertThat(oneByOne).hasSizeGreaterThan(ROWS / 2).last().isEqualTo("the disk is gone");
        assertThat(said(beginning, RowSource::nextRows)).isEqualTo(oneByOne);
        assertThat(said(beginning, RowSource::nextFilledRows)).isEqualTo(oneByOne);
    }
}
