// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.core.table.Table;
import dev.nn4j.io.Header;
import dev.nn4j.io.RowSources;
import dev.nn4j.io.SourceRequest;
import dev.nn4j.io.TableFile;
import dev.nn4j.io.TableReading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of rows are told by what they hold, packed or not, one or several. */
class FilesOfRowsTest {
    private static final String CSV = "x,y\n1,a\n2,b\n";
    private static final String JSON = "{\"x\": 1, \"y\": \"a\"}\n{\"x\": 2, \"y\": \"b\"}\n";
    /** The zstd command made it of {@link #CSV}, with a checksum. */
    private static final byte[] FRAME = Base64.getDecoder().decode("KLUv/SQMYQAAeCx5CjEsYQoyLGIK63kqPw==");

    /** The same of the line {@code 3,c}. */
    private static final byte[] SECOND = Base64.getDecoder().decode("KLUv/QRoIQAAMyxjCkdOq8E=");

    @TempDir
    private Path folder;

    private static CellType type(String column) {
        return column.equals("x") ? CellType.NUMBER : CellType.TEXT;
    }

    private Path file(String name, byte[]... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    private Path file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static Table read(SourceRequest request) throws IOException {
        try (RowSource rows = RowSources.installed().open(request)) {
            return RowSources.read(rows, FilesOfRowsTest::type);
        }
    }

    private static Table read(Path file) throws IOException {
        return read(SourceRequest.of(file));
    }

    private void assertFault(String name, String text, String message) throws IOException {
        Path file = file(name, text);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(file))
                .withMessage(file + ":" + message);
    }

    @Test
    void theNameSaysNothingAndTheContentAll() throws IOException {
        String digest = read(file("plain.csv", CSV)).sha256();
        assertThat(read(file("rows.csv", JSON)).sha256()).isEqualTo(digest);
        assertThat(read(file("rows.jsonl", CSV)).sha256()).isEqualTo(digest);
        assertThat(read(file("packed.csv", gzip(JSON))).sha256()).isEqualTo(digest);
        assertThat(read(file("packed.csv.zst", FRAME)).sha256()).isEqualTo(digest);
        String array = "[" + JSON.strip().replace("\n", ",\n") + "]\n";
        assertThat(read(file("array.json", array)).sha256()).isEqualTo(digest);
        assertThat(read(file("marked.jsonl", "\uFEFF" + JSON)).sha256()).isEqualTo(digest);
    }

    @Test
    void streamsAreReadAsFilesAre() throws IOException {
        for (byte[] bytes : List.of(CSV.getBytes(StandardCharsets.UTF_8), gzip(JSON), FRAME, gzip(CSV))) {
            InputStream in = new ByteArrayInputStream(bytes);
            try (RowSource rows = RowSources.installed().open(new SourceRequest("<stdin>", Header.FIRST_LINE), in)) {
                assertThat(RowSources.read(rows, FilesOfRowsTest::type).sha256())
                        .isEqualTo(read(file("plain.csv", CSV)).sha256());
            }
        }
    }

