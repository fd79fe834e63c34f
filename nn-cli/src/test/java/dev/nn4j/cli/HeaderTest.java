// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data whose first line is a row. */
class HeaderTest {
    private static final String LOOKS =
            "line 1 looks like data ('0.5', '-3', '7.5'), not like names; put the names above"
                    + " it, or say --header none, which names the columns c1, c2, …";

    @TempDir
    private Path folder;

    private Path data;
    private Path config;
    private Path model;

    @BeforeEach
    void rowsAlone() throws IOException {
        data = Files.writeString(
                folder.resolve("rows.csv"),
                IntStream.range(0, 120)
                        .mapToObj(r ->
                                (r % 17) + ".5," + (r % 5 - 3) + "," + (r % 11) + 7.5 + "," + (r % 2 == 0 ? "左" : "右"))
                        .collect(Collectors.joining("\n", "0.5,-3,7.5,左\n", "\n")));
        config = folder.resolve("c.json");
        model = folder.resolve("m.nn");
    }

    @Test
    void aTargetThatIsNotThereIsAnsweredWithWhatLine1LooksLike() {
        CliRun run = CliRun.of("new", "--data", data, "--target", "side");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.error()).isEqualTo("error: " + data + ":1:1: there is no column 'side', and " + LOOKS);
    }

    @Test
    void aTargetThatIsACellIsNotTakenWithoutAWord() {
        CliRun run = CliRun.of("new", "--data", data, "--target", "7.5", "--out", config);

        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .startsWith("warning: " + data + ":1: is taken for the names of the columns, though it looks like a row"
                        + " ('0.5', '-3', '7.5'); if it is one, --header none reads it");
    }

    @Test
    void withoutAHeaderAllCommandsReadEveryRow() throws IOException {
        assertThat(CliRun.of("new", "--data", data, "--header", "none", "--target", "c4", "--out", config)
                        .exit())
                .isZero();
        CliRun train =
                CliRun.of("train", "--data", data, "--header", "none", "--config", config, "--out", model, "--json");
        assertThat(train.exit()).as(train.err()).isZero();
        CliRun predict = CliRun.of("predict", "--data", data, "--header", "none", "--model", model, "--keep", "c1");
        assertThat(predict.out().lines()).hasSize(122).startsWith("c1,prediction");
        CliRun evaluate = CliRun.of("evaluate", "--data", data, "--header", "none", "--model", model, "--json");
        assertThat(evaluate.out()).contains("\"rows\": 121");
        CliRun folds = CliRun.of("train", "--data", data, "--header", "none", "--config", config, "--folds", "2");
        assertThat(folds.exit()).as(folds.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "train --folds 2", "evaluate", "predict"})
    void whoForgetsToSaySoIsReminded(String command) {
        CliRun.of("new", "--data", data, "--header", "none", "--target", "c4", "--out", config);
        CliRun.of("train", "--data", data, "--header", "none", "--config", config, "--out", model);
        String[] words = command.split(" ");
        Object[] arguments = IntStream.range(0, words.length + 4)
                .<Object>mapToObj(i -> i < words.length
                        ? words[i]
                        : words[0].equals("train")
                                ? new Object[] {"--data", data, "--config", config}[i - words.length]
                                : new Object[] {"--data", data, "--model", model}[i - words.length])
                .toArray();

        CliRun run = CliRun.of(arguments);

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.error()).contains(LOOKS);
    }

    @Test
    void numbersThatAreNamesAreLeftInPeace() throws IOException {
        String rows = IntStream.range(0, 40)
                .mapToObj(r -> r % 7 + "," + r % 5 + "," + r % 3 + "," + "ab".charAt(r % 2))
                .collect(Collectors.joining("\n"));
        Path years = Files.writeString(folder.resolve("years.csv"), "2019,2020,2021,kind\n" + rows);
        Path one = Files.writeString(folder.resolve("one.csv"), "name,place,2021,kind\n" + rows);
        for (Path file : new Path[] {years, one}) {
            CliRun run = CliRun.of("new", "--data", file, "--target", "kind", "--out", config);
            assertThat(run.err()).doesNotContain("looks like a row");
            assertThat(CliRun.of("new", "--data", file, "--target", "kinds").error())
                    .endsWith("there is no column 'kinds'; did you mean 'kind'?");
        }
    }

    @Test
    void withoutAHeaderAMissingColumnIsAnsweredWithTheirNumbers() {
        assertThat(CliRun.of("new", "--data", data, "--header", "none", "--target", "c5")
                        .error())
                .endsWith("there is no column 'c5'; without a header the columns are c1 to c4");
        assertThat(CliRun.of("new", "--data", data, "--header", "no", "--target", "c4")
                        .error())
                .contains("must be first or none, got 'no'");
    }
}
