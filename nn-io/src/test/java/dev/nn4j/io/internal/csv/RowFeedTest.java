// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.DataException;
import dev.nn4j.io.internal.packed.Unpacked;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows that are found by a scan are those of FastCSV, wherever what is read at once ends. */
class RowFeedTest {
    private static final long SEED = 20261202;
    private static final int TEXTS = 40_000;
    private static final List<String> PIECES = List.of(
            "a",
            "bc",
            "12.5",
            "-7",
            ",",
            ",",
            ",",
            ";",
            "\"",
            "\"",
            "\"\"",
            "\n",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\t",
            "\u00a0",
            "ö",
            "€",
            "\ud83d\ude00",
            "\u0001",
            "\u0085",
            "\u007f",
            "\ufeff",
            "\n\ufeff",
            "\r\ufeff",
            "x,y\n",
            "\"q\",",
            "\"q\nr\"\n",
            ",,\n",
            "long ".repeat(9));
    /** Bytes that are no UTF-8: a stray one, one that is cut, a surrogate, one that is too long, one beyond the last. */
    private static final List<byte[]> NO_TEXT = List.of(
            bytes(0x80),
            bytes(0xC3),
            bytes(0xED, 0xA0, 0x80),
            bytes(0xC0, 0xAF),
            bytes(0xE0, 0x80, 0x80),
            bytes(0xF4, 0x90, 0x80, 0x80));

    /** Gives a few bytes at a time. */
    private static final class Drops extends InputStream {
        private final InputStream all;
        private final IntSupplier counts;

        Drops(byte[] bytes, IntSupplier counts) {
            this.all = new ByteArrayInputStream(bytes);
            this.counts = counts;
        }

        @Override
        public int read() throws IOException {
            return all.read();
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            return all.read(into, from, Math.min(count, counts.getAsInt()));
        }
    }