    @Test
    void framesOfZstdFollowEachOther() throws IOException {
        Table table = read(file("frames.zst", FRAME, SECOND));
        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.text(2, "y")).isEqualTo("c");
    }

    @Test
    void damagedZstdIsNoEnd() throws IOException {
        byte[] broken = FRAME.clone();
        broken[12] ^= 1;
        Path damaged = file("damaged.zst", broken);
        Path cut = file("cut.zst", Arrays.copyOf(FRAME, FRAME.length - 6));
        for (Path file : List.of(damaged, cut)) {
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> read(file))
                    .withMessageMatching(
                            ".*\\.zst:\\d+:1: holds zstd data that are damaged or cut short here; copy or pack the"
                                    + " file again");
        }
    }

    @Test
    void numbersAreTheirTextsAndWhatIsMissingIsNull() throws IOException {
        Path file = file("rows.jsonl", """
            {"x": 0.10, "y": "a\\nb", "z": true}
            {"y": null, "x": 1e2}

            {"x": NaN, "new": 12345678901234567890}
            """);
        List<List<String>> rows = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        try (RowSource source = RowSources.installed().open(SourceRequest.of(file))) {
            assertThat(source.header()).containsExactly("x", "y", "z", "new");
            assertThat(source.isHeaderALine()).isFalse();
            for (Optional<SourceRow> row = source.next(); row.isPresent(); row = source.next()) {
                rows.add(row.get().texts());
                lines.add(row.get().line());
            }
        }
        assertThat(rows)
                .containsExactly(
                        List.of("0.10", "a\nb", "true", ""),
                        List.of("1e2", "", "", ""),
                        List.of("", "", "", "12345678901234567890"));
        assertThat(lines).containsExactly(1L, 2L, 4L);
    }

    @Test
    void whatIsNoFlatObjectIsRefusedByItsName() throws IOException {
        String first = "{\"x\": 1}\n";
        assertFault(
                "list.jsonl",
                first + "{\"x\": [1, 2]}\n",
                "2:1: 'x' is a list; a row is a flat object: give each part a key of its own, as with jq, or leave it"
                        + " out");
        assertFault(
                "nested.jsonl",
                first + "{\"x\": {\"y\": 1}}\n",
                "2:1: 'x' is an object; a row is a flat object: give each part a key of its own, as with jq, or leave"
                        + " it out");
        assertFault(
                "single.jsonl",
                first + "7\n",
                "2:1: must be a JSON object, as in {\"age\": 31, \"plan\": \"basic\"}, is a single value");
        assertFault(
                "open.jsonl",
                "[" + first,
                "2:1: is no JSON here: Unexpected end-of-input: expected close marker for Array; correct the line");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"x\": 1, \"x\": 2} | Duplicate field 'x'",
                "{\"x\": 1,           | Unexpected end-of-input",
                "{\"x\": one}         | Unrecognized token 'one'"
            })
    void brokenJsonIsPlaced(String line, String problem) throws IOException {
        Path file = file("broken.jsonl", "{\"x\": 0}\n" + line + "\n");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(file))
                .withMessageMatching(".*broken\\.jsonl:[23]:1: is no JSON here: .*; correct the line")
                .withMessageContaining(problem);
    }

    @Test
    void aKeyThatComesTooLateIsRefused() throws IOException {
        assertFault(
                "late.jsonl",
                "{\"x\": 1}\n".repeat(JsonLinesRows.NAMING) + "{\"X\": 1}\n",
                "1001:1: has the key 'X', which none of the first 1000 rows has; did you mean 'x'?; give it in the"
                        + " first row, with null where there is no value");
    }

    @Test
    void severalFilesAreOneTable() throws IOException {
        file("part-1.csv", CSV);
        file("part-2.csv.gz", gzip("x,y\n3,c\n"));
        file("part-3.jsonl", "{\"x\": 4, \"y\": \"d\"}\n");
        Files.writeString(folder.resolve(".part-0.csv"), "hidden");
        SourceRequest pattern = SourceRequest.of(folder + "/part-*");
        Table table = read(pattern);
        assertThat(table.numbers("x")).containsExactly(1, 2, 3, 4);
        assertThat(table.location(3, "x").line()).as("lines count on").isEqualTo(6);
        SourceRequest named = SourceRequest.of(List.of(folder.resolve("part-3.jsonl"), folder.resolve("part-1.csv")));
        assertThat(read(named).numbers("x")).as("in the order given").containsExactly(4, 1, 2);
        assertThat(table.source()).isEqualTo(folder + "/part-*");
        assertThat(named.location()).isEqualTo(folder.resolve("part-3.jsonl") + " and 1 more");
    }

    @Test
    void faultsNameTheFileAndItsLine() throws IOException {
        file("part-1.csv", CSV);
        Path second = file("part-2.csv", "x,y\n3,c\nmany,d\n");
        SourceRequest pattern = SourceRequest.of(folder + "/part-*.csv");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(pattern))
                .withMessageStartingWith(second + ":3:1: column 'x' must hold finite decimal numbers, got 'many'");
        Files.writeString(second, "x,z\n3,c\n");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(pattern))
                .withMessage(
                        second + ":1:2: files of one table need the same columns in the same order, and column 2 is"
                                + " 'z' here and 'y' in " + folder.resolve("part-1.csv")
                                + "; correct the header, or leave the file out");
        SourceRequest twice = SourceRequest.of(List.of(second, second));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(twice))
                .withMessage(second + ": is named twice among the files of one table; name it once");
        assertThatIOException()
                .isThrownBy(() -> read(SourceRequest.of(folder + "/none-*.csv")))
                .withMessageContaining("none-*.csv: no file matches this pattern");
    }

    @Test
    void aTableFileOfSeveralIsUsedAgainWhileTheyAreTheSame() throws IOException {
        file("part-1.csv", CSV);
        Path second = file("part-2.csv", "x,y\n3,c\n");
        SourceRequest pattern = SourceRequest.of(folder + "/part-*.csv");
        RowSources sources = RowSources.installed();
        TableReading reading = TableReading.of(FilesOfRowsTest::type);
        Path cache = folder.resolve("rows.table");
        Table table = TableFile.convert(sources, pattern, reading, cache);
        assertThat(table.sha256()).isEqualTo(read(pattern).sha256());
        assertThat(TableFile.open(cache, sources, pattern, reading))
                .hasValueSatisfying(kept -> assertThat(kept.rows()).isEqualTo(3));
        Files.writeString(second, "x,y\n3,d\n");
        assertThat(TableFile.open(cache, sources, pattern, reading)).isEmpty();
    }
}
