// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Nn;
import dev.nn4j.verification.fuzz.GoldenModels;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nn does with data that are none, or odd; nn-io's {@code CsvTest} has the reader's part with all its variants. */
class CsvCasesTest {
    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void prepare() throws IOException {
        bench = Bench.in(folder);
        bench.write("model.nn", GoldenModels.bytes("binary"));
    }

    @Test
    void case058_anEmptyFileIsRefused() throws IOException {
        assertRefused("", ":1:1: is empty; the first line must name the columns");
    }

    @Test
    void case059_aHeaderAloneIsRefused() throws IOException {
        assertRefused("a,b,c,kind\n", ":2:1: no rows follow the header; add at least one");
    }

    @Test
    void case060_aRaggedRowIsNamed() throws IOException {
        assertRefused("a,b,c,kind\n1,2,3,benign\n1,2,3\n", ":3:4: row has 3 cells, the header has 4; correct the row");
    }

    @Test
    void case061_aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
        assertReadAs("\uFEFFa,b,c,kind\n1,2,3,benign\n");
    }

    @Test
    void case062_lineEndsMayBeMixed() throws IOException {
        assertReadAs("a,b,c,kind\r\n1,2,3,benign\r");
    }

    @Test
    void case063_aQuotedLineEndBelongsToItsCell() throws IOException {
        assertReadAs("a,b,c,\"ki\nnd\"\n1,2,3,\"be\r\nnign\"\n");
    }

    @Test
    void case064_anUnclosedQuoteIsNamedWhereItBegins() throws IOException {
        String rows = "1,2,3,benign\n".repeat(500_000);
        assertRefused("a,b,c,kind\n1,2,3,benign\n1,2,3,\"benign\n" + rows, ":3:");
        assertRefused("a,b,c,kind\n1,2,3,benign\n1,2,3,\"benign\n1,2,3,benign\n", ":3:4: the quoted cell that begins");
    }

    @Test
    void case065_aDoubledQuoteIsOne() throws IOException {
        assertReadAs("a,b,c,kind\n1,2,3,\"be\"\"nign\"\n");
    }

    @Test
    void case066_textInAColumnOfNumbersIsRefused() throws IOException {
        assertRefused("a,b,c,kind\n1,2,3,benign\n1,x,3,benign\n", ":3:2: column 'b' ");
    }

    @Test
    void case067_whatIsNoFiniteNumberIsRefused() throws IOException {
        for (String cell : new String[] {"Inf", "-Infinity"}) {
            assertRefused("a,b,c,kind\n1,2," + cell + ",benign\n", ":2:3: column 'c' must hold finite decimal numbers");
        }
        assertGap("a,b,c,kind\n1,2,NaN,benign\n", ":2:3: column 'c' ", "column 'c'");
        assertRefused("a,b,c,kind\n1e999,2,3,benign\n", ":2:1: column 'a' holds '1e999', too large");
    }

    @Test
    void case068_aDecimalCommaIsCalledOne() throws IOException {
        assertRefused("a;b;c;kind\n1;2,5;3;benign\n", ":2:2: column 'b' holds '2,5', a number with a decimal comma");
    }

    @Test
    void case069_aMissingCellIsCalledMissing() throws IOException {
        assertGap("a,b,c,kind\n1,,3,benign\n", ":2:2: column 'b' has a missing value here", "column 'b'");
        assertGap("a,b,c,kind\n1,?,3,benign\n", ":2:2: column 'b' ", "column 'b'");
    }

    /** Training refuses a gap without a policy; a prediction leaves that row's answer open and says so, unless told not to. */
    private void assertGap(String text, String words, String column) throws IOException {
        Path file = bench.write("bad.csv", text);
        bench.train("config.json", "bad.csv").refused(3, file + words);
        bench.run("predict", "--model", bench.file("model.nn"), "--data", file, "--missing", "fail")
                .refused(3, file + words);
        Nn predicted = bench.predict("model.nn", "bad.csv").succeeded();
        assertThat(predicted.messages()).singleElement().asString().startsWith("warning: " + column);
        assertThat(bench.file("old.csv")).hasContent("prediction\n\"\"\n"); // an empty line would be no row
    }

    @Test
    void case070_aColumnThatIsThereTwiceIsRefused() throws IOException {
        assertRefused("a,b,a,c,kind\n1,2,3,4,benign\n", ":1:3: column 'a' is there twice; rename one");
    }

    @Test
    void case071_columnsAreFoundByNameAndAMissingOneIsNamed() throws IOException {
        assertReadAs("c,kind,b,more,a\n3,benign,2,x,1\n");
        Path file = bench.write("bad.csv", "a,c,kind\n1,2,benign\n");
        bench.predict("model.nn", "bad.csv").refused(3, file + ":1:1: there is no column 'b'");
    }

    @Test
    void case072_aLabelThatTheModelDoesNotKnowIsNamed() throws IOException {
        Path file = bench.write("bad.csv", "a,b,c,kind\n1,2,3,benign\n1,2,3,benine\n");
        bench.run("evaluate", "--model", bench.file("model.nn"), "--data", file).refused(3, file + ":3:4: ");
    }

    @Test
    void case073_aConstantColumnIsTaken() throws IOException {
        bench.write("flat.csv", "a,b,c,kind\n1,7,3,x\n2,7,1,y\n3,7,2,x\n");
        bench.train("config.json", "flat.csv", "--set", "preprocessing.scaling=standard")
                .succeeded();

        assertThat(bench.run("inspect", bench.file("old.nn"), "--json", "--weights")
                        .succeeded()
                        .out())
                .contains("pre/scale");
        bench.run("verify", bench.file("old.nn")).succeeded();
    }

    @Test
    void case074_oneClassAloneIsRefused() throws IOException {
        Path file = bench.write("bad.csv", "a,b,c,kind\n1,2,3,benign\n4,5,6,benign\n");
        bench.train("config.json", "bad.csv").refused(3, file + ":1:4: target 'kind' holds one label only, [benign]");
    }

    @Test
    void case075_fewRowsAreOneBatchAndAnEmptySplitIsRefused() throws IOException {
        bench.train("config.json", "data.csv", "--set", "training.batchSize=1000")
                .succeeded();
        bench = Bench.in(folder);
        bench.train("config.json", "data.csv", "--set", "training.validationFraction=0.01")
                .refused(5, bench.file("config.json") + ": training.validationFraction: of 0.01 leaves no row");
    }

    @Test
    void case076_whatIsNotUtf8IsRefused() throws IOException {
        assertRefused(
                "a,b,c,kind\n1,2,3,größe\n".getBytes(StandardCharsets.ISO_8859_1),
                ":2:4: is not UTF-8 text here; save the file as UTF-8");
        assertRefused(
                "a,b,c,kind\n1,2,3,benign\n".getBytes(StandardCharsets.UTF_16),
                ":1:1: looks like UTF-16; save the file as UTF-8");
    }

    @Test
    void case077_aLineOf100MegabytesIsRefused() throws IOException {
        Path file = bench.file("bad.csv");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("a,b,c,kind\n1,2,3,".getBytes(StandardCharsets.UTF_8));
            byte[] megabyte = new byte[1_000_000];
            Arrays.fill(megabyte, (byte) 'x');
            for (int i = 0; i < 100; i++) {
                out.write(megabyte);
            }
        }
        bench.predict("model.nn", "bad.csv").refused(3, file + ":2:");
    }

    @Test
    void case078_semicolonsAndTabsSeparateToo() throws IOException {
        assertReadAs("a;b;c;kind\n1;2;3;benign\n");
        assertReadAs("a\tb\tc\tkind\n1\t2\t3\tbenign\n");
    }

    @Test
    void case079_theDefaultLocaleChangesNothing() throws IOException {
        bench.predict("model.nn", "data.csv").succeeded();
        byte[] expected = Files.readAllBytes(bench.file("old.csv"));
        Locale before = Locale.getDefault();
        try {
            for (String tag : new String[] {"tr-TR", "de-DE"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                bench.predict("model.nn", "data.csv").succeeded();
                assertThat(bench.file("old.csv")).hasBinaryContent(expected);
                bench.train("config.json", "data.csv", "--set", "optimizer=ADAM", "--set", "loss=BINARY_CROSS_ENTROPY")
                        .succeeded();
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    /** Predicts and trains: both refuse it with the same words. */
    private void assertRefused(String text, String words) throws IOException {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), words);
    }

    private void assertRefused(byte[] bytes, String words) throws IOException {
        Path file = bench.write("bad.csv", bytes);
        bench.predict("model.nn", "bad.csv").refused(3, file + words);
        bench.train("config.json", "bad.csv").refused(3, file + words);
    }

    /** Its one row is a = 1, b = 2, c = 3, as is the first of the usual data. */
    private void assertReadAs(String text) throws IOException {
        bench.predict("model.nn", "data.csv").succeeded();
        String expected =
                Files.readString(bench.file("old.csv")).lines().toList().get(1);
        bench.write("odd.csv", text);
        bench.predict("model.nn", "odd.csv").succeeded();
        assertThat(bench.file("old.csv")).hasContent("prediction\n" + expected + "\n");
    }
}
