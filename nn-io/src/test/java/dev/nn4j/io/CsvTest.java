// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.core.table.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases are numbered in docs/model-format.md. */
class CsvTest {
    @TempDir
    Path folder;

    @Test
    void readsNumbersAndTextsAndSkipsTheRest() throws IOException {
        Path file = folder.resolve("data.csv");
        Files.writeString(file, "id,size,kind\n1,2.5,red\nx,-1e3,blue\n");
        Table table = Csv.read(file, CsvTest::types);

        assertThat(table.source()).isEqualTo(file.toString());
        assertThat(table.columns()).containsExactly("id", "size", "kind");
        assertThat(table.numbers("size")).containsExactly(2.5f, -1000);
        assertThat(table.texts("kind")).containsExactly("red", "blue");
        assertThat(table.location(1, "kind")).hasToString(file + ":3:3");
    }

    private static List<List<String>> headless(String csv) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        try (CsvRows rows = CsvRows.of(new ByteArrayInputStream(bytes), "h.csv", Header.NONE)) {
            lines.add(rows.header());
            for (Optional<SourceRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                lines.add(row.get().texts());
            }
        }
        return lines;
    }

    @Test
    void withoutAHeaderTheFirstLineIsARowAndColumnsAreNumbered() throws IOException {
        assertThat(headless("1,2,1\n3,4,5\n"))
                .containsExactly(List.of("c1", "c2", "c3"), List.of("1", "2", "1"), List.of("3", "4", "5"));
        assertThat(headless("\n\na;b\na;b")).containsExactly(List.of("c1", "c2"), List.of("a", "b"), List.of("a", "b"));
    }

    @Test
    void aHeaderThatStandsAgainBelowIsRefusedAtItsLine() {
        String problem = "the header stands here again, as a row; remove this line or, if line 1 is a row as well, read"
                + " the file without a header (--header none)";
        assertRefused("a,b\n1,2\na,b\n3,4\n", "<stdin>:3:1: " + problem);
        assertRefused("größe,b\n1,2\n3,4\n Größe,B \n", "<stdin>:4:1: " + problem);
        assertRefused("a,b,,\n1,2,,\na,b,,\n3,4,,\n", "<stdin>:3:1: " + problem);
        assertRefused("a,b\n1,2\na,b,,\n3,4,,\n", "<stdin>:3:1: " + problem);
        assertRefused("\uFEFFa,b\n1,2\n\uFEFFa,b\n3,4\n", "<stdin>:3:1: " + problem);
        assertRefused("\uFEFFa,b\n1,2\n\uFEFF\"a\",\"b\"\n3,4\n", "<stdin>:3:1: " + problem);
    }

    @Test
    void aFirstLineThatLooksLikeARowIsSaidToWhereNamesAreTwice() {
        String problem = "is there twice; the line looks like a row: put the names above it, or read the file without a"
                + " header (--header none)";
        assertRefused("1,2,1\n3,4,5\n", "<stdin>:1:3: column '1' " + problem);
        assertRefused("p,x,p,x\ne,x,p,s\n", "<stdin>:1:3: column 'p' " + problem);
    }

    @Test
    void aMissingFileOrAFolderIsNamed() {
        Path missing = folder.resolve("missing.csv");
        assertThatThrownBy(() -> Csv.read(missing, CsvTest::types))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(missing + ": there is no such file or folder");
        assertThatThrownBy(() -> Csv.read(folder, CsvTest::types))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + ": is a folder, not a file");
    }

    @Test
    void case058_anEmptyFileIsRefused() {
        assertRefused("", "<stdin>:1:1: is empty; the first line must name the columns");
        assertRefused("\n\n", "<stdin>:1:1: is empty; the first line must name the columns");
        assertRefused("\uFEFF", "<stdin>:1:1: is empty; the first line must name the columns");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a,b\n", "a,b\r\n\r\n"})
    void case059_aHeaderAloneIsRefused(String text) {
        assertRefused(text, "<stdin>:2:1: no rows follow the header; add at least one");
    }

    @Test
    void case060_aRaggedRowIsNamedByLineAndField() {
        assertRefused("size,kind\n1,a\n2\n", "<stdin>:3:2: row has 1 cells, the header has 2; correct the row");
        assertRefused("size,kind\n1,a,b\n", "<stdin>:2:3: row has 3 cells, the header has 2; correct the row");
    }

    @Test
    void case061_aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
        assertThat(read("\uFEFFsize,kind\n1,a\n").columns()).containsExactly("size", "kind");
        assertThat(read("\uFEFF\"size\";kind\n1;a\n").columns()).containsExactly("size", "kind");
        assertThat(read(" size ,kind\n1,a\n").columns()).containsExactly("size", "kind");
    }

    @Test
    void case062_lineEndsMayBeMixed() throws IOException {
        Table table = read("size,kind\r\n1,a\r2,b\n3,c\r\n");
        assertThat(table.numbers("size")).containsExactly(1, 2, 3);
        assertThat(table.texts("kind")).containsExactly("a", "b", "c");
        assertThat(table.location(2, "size").line()).isEqualTo(4);
    }

    @Test
    void case063_aLineEndInQuotesBelongsToTheCell() throws IOException {
        Table table = read("size,kind\n1,\"a\nb\r\nc\"\n2,d\n");
        assertThat(table.texts("kind")).containsExactly("a\nb\r\nc", "d");
        assertThat(table.location(0, "kind").line()).isEqualTo(2);
        assertThat(table.location(1, "kind").line()).isEqualTo(5);
    }

    @Test
    void case064_anUnclosedQuoteIsNamedWhereItBegins() {
        String quote = "the quoted cell that begins here is not closed, or text follows its closing quote; a quote"
                + " inside a quoted cell is written twice";
        assertRefused("size,kind\n1,a\n2,\"b\n3,c\n", "<stdin>:3:2: " + quote);
        assertRefused("size,kind\n1,\"b\n2,c\n3,\"d\"\n", "<stdin>:2:2: " + quote);
    }

    @Test
    void case064_anUnclosedQuoteDoesNotSwallowALongFile() {
        CountingStream rest = new CountingStream("size,kind\n1,a\n2,\"b\n", "3,c\n", 100 << 20);
        assertThatThrownBy(() -> Csv.read(rest, "data.csv", CsvTest::types))
                .isInstanceOf(DataException.class)
                .hasMessage("data.csv:3:1: the row that begins here has more than 4194304 characters; close its quotes,"
                        + " or split the row");
        assertThat(rest.given()).isLessThan(8 << 20);
    }

    @Test
    void case065_doubledQuotesAreOne() throws IOException {
        assertThat(read("size,kind\n1,\"a\"\"b\"\"\"\n2,\"\"\n").texts("kind")).containsExactly("a\"b\"", "");
    }

    @Test
    void case066_textInAColumnOfNumbersIsRefused() {
        assertRefused("size,kind\n1,a\nred,b\n", "<stdin>:3:1: column 'size' must hold finite decimal numbers");
    }

    @Test
    void case067_whatIsNoFiniteNumberIsRefused() {
        for (String cell : List.of("Inf", "-Infinity", "+inf")) {
            assertRefused("size,kind\n" + cell + ",a\n", "<stdin>:2:1: column 'size' must hold finite decimal numbers");
        }
        assertRefused("size,kind\n1e999,a\n", "<stdin>:2:1: column 'size' holds '1e999', too large");
    }

    @Test
    void case068_aDecimalCommaIsCalledOne() {
        assertRefused("size;kind\n1,5;a\n", "<stdin>:2:1: column 'size' holds '1,5', a number with a decimal comma");
    }

    @Test
    void case069_aMissingNumberIsCalledMissing() {
        assertRefused("kind,size\na,\n", "<stdin>:2:2: column 'size' has a missing value here");
    }

    @Test
    void case070_aColumnThatIsThereTwiceIsRefused() {
        assertRefused("size,kind,size\n1,a,2\n", "<stdin>:1:3: column 'size' is there twice; rename one");
    }

    @Test
    void case076_whatIsNotUtf8IsRefusedNamingItsPlace() {
        assertRefused(
                "size,kind\n1,a\n2,größe\n".getBytes(StandardCharsets.ISO_8859_1),
                "<stdin>:3:2: is not UTF-8 text here; save the file as UTF-8");
        assertRefused(
                new byte[] {'s', '\n', '1', '\n', (byte) 0xC3},
                "<stdin>:3:1: is not UTF-8 text here; save the file as UTF-8");
        for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE")) {
            assertRefused(
                    "size,kind\n1,a\n".getBytes(Charset.forName(charset)),
                    "<stdin>:1:1: looks like UTF-16; save the file as UTF-8");
        }
    }

    @Test
    void controlCharactersAreRefusedNamingTheirPlace() {
        assertRefused(
                "size,kind\n1,\u001b[2J\n",
                "<stdin>:2:2: holds the control character U+001B; is this a text file? Remove it");
    }

    @Test
    void case077_aLineOf100MegabytesIsRefused() {
        for (String filling : List.of("a", "1,")) {
            CountingStream endless = new CountingStream("size,kind\n", filling, 100 << 20);
            assertThatThrownBy(() -> Csv.read(endless, "data.csv", CsvTest::types))
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith("data.csv:2:");
            assertThat(endless.given()).isLessThan(8 << 20);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void case078_theSeparatorIsFoundInTheHeader(String separator) throws IOException {
        String text = "size#kind#\"a,b;c\td,,,;;;|||\"\n1#x#y\n".replace("#", separator);
        Table table = read(text);
        assertThat(table.columns()).containsExactly("size", "kind", "a,b;c\td,,,;;;|||");
        assertThat(table.numbers("size")).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\r\n", "\uFEFFsep=;\n", "\"sep=;\"\n", "SEP=;\n", "\n\nsep=;\n"})
    void aFirstLineMaySayTheSeparator(String line) throws IOException {
        Table table = read(line + "size;kind;a,b,c,d\n1.5;x;y\n");
        assertThat(table.columns()).containsExactly("size", "kind", "a,b,c,d");
        assertThat(table.numbers("size")).containsExactly(1.5f);
        assertThat(read("sep=^\nsize^kind\n2^x\n").numbers("size")).containsExactly(2);
    }

    @Test
    void columnsAtTheEndWithoutNameAndContentAreNone() throws IOException {
        Table table = read("size,kind,,  ,\n1,x,,,\n2,y,, ,\n");
        assertThat(table.columns()).containsExactly("size", "kind");
        assertThat(table.texts("kind")).containsExactly("x", "y");
        assertRefused("size,kind,,\n1,x,,\n2,y,,z\n", "<stdin>:3:4: column 4 has no name, but a value here");
    }

    @Test
    void blanksAroundNamesAndCellsMeanNothing() throws IOException {
        Table table = read(" size ,\tkind, other\u00a0\n 1 , red\u00a0,x\n2\t,\" kept \",x\n");
        assertThat(table.columns()).containsExactly("size", "kind", "other");
        assertThat(table.numbers("size")).containsExactly(1, 2);
        assertThat(table.texts("kind")).containsExactly("red", " kept ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PAR1 and so on|a Parquet file, which nn-jdbc reads by DuckDB: add both, or convert it to CSV first",
                "ARROW1|an Arrow file, which nn-sources reads: add it, or convert the file to CSV first",
                "FEA1|a Feather file of version 1; write it as version 2, or convert it to Parquet or CSV first",
                "PK\u0003\u0004 [Content_Types].xml|an Excel workbook (.xlsx); save its sheet as CSV",
                "PK\u0003\u0004 docProps/app.xml|an Excel workbook (.xlsx); save its sheet as CSV",
                "PK\u0003\u0004 xl/worksheets/sheet1.xml|an Excel workbook (.xlsx); save its sheet as CSV",
                "PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.spreadsheet|an OpenDocument sheet (.ods)",
                "PK\u0003\u0004 data.csv|a zip archive; unpack it",
                "SQLite format 3|a SQLite database; ask it by jdbc:sqlite: before its name and a query, or export its table",
                "{\"size\": 1}|JSON; write one flat object a line (.jsonl) or CSV",
                "[{\"size\": 1}]|JSON; write one flat object a line (.jsonl) or CSV",
                "<!DOCTYPE html>|HTML or XML; save its table as CSV"
            })
    void whatIsNoCsvIsCalledByItsName(String beginning, String what) {
        assertRefused(beginning + "\n\n\n", "<stdin>:1:1: is no CSV but " + what);
    }

    @Test
    void case079_theDefaultLocaleChangesNothing() throws IOException {
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr-TR", "de-DE", "ar-EG")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(read("SIZE,size\nIi,1.5\n").numbers("size")).containsExactly(1.5f);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void case080_aFileThatGrowsIsReadAsItWasWhenOpened() throws IOException {
        Path file = folder.resolve("data.csv");
        Files.writeString(file, "size\n1\n2\n");
        List<String> cells = new ArrayList<>();
        try (CsvRows rows = CsvRows.open(file)) {
            Files.writeString(file, "3\n4\n", StandardOpenOption.APPEND);
            for (Optional<SourceRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                cells.addAll(row.get().texts());
            }
        }
        assertThat(cells).containsExactly("1", "2");
    }

    @Test
    void blankLinesAreSkippedAndCounted() throws IOException {
        Table table = read("size,kind\n\n1,a\n\r\n\n2,b\n\n\n");
        assertThat(table.numbers("size")).containsExactly(1, 2);
        assertThat(table.location(1, "size").line()).isEqualTo(6);
    }

    /** As Excel leaves them where something was deleted; who quotes an empty cell means it. */
    @Test
    void rowsOfBlankCellsAloneAreSkippedLikeBlankLines() throws IOException {
        Table table = read(",,\nsize,kind\n,\n1,a\n , \n,,,\n2,b\n,\n");
        assertThat(table.numbers("size")).containsExactly(1, 2);
        assertThat(table.location(1, "size").line()).isEqualTo(7);
        assertThat(read("size,kind\n1,\"\"\n").texts("kind")).containsExactly("");
        assertThat(headless("a,b\n\"\",\n,\n"))
                .containsExactly(List.of("c1", "c2"), List.of("a", "b"), List.of("", ""));
        try (CsvRows rows = CsvRows.of(new StringReader("a,b\n,\n1,2\n,\n,\n"), "csv")) {
            assertThat(rows.next()).map(SourceRow::line).contains(3L);
            assertThat(rows.blankRows()).isEqualTo(1);
            assertThat(rows.next()).isEmpty();
            assertThat(rows.blankRows()).isEqualTo(3);
        }
        assertRefused("size,kind\n,\n,\n", "<stdin>:2:1: no rows follow the header; add at least one");
    }

    /** Joined files hold one at each beginning; it is no part of a label. */
    @Test
    void aByteOrderMarkBelowIsNoPartOfACell() throws IOException {
        assertThat(headless("\uFEFFred,1\r\nblue,2\r\n\uFEFFred,3\n\uFEFF\uFEFF\"red\",4\n"))
                .extracting(row -> row.get(0))
                .containsExactly("c1", "red", "blue", "red", "red");
        assertThat(headless("a\uFEFF,\"\uFEFFb\n\uFEFFc\"\n")).contains(List.of("a\uFEFF", "\uFEFFb\n\uFEFFc"));
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        assertThat(read("size,kind\n1,a").texts("kind")).containsExactly("a");
        assertThat(read("size,kind\n1,").texts("kind")).containsExactly("");
    }

    @Test
    void charactersThatSpanTheBufferAreWhole() throws IOException {
        String kind = "日本語😀ü".repeat(40_000);
        assertThat(read("size,kind\n1," + kind + "\n2,x" + kind + "\n").texts("kind"))
                .containsExactly(kind, "x" + kind);
    }

    @Test
    void bytesThatArriveOneByOneAreReadTheSame() throws IOException {
        byte[] bytes = "größe;art\n1;日本語\n2;😀\n".getBytes(StandardCharsets.UTF_8);
        InputStream slow = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int from, int count) {
                return super.read(into, from, 1);
            }
        };
        Table table = Csv.read(slow, "slow", column -> CellType.TEXT);
        assertThat(table.columns()).containsExactly("größe", "art");
        assertThat(table.texts("art")).containsExactly("日本語", "😀");
    }

    @Test
    void blankLinesBeforeTheHeaderDoNotHideTheSeparator() throws IOException {
        assertThat(read("\n\r\nsize;kind\n1;a\n").columns()).containsExactly("size", "kind");
    }

    @Test
    void aWrittenHeaderIsReadBackWhateverItsNames() throws IOException {
        List<List<String>> rows = List.of(List.of("\uFEFFa;b;c", "x\ty\tz"), List.of("\uFEFF;;;", "\t\t"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvOutput csv = CsvOutput.to(bytes)) {
            for (List<String> row : rows) {
                csv.write(row);
            }
        }
        assertThat(cells(bytes.toByteArray())).isEqualTo(rows);
    }

    /** A CSV whose first name begins as another kind of file does is no such file once that name is quoted. */
    @ParameterizedTest
    @ValueSource(strings = {"PAR1", "SQLite format 3", "BZh", "[", "[1", "{", "<html>", "%PDF"})
    void aWrittenHeaderIsNotTakenForAnotherKindOfFile(String name) throws IOException {
        List<List<String>> rows = List.of(List.of(name, "b"), List.of("1", "2"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvOutput csv = CsvOutput.to(bytes)) {
            for (List<String> row : rows) {
                csv.write(row);
            }
        }
        assertThat(cells(bytes.toByteArray())).isEqualTo(rows);
    }

    @Test
    void aMessageIsOneLineWhateverItsNames() {
        assertRefused("\"a\nb\",\"a\nb\"\n1,2\n", "<stdin>:1:2: column 'a\\u000ab' is there twice; rename one");
    }

    @Test
    void writtenRowsAreReadBack() throws IOException {
        List<List<String>> rows = List.of(
                List.of("name", "größe,", "say \"hi\""),
                List.of("a\nb", "", " padded "),
                List.of("", "1.5", "\r"),
                List.of("\uFEFFa", "\uFEFF", "a\n\uFEFFb"),
                List.of("", "", ""),
                List.of("#", "-", "日本語"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvOutput csv = CsvOutput.to(bytes)) {
            for (List<String> row : rows) {
                csv.write(row);
            }
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).startsWith("name,\"größe,\",\"say \"\"hi\"\"\"\n");
        assertThat(cells(bytes.toByteArray())).isEqualTo(rows);
    }

    @Test
    void aRowOfOneEmptyCellIsWrittenSoThatItIsNotSkipped() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvOutput csv = CsvOutput.to(bytes)) {
            csv.write(List.of("label"));
            csv.write(List.of(""));
            csv.write(List.of("x"));
        }
        assertThat(cells(bytes.toByteArray())).containsExactly(List.of("label"), List.of(""), List.of("x"));
    }

    @Test
    void aHeaderOfManyColumnsIsRead() throws IOException {
        String names = String.join(
                ",", IntStream.range(0, 50_000).mapToObj(i -> "column" + i).toList());
        String cells = String.join(
                ",", IntStream.range(0, 50_000).mapToObj(Integer::toString).toList());
        Table table = Csv.read(stream(names + "\n" + cells + "\n"), "wide", column -> CellType.NUMBER);
        assertThat(table.numbers("column49999")).containsExactly(49_999);
    }

    private static CellType types(String column) {
        return switch (column) {
            case "size" -> CellType.NUMBER;
            case "kind" -> CellType.TEXT;
            default -> CellType.SKIPPED;
        };
    }

    private static List<List<String>> cells(byte[] bytes) throws IOException {
        List<List<String>> cells = new ArrayList<>();
        try (CsvRows rows = CsvRows.of(new ByteArrayInputStream(bytes), "test")) {
            cells.add(rows.header());
            for (Optional<SourceRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                cells.add(row.get().texts());
            }
        }
        return cells;
    }

    private static Table read(String text) throws IOException {
        return Csv.read(stream(text), "<stdin>", CsvTest::types);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String text, String words) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), words);
    }

    private static void assertRefused(byte[] bytes, String words) {
        ThrowingCallable reading = () -> Csv.read(new ByteArrayInputStream(bytes), "<stdin>", CsvTest::types);
        assertThatThrownBy(reading).isInstanceOf(DataException.class).hasMessageStartingWith(words);
    }

    /** A beginning, then the same text over and over. */
    private static final class CountingStream extends InputStream {
        private final byte[] start;
        private final byte[] filling;
        private final long length;
        private long given;

        CountingStream(String start, String filling, long length) {
            this.start = start.getBytes(StandardCharsets.UTF_8);
            this.filling = filling.getBytes(StandardCharsets.UTF_8);
            this.length = length;
        }

        long given() {
            return given;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int count) {
            int some = (int) Math.min(count, length - given);
            for (int i = 0; i < some; i++) {
                long at = given++;
                into[from + i] =
                        at < start.length ? start[(int) at] : filling[(int) ((at - start.length) % filling.length)];
            }
            return some == 0 ? -1 : some;
        }
    }
}
