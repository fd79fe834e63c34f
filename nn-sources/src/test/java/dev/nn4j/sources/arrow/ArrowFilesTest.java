// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.sources.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.DataException;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.io.RowSources;
import dev.nn4j.io.SourceRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrow files as pyarrow 25.0.1 and polars 1.44.2 write them. */
class ArrowFilesTest {
    private static final long SEED = 20261201;

    @TempDir
    private Path folder;

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = ArrowFilesTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    /** The rows of a file of any name, as texts. */
    private List<List<String>> rows(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("file"), bytes);
        List<List<String>> rows = new ArrayList<>();
        try (RowSource source = RowSources.installed().open(SourceRequest.of(file))) {
            rows.add(source.header());
            for (Optional<SourceRow> row = source.next(); row.isPresent(); row = source.next()) {
                assertThat(row.get().line()).isEqualTo(rows.size());
                rows.add(row.get().texts());
            }
        }
        return rows;
    }

    /** What pyarrow was given. */
    private static Map<String, String> expected() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("i8", "1|-2");
        columns.put("u8", "200|0");
        columns.put("i16", "-300|2");
        columns.put("u16", "65535|2");
        columns.put("i32", "-70000|2");
        columns.put("u32", "4294967295|2");
        columns.put("i64", "-4611686018427387904|2");
        columns.put("u64", "18446744073709551615|2");
        columns.put("f16", "1.5|-0.000061035156|0.000000059604645");
        columns.put("f32", "0.1|");
        columns.put("f64", "0.1|" + new BigDecimal(-1e300).toPlainString());
        columns.put("dec", "12.34|-0.005");
        columns.put("dec256", "12345678901234567890123456789012345678901.5|-1.5");
        columns.put("bool", "true|false");
        columns.put("text", "a|Zürich");
        columns.put("large", "b|");
        columns.put("view", "short|a text of more than twelve bytes");
        columns.put("day", "2024-02-29|1969-12-31");
        columns.put("day64", "2024-02-29|1969-12-31");
        columns.put("time", "23:59:59|00:00:01");
        columns.put("nanos", "12:00:00.000005|00:00:01");
        columns.put("clock", "2024-03-31 02:30|1969-12-31 23:59:59");
        columns.put("moment", "2024-03-31 00:30|1969-12-31 23:59:59");
        columns.put("plan", "basic|pro");
        columns.put("nothing", "|");
        return columns;
    }

    @ParameterizedTest
    @ValueSource(strings = {"types.arrow", "types.arrows"})
    void valuesOfEachTypeAreWhatTheyAre(String name) throws IOException {
        List<List<String>> rows = rows(bytes(name));
        assertThat(rows.get(0)).containsExactlyElementsOf(expected().keySet());
        assertThat(rows).hasSize(4);
        List<String> names = List.copyOf(expected().keySet());
        for (int row = 0; row < 3; row++) {
            List<String> wanted = new ArrayList<>();
            for (String column : names) {
                String[] values = expected().get(column).split("\\|", -1);
                wanted.add(row < values.length ? values[row] : "");
            }
            assertThat(rows.get(row + 1)).as("row %s", row + 1).isEqualTo(wanted);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lz4.feather", "zstd.feather"})
    void packedBatchesAreUnpacked(String name) throws IOException {
        List<List<String>> rows = rows(bytes(name));
        assertThat(rows).hasSize(20_001);
        for (int i = 0; i < 20_000; i++) {
            double x = i % 1000 / 8.0;
            String number = x == Math.rint(x) ? Long.toString((long) x) : Double.toString(x);
            assertThat(rows.get(i + 1)).containsExactly(number, "row " + i % 50 + " of a file", "k" + i % 9);
        }
    }

    @Test
    void laterValuesOfADictionaryAreAdded() throws IOException {
        assertThat(rows(bytes("delta.arrows")))
                .containsExactly(
                        List.of("x", "y", "c"),
                        List.of("1", "p", "k0"),
                        List.of("2", "q", "k1"),
                        List.of("3", "r", "k2"));
    }

    @Test
    void aFooterTellsTheSameAsTheOrderOfMessages() throws IOException {
        for (String name : List.of("types.arrow", "lz4.feather")) {
            Path file = Files.write(folder.resolve("footer"), bytes(name));
            List<List<String>> rows = new ArrayList<>();
            try (RowSource source = ArrowRows.open(new MessageFile(file), "file")) {
                rows.add(source.header());
                for (Optional<SourceRow> row = source.next(); row.isPresent(); row = source.next()) {
                    rows.add(row.get().texts());
                }
            }
            assertThat(rows).as(name).isEqualTo(rows(bytes(name)));
        }
    }

    /** Predictions ask in blocks, and so once more than there are rows. */
    @Test
    void theEndStaysTheEnd() throws IOException {
        for (String name : List.of("types.arrow", "types.arrows", "lz4.feather", "zstd.feather", "polars.arrow")) {
            Path file = Files.write(folder.resolve("asked"), bytes(name));
            try (RowSource source = name.startsWith("polars")
                    ? ArrowRows.open(new MessageFile(file), name)
                    : ArrowRows.open(new MessageStream(Files.newInputStream(file)), name)) {
                while (source.next().isPresent()) {
                    assertThat(source.header()).isNotEmpty();
                }
                assertThat(source.next()).as(name).isEmpty();
                assertThat(source.nextOrBlank()).as(name).isEmpty();
            }
        }
    }

    @Test
    void filesOfPolarsAreRead() throws IOException {
        assertThat(rows(bytes("polars.arrow")))
                .containsExactly(
                        List.of("x", "y", "d", "c"),
                        List.of("1", "a", "2024-02-29", "a"),
                        List.of("2", "a text of more than twelve bytes", "", "a text of more than twelve bytes"),
                        List.of("", "", "1969-12-31", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "list.arrow, column 'l' holds lists; give each part",
        "duration.arrow, column 'd' holds durations; give them as"
    })
    void whatIsNoCellIsRefusedByName(String name, String problem) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> rows(bytes(name)))
                .withMessageStartingWith(folder.resolve("file") + ":1:1: " + problem);
    }

    /** A seventh of all lengths, and each of the first hundred. */
    @ParameterizedTest
    @ValueSource(strings = {"types.arrow", "delta.arrows", "polars.arrow"})
    void aFileCutShortSaysSoOrHasFewerRows(String name) throws IOException {
        byte[] whole = bytes(name);
        int all = rows(whole).size();
        for (int length = 8; length < whole.length; length += length < 100 ? 1 : 7) {
            byte[] part = Arrays.copyOf(whole, length);
            try {
                assertThat(rows(part).size()).isLessThanOrEqualTo(all);
            } catch (DataException e) {
                assertThat(e).hasMessageContaining(folder.resolve("file") + ":");
            }
        }
    }

    /** Whatever stands in it, a file gives rows or a word, and takes no memory that it does not fill. */
    @ParameterizedTest
    @ValueSource(strings = {"types.arrow", "delta.arrows", "polars.arrow", "lz4.feather", "zstd.feather"})
    void aDamagedFileSaysSo(String name) throws IOException {
        byte[] whole = bytes(name);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int turn = 0; turn < (whole.length > 6000 ? 60 : 400); turn++) {
            byte[] damaged = whole.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("damaged"), damaged);
            for (Messages messages :
                    List.of(new MessageStream(new ByteArrayInputStream(damaged)), new MessageFile(file))) {
                try {
                    read(messages);
                } catch (DataException e) {
                    assertThat(e).as("seed %s, turn %s", SEED, turn).hasMessageStartingWith("file:");
                }
            }
        }
    }

    private static void read(Messages messages) throws IOException {
        try (RowSource rows = ArrowRows.open(messages, "file")) {
            while (rows.next().isPresent()) {
                assertThat(rows.header()).isNotEmpty();
            }
        }
    }
}
