// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.cell.NumberFormat;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.InputTally;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.schema.RowBinding;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is read of a cell where it lies is what is read of its text: numbers, gaps and faults, to the letter. */
class CellsInPlaceTest {
    private static final long SEED = 20261201;
    private static final int FILES = 3000;
    private static final List<String> COLUMNS = List.of("a", "b", "c", "d", "e", "f");
    private static final List<CellType> TYPES = List.of(
            CellType.NUMBER,
            CellType.NUMBER_OR_MISSING,
            CellType.numbers(new NumberFormat(",", ".", "")).orMissing(),
            CellType.NUMBER_OR_MISSING.withMarks(MissingMarks.of(List.of("-999", "-"))),
            CellType.TEXT,
            CellType.SKIPPED);
    private static final List<String> USUAL = List.of(
            "0",
            "7",
            "-999",
            "-999.0",
            "12.5",
            "-0.125",
            "+3",
            ".5",
            "5.",
            "1e3",
            "2.5E-3",
            "0.1234567890123456",
            "0.12345678901234567",
            "123456789012345678",
            "99999999999999999999",
            "1,5");
    private static final List<String> RARE = List.of(
            "",
            " ",
            "?",
            "NA",
            "nan",
            "null",
            "inf",
            "Infinity",
            "-",
            "(12.5)",
            "\u22125",
            "12.50-",
            "\u0661",
            "1e39",
            "1e400",
            "0x1",
            "x",
            "\" 7\"",
            "\"1\"\"2\"",
            "\"1\n2\"",
            "\u00a08.5",
            " 9 ",
            "\"\"",
            "a",
            "1;2");

    private static String file(Random random, int rows) {
        StringBuilder csv = new StringBuilder("a;b;c;d;e;f" + end(random));
        for (int r = 0; r < rows; r++) {
            int cells = random.nextInt(60) == 0 ? random.nextInt(8) : 6;
            List<String> row = new ArrayList<>();
            for (int c = 0; c < cells; c++) {
                List<String> some = random.nextInt(12) == 0 ? RARE : USUAL;
                row.add(some.get(random.nextInt(some.size())));
            }
            csv.append(String.join(";", row)).append(end(random));
        }
        return csv.toString();
    }

    private static String end(Random random) {
        return List.of("\n", "\r\n", "\n", "\r").get(random.nextInt(4));
    }

    private static CellType type(String column) {
        return TYPES.get(COLUMNS.indexOf(column));
    }

    /** All that a table says of its cells, or the fault. */
    private static String said(Table table) {
        StringBuilder all = new StringBuilder();
        for (int r = 0; r < table.rows(); r++) {
            all.append(table.location(r, "a"));
            for (String column : COLUMNS.subList(0, 4)) {
                all.append(' ').append(table.exactNumber(r, column));
            }
            all.append(' ').append(table.text(r, "e")).append('\n');
        }
        return all.toString();
    }

    /** The rows with their texts made, as other sources have them. */
    private static List<SourceRow> ofTexts(String csv) throws IOException {
        List<SourceRow> rows = new ArrayList<>();
        try (CsvRows source = CsvRows.of(new StringReader(csv), "r.csv")) {
            for (Optional<SourceRow> row = source.next(); row.isPresent(); row = source.next()) {
                rows.add(new SourceRow(row.get().line(), row.get().texts()));
            }
        }
        return rows;
    }

    private static String inPlace(String csv) throws IOException {
        try {
            return said(Csv.read(new StringReader(csv), "r.csv", CellsInPlaceTest::type));
        } catch (DataException e) {
            return e.getMessage();
        }
    }

    private static String byTexts(String csv) throws IOException {
        try {
            TableBuilder table = Table.builder("r.csv", COLUMNS, TYPES);
            ofTexts(csv).forEach(table::addRow);
            return said(table.build());
        } catch (DataException e) {
            return e.getMessage();
        }
    }

    @Test
    void aTableIsTheSameWhetherTextsWereMadeOrNot() throws IOException {
        Random random = new Random(SEED);
        int tables = 0;
        for (int i = 0; i < FILES; i++) {
            String csv = file(random, 1 + random.nextInt(4));
            String said = inPlace(csv);
            tables += said.endsWith("\n") ? 1 : 0;
            assertThat(said).as("with seed %d: %s", SEED, csv).isEqualTo(byTexts(csv));
        }
        assertThat(tables).as("files without a fault").isBetween(FILES / 10, 9 * FILES / 10);
    }

    @Test
    void aModelReadsTheSameWhetherTextsWereMadeOrNot() throws IOException {
        Random random = new Random(SEED + 1);
        Missing mean = new Missing(MissingPolicy.MEAN, false, List.of(2f));
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(List.of(
                        Feature.number("b"),
                        new Feature("a", new NumberKind(NumberFormat.PLAIN, 100), mean),
                        new Feature("c", new NumberKind(new NumberFormat(",", ".", "")), mean)))
                .targets(List.of("y"))
                .build();
        for (int i = 0; i < FILES; i++) {
            String csv = file(random, 1 + random.nextInt(4));
            assertThat(read(schema, csv, false))
                    .as("with seed %d: %s", SEED + 1, csv)
                    .isEqualTo(read(schema, csv, true));
        }
    }

    private static String read(Schema schema, String csv, boolean texts) throws IOException {
        StringBuilder all = new StringBuilder();
        InputTally tally = new InputTally(schema, InputTally.Leniency.ALL);
        try (CsvRows source = CsvRows.of(new StringReader(csv), "r.csv")) {
            RowBinding binding = schema.bind("r.csv", source.header());
            float[] raw = new float[schema.rawWidth()];
            for (Optional<SourceRow> row = source.next(); row.isPresent(); row = source.next()) {
                SourceRow given =
                        texts ? new SourceRow(row.get().line(), row.get().texts()) : row.get();
                all.append(binding.read(given, raw, 0, tally)).append(Arrays.toString(raw));
            }
        } catch (DataException e) {
            all.append(e.getMessage());
        }
        return all.append(tally.notes()).toString();
    }
}