    private static byte[] bytes(int... bytes) {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            all[i] = (byte) bytes[i];
        }
        return all;
    }

    private static byte[] text(Random random) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int rarely = random.nextInt(4) == 0 ? PIECES.size() : PIECES.size() - 18;
        for (int i = random.nextInt(30); i >= 0; i--) {
            text.writeBytes(PIECES.get(random.nextInt(rarely)).getBytes(StandardCharsets.UTF_8));
            if (random.nextInt(300) == 0) {
                text.writeBytes(NO_TEXT.get(random.nextInt(NO_TEXT.size())));
            }
        }
        return text.toByteArray();
    }

    private static String shown(byte[] text) {
        return new String(text, StandardCharsets.UTF_8).replace("\ufeff", "<mark>");
    }

    private interface Rows {
        @Nullable
        Row next() throws IOException;
    }

    private static List<String> said(Rows rows) throws IOException {
        List<String> said = new ArrayList<>();
        try {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                said.add(row.line() + " " + row.isBlank() + " " + List.copyOf(row.cells()));
            }
        } catch (DataException e) {
            said.add(e.getMessage());
        }
        return said;
    }

    private static Unpacked unpacked(InputStream in) {
        return new Unpacked(in, new byte[0], "");
    }

    private static List<String> scanned(byte[] text, Random random) throws IOException {
        RowFeed feed = new RowFeed(unpacked(new Drops(text, () -> 1 + random.nextInt(12))), "t.csv", text.length);
        feed.firstLine();
        feed.separate(',');
        return said(feed::next);
    }

    private static List<String> careful(byte[] text, IntSupplier counts) throws IOException {
        return said(new CarefulRows(unpacked(new Drops(text, counts)), "t.csv", text.length, ',', 1)::next);
    }

    @Test
    void itsRowsAndFaultsAreFastCsvs() throws IOException {
        Random random = new Random(SEED);
        int faults = 0;
        for (int i = 0; i < TEXTS; i++) {
            byte[] text = text(random);
            List<String> scanned = scanned(text, random);
            List<String> careful = careful(text, () -> Integer.MAX_VALUE);
            faults += careful.stream().anyMatch(row -> row.startsWith("t.csv:")) ? 1 : 0;
            assertThat(scanned).as("seed %d, text %d: %s", SEED, i, shown(text)).isEqualTo(careful);
            assertThat(careful(text, () -> 1))
                    .as("seed %d, text %d, a byte at a time: %s", SEED, i, shown(text))
                    .isEqualTo(careful);
        }
        assertThat(faults).as("texts with faults").isBetween(TEXTS / 10, TEXTS * 3 / 4);
    }

    @Test
    void marksOfFilesThatWereJoinedAreNoText() throws IOException {
        byte[] text = "\ufeffa,b\n\ufeff1,\"2\ufeff\"\n3,4\n".getBytes(StandardCharsets.UTF_8);
        assertThat(scanned(text, new Random(SEED)))
                .containsExactly("1 false [a, b]", "2 false [1, 2\ufeff]", "3 false [3, 4]");
    }

    /** A lone quote within a cell opens none, and a mark between CR and LF leaves two line ends. */
    @Test
    void marksAreDroppedWhereRowsBegin() throws IOException {
        byte[] text = "a,b\n1\"0,2\n\ufeff3,4\r\ufeff\n5,6\r\ufeff\ufeff7,8\r\ufeff".getBytes(StandardCharsets.UTF_8);
        assertThat(scanned(text, new Random(SEED)))
                .containsExactly(
                        "1 false [a, b]", "2 false [1\"0, 2]", "3 false [3, 4]", "5 false [5, 6]", "6 false [7, 8]");
    }

    @Test
    void theFirstFaultIsNamedHoweverTheBytesCome() throws IOException {
        byte[] text = "a,b\n1,\"2\"x,3\n\n\u0007,\n".getBytes(StandardCharsets.UTF_8);
        List<String> said = careful(text, () -> Integer.MAX_VALUE);
        assertThat(said).hasSize(2).last().asString().startsWith("t.csv:2:2: the quoted cell that begins here");
        assertThat(careful(text, () -> 1)).isEqualTo(said);
    }

    @Test
    void aFaultIsNamedByItsLineAndCell() throws IOException {
        byte[] control = "a,b,c\n1,\"x\n,\"\"y\",\u0007\n".getBytes(StandardCharsets.UTF_8);
        assertThat(scanned(control, new Random(SEED)))
                .containsExactly(
                        "1 false [a, b, c]",
                        "t.csv:3:3: holds the control character U+0007; is this a text file? Remove it");
        byte[] latin = "a,b,c\n1,,gr\u00f6\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(scanned(latin, new Random(SEED)))
                .containsExactly("1 false [a, b, c]", "t.csv:2:3: is not UTF-8 text here; save the file as UTF-8");
    }

    @Test
    void theLongestRowThatIsAllowedIsRead() throws IOException {
        String longest = "ö".repeat(Utf8Reader.MOST_ROW_CHARS);
        byte[] text = ("a\n" + longest + "\n1\n").getBytes(StandardCharsets.UTF_8);
        assertThat(careful(text, () -> Integer.MAX_VALUE)).hasSize(3).last().isEqualTo("3 false [1]");
        byte[] more = ("a\n1\n" + longest + "ö\n").getBytes(StandardCharsets.UTF_8);
        assertThat(careful(more, () -> 1000))
                .hasSize(3)
                .last()
                .asString()
                .startsWith("t.csv:3:1: the row that begins here has more than 4194304 characters");
    }

    @Test
    void aRowMayBeLongerThanABlock() throws IOException {
        String row = "x".repeat(1_000_000) + ",y\n";
        byte[] text = ("a,b\n" + row + "1,2\n").getBytes(StandardCharsets.UTF_8);
        assertThat(scanned(text, new Random(SEED))).hasSize(3).last().isEqualTo("3 false [1, 2]");
    }

    @Test
    void aRowThatIsTooLongIsNamedByItsLine() {
        byte[] text = ("a,b\n1,2\n\"" + "x\n".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8);
        RowFeed feed = new RowFeed(unpacked(new ByteArrayInputStream(text)), "t.csv", text.length);
        assertThatThrownBy(() -> {
                    feed.firstLine();
                    feed.separate(',');
                    for (int r = 0; r < 4; r++) {
                        feed.next();
                    }
                })
                .hasMessageStartingWith("t.csv:3:1: the row that begins here has more than");
    }
}
