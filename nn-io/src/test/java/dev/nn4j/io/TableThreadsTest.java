// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table, and what is said of rows that are none, is the same on any number of threads. */
@Timeout(300)
class TableThreadsTest {
    private static final int[] SEVERAL = {2, 3, 5};
    private static final long EVERYTHING = Long.MAX_VALUE;

    @TempDir
    private Path folder;

    /** A file of random shape: numbers of columns that begin with n, else texts. */
    private static final class RandomCsv {
        private final Random random;
        private final List<String> header = new ArrayList<>();
        private final double strange;
        private final double blank;

        RandomCsv(Random random) {
            this.random = random;
            this.strange = random.nextBoolean() ? 0 : random.nextDouble() * 0.01;
            this.blank = random.nextBoolean() ? 0 : 0.05;
            int columns = 1 + random.nextInt(7);
            for (int c = 0; c < columns; c++) {
                header.add((random.nextInt(3) > 0 ? "n" : random.nextInt(3) > 0 ? "t" : "left") + c);
            }
        }

        String text(int rows, double faults) {
            StringBuilder csv = new StringBuilder(String.join(",", header)).append('\n');
            for (int row = 0; row < rows; row++) {
                if (random.nextDouble() < blank) {
                    csv.append(random.nextBoolean() ? "" : ",".repeat(header.size() - 1))
                            .append('\n');
                }
                List<String> cells = new ArrayList<>();
                header.forEach(name -> cells.add(name.startsWith("n") ? number() : words()));
                csv.append(random.nextDouble() < faults ? faulty(cells) : String.join(",", cells))
                        .append('\n');
            }
            return csv.toString();
        }

        private String number() {
            if (random.nextDouble() < strange) {
                return List.of("", "NA", "1e30", "0.1234567890123", "1700000050104", "-0.0", "16777217", "1e-50")
                        .get(random.nextInt(8));
            }
            return String.format(Locale.ROOT, "%.1f", random.nextGaussian() * 100);
        }

        private String words() {
            return switch (random.nextInt(6)) {
                case 0 -> "\"a, \"\"b\"\"\nc" + random.nextInt(3) + "\"";
                case 1 -> " é" + random.nextInt(5000);
                case 2 -> "\"\"";
                default -> "label " + random.nextInt(3);
            };
        }

        /** A cell too many, a word for a number, the header again, a column too few, a quote that is not closed. */
        private String faulty(List<String> cells) {
            return switch (random.nextInt(5)) {
                case 0 -> String.join(",", cells) + ",more";
                case 1 -> "old" + ",x".repeat(header.size() - 1);
                case 2 -> String.join(",", header);
                case 3 -> "\"1\"" + ",1".repeat(header.size() / 2);
                default -> "\"never closed\"x";
            };
        }
    }

    private static CellType type(String column) {
        return column.startsWith("n")
                ? CellType.NUMBER_OR_MISSING
                : column.startsWith("t") ? CellType.TEXT : CellType.SKIPPED;
    }

    /** All that a table says of its rows. */
    private static String said(Table table) {
        List<String> numbers =
                table.columns().stream().filter(name -> name.startsWith("n")).toList();
        List<String> texts =
                table.columns().stream().filter(name -> name.startsWith("t")).toList();
        StringBuilder said = new StringBuilder(table.sha256(numbers));
        numbers.forEach(name -> said.append(table.isFiner(name)));
        for (int row = 0; row < table.rows(); row++) {
            said.append('\n').append(table.location(row, table.columns().get(0)).line());
            for (String name : numbers) {
                said.append(',').append(Double.doubleToRawLongBits(table.exactNumber(row, name)));
            }
            for (String name : texts) {
                said.append(',').append(table.text(row, name)).append(table.isValue(row, name));
            }
        }
        return said.toString();
    }

    /** How a table is read. */
    private interface Reading {
        Table read(int threads) throws IOException;
    }

    /** The table as it is told, or the fault. */
    private static String outcome(Reading reading, int threads) {
        try {
            return said(reading.read(threads));
        } catch (IOException | RuntimeException e) {
            return e.getClass() + " " + e.getMessage();
        }
    }

    private static void assertSame(Reading reading, String of) {
        List<String> expected = outcome(reading, 1).lines().toList();
        for (int threads : SEVERAL) {
            List<String> actual = outcome(reading, threads).lines().toList();
            int same = 0;
            while (same < Math.min(actual.size(), expected.size())
                    && actual.get(same).equals(expected.get(same))) {
                same++;
            }
            assertThat(actual.subList(same, Math.min(same + 1, actual.size())))
                    .as("%s, %d threads, line %d of what is told", of, threads, same)
                    .isEqualTo(expected.subList(same, Math.min(same + 1, expected.size())));
        }
    }

    private static RowSource rows(String csv) throws IOException {
        return CsvRows.of(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "data.csv");
    }

    private static Table inMemory(String csv, int threads) throws IOException {
        try (RowSource rows = rows(csv)) {
            return RowSources.read(rows, TableThreadsTest::type, () -> false, threads);
        }
    }

    private static TableReading on(int threads) {
        return TableReading.of(TableThreadsTest::type).withThreads(threads);
    }

    private static Table moved(String csv, long mostBytes, int threads) throws IOException {
        AtomicInteger told = new AtomicInteger();
        try (RowSource rows = rows(csv)) {
            Table table = TableFile.read(rows, on(threads), mostBytes, place -> told.incrementAndGet());
            assertThat(told).hasValue(table.isInMemory() ? 0 : 1);
            return table;
        }
    }

