// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowWriterTest {
    private static final String[] PIECES = {
        "a",
        "B",
        "7",
        "-",
        ".",
        "_",
        " ",
        "\t",
        "\u00a0",
        ",",
        ";",
        "|",
        "\"",
        "\n",
        "\r",
        "#",
        "\ufeff",
        "ä",
        "€",
        "\ud83d\ude00",
        "\ud83d",
        "\ude00",
        "{",
        "[",
        "<html",
        "PAR1",
        "sep=;",
        "\u0000",
        "\u007f",
        "\u0080"
    };

    private static String written(boolean first, List<List<String>> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RowWriter writer = new RowWriter(bytes, first)) {
            for (List<String> row : rows) {
                writer.write(row);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static List<List<String>> rows(Random random) {
        List<List<String>> rows = new ArrayList<>();
        int width = 1 + random.nextInt(3);
        for (int row = random.nextInt(6); row >= 0; row--) {
            List<String> cells = new ArrayList<>();
            for (int cell = 0; cell < width; cell++) {
                StringBuilder text = new StringBuilder();
                for (int piece = random.nextInt(4); piece > 0; piece--) {
                    text.append(PIECES[random.nextInt(PIECES.length)]);
                }
                cells.add(text.toString());
            }
            rows.add(cells);
        }
        return rows;
    }

    @Test
    void rowsBehindOthersAreWrittenAsIfThoseStoodBeforeThem() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            List<List<String>> rows = rows(random);
            List<List<String>> all = new ArrayList<>(List.of(List.of("header")));
            all.addAll(rows);
            assertThat("header\n" + written(false, rows))
                    .as("seed %d, %s", seed, rows)
                    .isEqualTo(written(true, all));
        }
    }

    @Test
    void cellsLongerThanWhatIsHeldAreWhole() throws IOException {
        List<List<String>> rows = List.of(
                List.of("a".repeat(100_000), "€".repeat(100_000)), List.of("\"".repeat(50_000), "b"), List.of("", "c"));
        assertThat(written(false, rows))
                .isEqualTo(
                        "a".repeat(100_000) + "," + "€".repeat(100_000) + "\n\"" + "\"".repeat(100_000) + "\",b\n,c\n");
    }

    @Test
    void whatWasWrittenIsHandedOverWhenThatIsAskedFor() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RowWriter writer = new RowWriter(bytes, true);
        writer.write(List.of("a", "b"));
        assertThat(bytes.size()).isZero();
        writer.flush();
        assertThat(bytes).hasToString("a,b\n");
    }

    @Test
    void theStreamIsClosedEvenIfItRefusesTheLastRows() {
        boolean[] closed = new boolean[1];
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space");
            }

            @Override
            public void close() {
                closed[0] = true;
            }
        };
        RowWriter writer = new RowWriter(full, true);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> {
                    writer.write(List.of("a"));
                    writer.close();
                })
                .withMessage("no space");
        assertThat(closed[0]).isTrue();
    }
}
