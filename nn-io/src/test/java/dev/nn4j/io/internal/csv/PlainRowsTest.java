// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn4j.api.DataException;
import dev.nn4j.io.internal.packed.Unpacked;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Blocks of plain text are taken apart as FastCSV takes them apart, and what is not plain is left to it. */
class PlainRowsTest {
    private static final byte[][] PIECES = {
        bytes("\n"),
        bytes("\n"),
        bytes("\n"),
        bytes("\r\n"),
        bytes("\r"),
        bytes(","),
        bytes(","),
        bytes(","),
        bytes(";"),
        bytes("\""),
        bytes("\""),
        bytes("\"\""),
        bytes("a"),
        bytes("1.5"),
        bytes(" "),
        bytes("\t"),
        bytes("\u00a0"),
        bytes("ä"),
        bytes("€"),
        bytes("\uD83D\uDE00"),
        bytes("\"q\nr\""),
        bytes("\"x,y\""),
        bytes("\"\"\"z\"\"\""),
        bytes("abcdefghijkl")
    };
    private static final byte[][] ODD = {
        bytes("\uFEFF"),
        bytes("\u0000"),
        bytes("\u007f"),
        bytes("\u0085"),
        {(byte) 0xC3},
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
        {(byte) 0xC0, (byte) 0x80},
        {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
        {(byte) 0xE0, (byte) 0x80, (byte) 0x80}
    };

    /** Rows up to the end, and what ended them. */
    private record Outcome(List<String> rows, String end) {
        /** The parser is told of what is no text before it has the rows in front of it, among which may be a fault. */
        boolean isAhead(Outcome found) {
            boolean isNoText = end.contains("control character") || end.contains("UTF");
            return isNoText
                    && (found.end.equals(end) || found.end.contains("quote"))
                    && found.rows
                            .subList(0, Math.min(rows.size(), found.rows.size()))
                            .equals(rows);
        }
    }

    private interface Rows {
        Optional<Row> next() throws IOException;
    }

    @Test
    void rowsAndFaultsAreTheParsersWhateverTheTextAndHoweverItArrives() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 60_000; i++) {
            byte[] text = text(random);
            int most = random.nextBoolean() ? text.length + 1 : 1 + random.nextInt(9);
            Outcome expected = outcome(() -> parsed(text));
            Outcome found = outcome(() -> blocks(text, most));
            assertTrue(
                    found.equals(expected) || expected.isAhead(found),
                    () -> "seed " + seed + ": " + new String(text, StandardCharsets.ISO_8859_1) + " gives " + found
                            + ", not " + expected);
        }
    }

    @Test
    void rowsLongerThanABlockAndBeyondOneAreTheParsers() {
        String cell = "x".repeat(1000);
        StringBuilder text = new StringBuilder("a,b\n");
        for (int row = 0; row < 1500; row++) {
            text.append(cell, 0, row % 1000).append(row % 3 == 0 ? ",\"line\nbreak\"\r\n" : ",ü\n");
        }
        text.append("y".repeat(BlockReader.BLOCK_BYTES)).append(",1\nlast,2");
        byte[] bytes = bytes(text.toString());
        assertEquals(outcome(() -> parsed(bytes)), outcome(() -> blocks(bytes, bytes.length)));
        assertEquals(outcome(() -> parsed(bytes)), outcome(() -> blocks(bytes, 5000)));
    }

    private interface Opening {
        Rows open() throws IOException;
    }

    private static Rows parsed(byte[] text) throws IOException {
        Unpacked bytes = Unpacked.of(new ByteArrayInputStream(text), "t");
        Utf8Reader reader = new Utf8Reader(bytes, "t", Long.MAX_VALUE, ParsedText.Start.FIRST);
        char separator = Separator.of(reader.firstLine().toString());
        ParsedText rows = new ParsedText(reader, new RowCollector(reader, "t", 1), separator);
        return rows::next;
    }

    private static Rows blocks(byte[] text, int most) throws IOException {
        InputStream slow = new ByteArrayInputStream(text) {
            @Override
            public synchronized int read(byte[] into, int from, int count) {
                return super.read(into, from, Math.min(count, most));
            }
        };
        return new RowReader(Unpacked.of(slow, "t"), "t", Long.MAX_VALUE, false)::nextOrBlank;
    }

    /** Where there is one column, rows are never blank; blank ones before the first row count for nothing. */
    private static Outcome outcome(Opening opening) {
        List<String> found = new ArrayList<>();
        try {
            Rows rows = opening.open();
            int width = 0;
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                boolean skipped =
                        width == 0 && row.get().isBlank() && row.get().cells().size() > 1;
                width = width == 0 && !skipped ? row.get().cells().size() : width;
                if (!skipped) {
                    found.add(row.get().line() + ":" + row.get().cells()
                            + (width > 1 && row.get().isBlank()));
                }
            }
            return new Outcome(found, width == 0 ? "nothing" : "end");
        } catch (IOException | DataException e) {
            boolean nothing = e.getMessage().contains("is empty");
            return new Outcome(found, nothing ? "nothing" : String.valueOf(e.getMessage()));
        }
    }

    private static byte[] text(Random random) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int odd = random.nextInt(4) == 0 ? 10 : Integer.MAX_VALUE;
        int most = random.nextInt(60);
        boolean quotes = random.nextBoolean();
        for (int i = 0; i < most; i++) {
            byte[] piece = odd == 10 && random.nextInt(odd) == 0
                    ? ODD[random.nextInt(ODD.length)]
                    : PIECES[random.nextInt(PIECES.length)];
            if (quotes || piece[0] != '"') {
                text.writeBytes(piece);
            }
        }
        return text.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
