// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.ComponentException;
import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.core.table.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of values of another kind of source, in memory and in files. */
class TypedTableFileTest {
    private static final List<String> HEADER = List.of("n", "day", "plan");

    @TempDir
    private Path folder;

    private enum Plan {
        NONE,
        PRO
    }

    /** So many rows, made when they are asked for. */
    private record Made(int rows, IntFunction<List<Object>> row) implements RowSourceProvider {
        @Override
        public String name() {
            return "made";
        }

        @Override
        public boolean reads(String location) {
            return location.startsWith("made:");
        }

        @Override
        public RowSource open(SourceRequest request) {
            return new RowSource() {
                private int next;

                @Override
                public String source() {
                    return request.location();
                }

                @Override
                public List<String> header() {
                    return HEADER;
                }

                @Override
                public Optional<SourceRow> next() {
                    return next < rows ? Optional.of(new SourceRow(next + 1L, row.apply(next++))) : Optional.empty();
                }

                @Override
                public void close() {}
            };
        }
    }

    private static List<Object> few(int row) {
        return switch (row) {
            case 0 -> Arrays.asList(0.1, LocalDate.of(2020, 1, 2), Plan.NONE);
            case 1 -> Arrays.asList(null, null, "NONE");
            default -> Arrays.asList(1_700_000_000_123L, "2020-01-02", Plan.PRO);
        };
    }

    private static CellType type(String column) {
        return column.equals("n") ? CellType.NUMBER_OR_MISSING : CellType.TEXT;
    }

    private static RowSources sources(int rows, IntFunction<List<Object>> row) {
        return RowSources.of(List.of(new Made(rows, row)));
    }

    private static void requireSame(Table table, Table memory) {
        assertThat(table.rows()).isEqualTo(memory.rows());
        for (int row = 0; row < table.rows(); row++) {
            assertThat(table.exactNumber(row, "n")).isEqualTo(Double.valueOf(memory.exactNumber(row, "n")));
            for (String column : List.of("day", "plan")) {
                assertThat(table.text(row, column)).isEqualTo(memory.text(row, column));
                assertThat(table.isValue(row, column))
                        .as("row %s of %s", row, column)
                        .isEqualTo(memory.isValue(row, column));
            }
        }
    }

    @Test
    void valuesAreValuesInMemoryAndInAFile() throws IOException {
        RowSources sources = sources(3, TypedTableFileTest::few);
        SourceRequest request = SourceRequest.of("made:few");
        Table memory;
        try (RowSource rows = sources.open(request)) {
            memory = RowSources.read(rows, TypedTableFileTest::type);
        }
        assertThat(memory.exactNumber(2, "n")).isEqualTo(1_700_000_000_123.0);
        assertThat(memory.exactNumber(1, "n")).isNaN();
        assertThat(memory.isValue(0, "plan")).isTrue();
        assertThat(memory.isValue(1, "plan")).isFalse();
        assertThat(memory.text(1, "day")).isEmpty();

        Path file = folder.resolve("few.table");
        TableReading reading = TableReading.of(TypedTableFileTest::type);
        Table table = TableFile.convert(sources, request, reading, file);
        requireSame(table, memory);
        requireSame(TableFile.open(file), memory);
        assertThat(TableFile.open(file, sources, request, reading))
                .as("nobody knows whether it is still the same")
                .isEmpty();
    }

    @Test
    void moreTextsThanADictionaryHoldsAreValuesStill() throws IOException {
        IntFunction<List<Object>> row =
                r -> List.of(r, LocalDate.ofEpochDay(r), r % 2 == 0 ? (Object) Long.valueOf(r) : Integer.toString(r));
        RowSources sources = sources(40_000, row);
        try (RowSource first = sources.open(SourceRequest.of("made:many"));
                RowSource second = sources.open(SourceRequest.of("made:many"))) {
            List<Path> moved = new ArrayList<>();
            Table stored = TableFile.read(first, TableReading.of(TypedTableFileTest::type), 10_000, moved::add);
            assertThat(moved).hasSize(1);
            requireSame(stored, RowSources.read(second, TypedTableFileTest::type));
        }
    }

    @Test
    void whatNoProviderKnowsIsCsv() throws IOException {
        Path csv = Files.writeString(folder.resolve("data.made"), "n,day,plan\n1,2020-01-02,PRO\n");
        RowSources sources = sources(3, TypedTableFileTest::few);
        try (RowSource rows = sources.open(SourceRequest.of(csv))) {
            assertThat(rows.next()).map(SourceRow::texts).contains(List.of("1", "2020-01-02", "PRO"));
        }
        assertThat(sources.files(SourceRequest.of(csv))).containsExactly(csv);
        assertThat(sources.isClaimed(csv.toString())).isFalse();
        assertThat(sources.isClaimed("made:few")).isTrue();
        assertThat(RowSources.installed().isClaimed("made:few")).isFalse();
    }

    @Test
    void whatCannotBeDoneIsRefusedByName() {
        RowSources sources = sources(3, TypedTableFileTest::few);
        InputStream in = new ByteArrayInputStream(new byte[0]);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> sources.open(SourceRequest.of("made:few"), in))
                .withMessage("made:few: made cannot be read from a stream; give its own location");
        Made made = new Made(1, TypedTableFileTest::few);
        assertThatExceptionOfType(ComponentException.class)
                .isThrownBy(() -> RowSources.of(List.of(made, made)).open(SourceRequest.of("made:few")))
                .withMessage("made:few: is claimed by made and made; leave one of them out");
    }

    @Test
    void aRowWithTooFewValuesIsNamedByItsPlace() {
        RowSources sources = sources(1, row -> List.of(1));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> RowSources.read(sources.open(SourceRequest.of("made:few")), TypedTableFileTest::type))
                .withMessage("made:few:1:2: row has 1 cells, the header has 3; correct the row");
    }
}