    private Table converted(String csv, int threads) throws IOException {
        try (RowSource rows = rows(csv)) {
            return TableFile.convert(rows, on(threads), folder.resolve("made.nnt"));
        }
    }

    @Test
    void filesAreTheSameTables() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int attempt = 0; attempt < 20; attempt++) {
            String csv = new RandomCsv(random).text(1 + random.nextInt(8000), 0);
            long mostBytes = random.nextInt(200_000);
            String of = "seed " + seed + ", attempt " + attempt;
            assertSame(threads -> inMemory(csv, threads), of);
            assertSame(threads -> moved(csv, mostBytes, threads), of);
            assertSame(threads -> converted(csv, threads), of);
            converted(csv, 1);
            byte[] bytes = Files.readAllBytes(folder.resolve("made.nnt"));
            converted(csv, 3);
            assertThat(folder.resolve("made.nnt")).as(of).hasBinaryContent(bytes);
        }
    }

    @Test
    void theFirstOfSeveralFaultsIsTold() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int attempt = 0; attempt < 60; attempt++) {
            String csv = new RandomCsv(random).text(2000 + random.nextInt(6000), 0.001);
            long mostBytes = random.nextBoolean() ? EVERYTHING : random.nextInt(200_000);
            assertSame(threads -> moved(csv, mostBytes, threads), "seed " + seed + ", attempt " + attempt);
        }
    }

    @Test
    void joinedFilesAreTheSameTable() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int attempt = 0; attempt < 20; attempt++) {
            RandomCsv csv = new RandomCsv(random);
            List<Path> files = new ArrayList<>();
            for (String name : List.of("a.csv", "b.csv", "c.csv")) {
                int rows = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(3000);
                Path file = folder.resolve(name);
                Files.writeString(file, csv.text(rows, attempt % 2 == 0 ? 0 : 0.0005));
                files.add(file);
            }
            SourceRequest request = SourceRequest.of(files);
            assertSame(
                    threads -> {
                        try (RowSource rows = RowSources.of(List.of()).open(request)) {
                            return RowSources.read(rows, TableThreadsTest::type, () -> false, threads);
                        }
                    },
                    "seed " + seed + ", attempt " + attempt);
        }
    }

    @Test
    void valuesAreTheSameTables() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int attempt = 0; attempt < 10; attempt++) {
            List<Map<String, Object>> values = new ArrayList<>();
            int rows = random.nextInt(5000);
            int faulty = attempt % 2 == 0 ? 0 : 3;
            for (int row = 0; row < rows; row++) {
                Map<String, Object> value = new HashMap<>();
                value.put("n", random.nextInt(1000) == 0 ? random.nextGaussian() : random.nextInt(500) / 4.0);
                value.put("t", random.nextBoolean() ? "true" : (Object) true);
                value.put("left", null);
                values.add(value);
            }
            for (int fault = 0; fault < faulty && rows > 0; fault++) {
                values.get(random.nextInt(rows)).put("t", fault == 0 ? "half\ud800" : Arrays.asList(1));
            }
            assertSame(
                    threads -> RowSources.read(
                            RowSource.ofMaps(List.of("n", "t", "left"), values),
                            TableThreadsTest::type,
                            () -> false,
                            threads),
                    "seed " + seed + ", attempt " + attempt);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n,t\n",
                "n,t\n\n,\n , \n",
                "n,t\n,\n1,a\n\n,\n2,b\n,\n",
                "n\n1\n\n \n2\n",
            })
    void blankRowsAreLeftOutAndCounted(String csv) throws IOException {
        assertSame(threads -> inMemory(csv, threads), csv);
        String last = csv.startsWith("n,t") ? "1,x\n" : "1\n";
        Path first = folder.resolve("first.csv");
        Path then = folder.resolve("then.csv");
        Files.writeString(first, csv.lines().findFirst().orElseThrow() + "\n" + last);
        Files.writeString(then, csv);
        assertSame(
                threads -> {
                    try (RowSource rows = RowSources.of(List.of()).open(SourceRequest.of(List.of(first, then)))) {
                        return RowSources.read(rows, TableThreadsTest::type, () -> false, threads);
                    }
                },
                csv);
        List<String> counted = new ArrayList<>();
        for (int threads : new int[] {1, 2, 3}) {
            try (RowSource rows = rows(csv + last)) {
                int read = RowSources.read(rows, TableThreadsTest::type, () -> false, threads)
                        .rows();
                counted.add(read + " and " + rows.blankRows());
            }
        }
        assertThat(counted).containsOnly(counted.get(0));
    }

    @Test
    void aCancellationEndsTheReadingOnSeveralThreads() {
        AtomicBoolean cancelled = new AtomicBoolean();
        RowSource rows = RowSource.ofMaps(
                List.of("n"),
                () -> Stream.<Map<String, ?>>generate(() -> {
                            cancelled.set(true);
                            return Map.of("n", 1);
                        })
                        .iterator());
        assertThatThrownBy(() -> RowSources.read(rows, TableThreadsTest::type, cancelled::get, 3))
                .isInstanceOf(CancellationException.class)
                .hasMessage("the reading of rows was given up");
    }

    @Test
    void fewerThanOneThreadAreRefused() {
        assertThatThrownBy(() -> inMemory("n\n1\n", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("table: threads must be at least 1, got 0");
    }
}
