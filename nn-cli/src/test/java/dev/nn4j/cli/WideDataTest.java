// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data with more columns, or longer cells, than anybody reads in a terminal. */
class WideDataTest {
    private static final int READABLE_LINES = 100;
    private static final int READABLE_COLUMNS = 600;

    @TempDir
    private Path folder;

    private Path data;
    private Path configuration;

    @BeforeEach
    void files() {
        data = folder.resolve("data.csv");
        configuration = folder.resolve("config.json");
    }

    @Test
    void ofManyColumnsSomeAreListed() throws IOException {
        write(3000, row -> "v" + row % 3, row -> "ab".substring(row % 2, row % 2 + 1));
        assertShort(newAndTrain());
    }

    @Test
    void aLongCategoryAndALongLabelAreShortLines() throws IOException {
        String longText = "x".repeat(20_000);
        write(2, row -> row % 3 == 0 ? longText : "v" + row % 3, row -> row % 2 == 0 ? longText + "1" : longText + "2");
        assertShort(newAndTrain());
    }

    private List<CliRun> newAndTrain() {
        CliRun begun = CliRun.of("new", "--data", data, "--target", "y", "--out", configuration);
        CliRun trained =
                CliRun.of("train", "--config", configuration, "--data", data, "--set", "training.epochs=1", "--json");
        return List.of(begun, trained);
    }

    private static void assertShort(List<CliRun> runs) {
        for (CliRun run : runs) {
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.err().lines().count()).isLessThan(READABLE_LINES);
            assertThat(run.err().lines())
                    .allSatisfy(line -> assertThat(line.length()).as(line).isLessThan(READABLE_COLUMNS));
        }
    }

    private void write(int columns, IntFunction<String> cell, IntFunction<String> label) throws IOException {
        String header = IntStream.range(0, columns).mapToObj(c -> "c" + c).collect(Collectors.joining(",")) + ",y\n";
        String rows = IntStream.range(0, 24)
                .mapToObj(row -> IntStream.range(0, columns)
                                .mapToObj(c -> cell.apply(row + c))
                                .collect(Collectors.joining(","))
                        + "," + label.apply(row))
                .collect(Collectors.joining("\n"));
        Files.writeString(data, header + rows + "\n");
    }
}
