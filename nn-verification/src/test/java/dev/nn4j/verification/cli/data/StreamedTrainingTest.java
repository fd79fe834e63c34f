// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Launcher;
import dev.nn4j.verification.cli.Sample;
import dev.nn4j.verification.cli.StoredModel;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code nn train --cache}, and data that are larger than the heap; numbers are those of the list of bad input. */
@Timeout(1800)
class StreamedTrainingTest {
    private static final String CONVERTED = "data.csv is converted to data.table";
    private static final int COLUMNS = 24;
    private static final int MOST_ROWS = 5_000_000;

    @TempDir
    private Path folder;

    private Launcher nn;

    @BeforeEach
    void prepare() throws IOException {
        nn = Launcher.in(folder);
        Sample.MULTICLASS.writeTo(folder);
    }

    private Nn train(String options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("train", "--config", "config.json", "--data", "data.csv"));
        Collections.addAll(words, options.split(" "));
        return nn.run(words.toArray());
    }

    private byte[] model(String name) throws IOException {
        return StoredModel.bytes(folder.resolve(name));
    }

    @Test
    void aCacheIsMadeOnceAndGivesTheSameModel() throws IOException, InterruptedException {
        train("--out memory.nn --set training.validationFraction=0.2");

        Nn first = train("--cache data.table --out first.nn --set training.validationFraction=0.2");
        byte[] made = Files.readAllBytes(folder.resolve("data.table"));
        Nn second = train("--cache data.table --out second.nn --set training.validationFraction=0.2 --verbose");

        assertThat(first.messages()).contains(CONVERTED);
        assertThat(second.messages())
                .contains("data.table holds the rows of data.csv")
                .doesNotContain(CONVERTED);
        assertThat(Files.readAllBytes(folder.resolve("data.table"))).isEqualTo(made);
        assertThat(model("first.nn")).isEqualTo(model("memory.nn"));
        assertThat(model("second.nn")).isEqualTo(model("memory.nn"));
        assertThat(second.out()).startsWith(first.out().substring(0, first.out().indexOf("time ")));
    }

    @Test
    void aCacheOfOtherDataOrColumnsIsMadeAnew() throws IOException, InterruptedException {
        String anew = "data.table was made from other data, or to read other columns; it is converted again";
        train("--cache data.table");
        Files.writeString(folder.resolve("data.csv"), Sample.MULTICLASS.csv().replace("r0,", "r00,"));
        assertThat(train("--cache data.table").messages()).contains(anew);
        assertThat(train("--cache data.table --set data.ignore=[\"id\",\"y\"]").messages())
                .contains(anew);
        train("--out memory.nn");
        assertThat(train("--cache data.table --out cached.nn").messages()).contains(anew);
        assertThat(model("cached.nn")).isEqualTo(model("memory.nn"));
    }

    @Test
    void allThatATrainingGivesComesOutOfACacheToo() throws IOException, InterruptedException {
        Files.copy(folder.resolve("data.csv"), folder.resolve("validation.csv"));
        String options = " --validation validation.csv --set training.earlyStopping={} --set training.epochs=6";
        train("--checkpoint whole.checkpoint --out whole.nn" + options);
        train("--cache data.table --checkpoint run.checkpoint" + options.replace("epochs=6", "epochs=4"));

        Nn resumed = nn.run((Object[])
                ("train --resume run.checkpoint --data data.csv --cache data.table --validation validation.csv --set"
                                + " training.epochs=6 --out resumed.nn --history history.csv --plot plot.svg --report"
                                + " report.html --json")
                        .split(" "));

        assertThat(resumed.exit()).as(resumed.err()).isZero();
        assertThat(model("resumed.nn")).isEqualTo(model("whole.nn"));
        assertThat(Files.readAllLines(folder.resolve("history.csv"))).hasSize(7);
        assertThat(folder.resolve("report.html")).content().contains("validation");
        assertThat(resumed.out()).contains("\"validation\"", "\"rocAuc\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--data - --cache data.table | 2 | --cache needs --data to be a file, but --data is stdin (-); give a file name",
                "--data data.csv --cache - | 2 | --cache: must be a file, got -; give its name",
                "--data data.csv --cache data.table --folds 3 | 2 | --cache: folds are trained in memory; leave it out"
                        + " with --folds",
                "--data data.csv --cache data.csv | 7 | data.csv: is read as --data and cannot be written as --cache;"
                        + " name another file",
                "--data data.csv --cache no/data.table | 7 | no/data.table: there is no folder",
                "--data none.csv --cache data.table | 7 | none.csv: there is no such file or folder",
                "--data data.csv --cache data.table --target kindd | 3 | data.csv:1:1: there is no column 'kindd'; did you"
                        + " mean 'kind'?",
            })
    void whatACacheCannotBeIsRefused(String options, int exit, String problem)
            throws IOException, InterruptedException {
        Nn refused = nn.run((Object[]) ("train --config config.json " + options).split(" "));

        assertThat(refused.exit()).as(refused.err()).isEqualTo(exit);
        assertThat(refused.error()).startsWith("error: " + problem);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("config.json", "data.csv");
    }

    @Test
    void case114_aFileThatIsNoCacheIsLeftAlone() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("data.table"), "mine");
        Nn refused = train("--cache data.table");

        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.error())
                .isEqualTo("error: data.table: is no table that nn4j wrote; name another file, or remove this one if it"
                        + " is not needed");
        assertThat(folder.resolve("data.table")).hasContent("mine");
    }

    @Test
    void case117_aDamagedCacheIsRefused() throws IOException, InterruptedException {
        train("--cache data.table");
        byte[] bytes = Files.readAllBytes(folder.resolve("data.table"));
        bytes[100] ^= 1;
        Files.write(folder.resolve("data.table"), bytes);
        Nn refused = train("--cache data.table");

        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.error())
                .isEqualTo(
                        "error: data.table: is damaged: the checksum of the bytes from 0 on does not match; remove it"
                                + " and convert the data again");
    }

    @Test
    void dataLargerThanTheHeapTrainEvaluateAndLeaveNothingBehind() throws IOException, InterruptedException {
        large(300_000);
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        nn = Launcher.optimising(folder);
        Nn whole = train("--out memory.nn --json");
        assertThat(whole.exit()).as(whole.err()).isZero();

        nn = nn.with("NN_JAVA_OPTS", "-Xmx28m -Djava.io.tmpdir=" + temporary);
        Nn streamed = train("--out streamed.nn --report report.html --json");

        assertThat(streamed.exit()).as(streamed.err()).isZero();
        assertThat(streamed.messages())
                .contains("data.csv does not fit into memory; its rows go to a temporary file in " + temporary
                        + ", from where they are read");
        assertThat(model("streamed.nn")).isEqualTo(model("memory.nn"));
        JsonNode evaluated = nn.json("evaluate", "--model", "streamed.nn", "--data", "data.csv", "--json");
        assertThat(evaluated.get("rows").asInt()).isEqualTo(300_000);
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void ctrlCWhileACacheIsMadeLeavesNothing() throws IOException, InterruptedException {
        int rows = 300_000;
        large(rows);
        Nn ended = interruptedOnceItConverts();
        while (Files.deleteIfExists(folder.resolve("data.table"))) { // all was converted before Ctrl-C came
            rows *= 3;
            assertThat(rows).isLessThan(MOST_ROWS);
            large(rows);
            ended = interruptedOnceItConverts();
        }

        assertThat(ended.exit()).isEqualTo(130);
        assertThat(ended.err()).endsWith("error: interrupted; nothing was written\n");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("config.json", "data.csv");
    }

    private Nn interruptedOnceItConverts() throws IOException, InterruptedException {
        Path err = Files.createTempFile("stderr", ".txt");
        try {
            Process process = nn.builder(Launcher.command(
                            "train", "--config", "config.json", "--data", "data.csv", "--cache", "data.table"))
                    .redirectError(err.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            while (process.isAlive() && !Files.readString(err).contains(CONVERTED)) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertThat(err).content().contains(CONVERTED);
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            int exit = Launcher.exitOf(process);
            return new Nn(exit, "", Files.readString(err));
        } finally {
            Files.delete(err);
        }
    }

    /** Numbers that take four bytes to three or four in the file, and whether the first two agree. */
    private void large(int rows) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        try (BufferedWriter csv = Files.newBufferedWriter(folder.resolve("data.csv"))) {
            for (int c = 0; c < COLUMNS; c++) {
                csv.append("x").append(Integer.toString(c)).append(',');
            }
            csv.append("kind\n");
            for (int row = 0; row < rows; row++) {
                int[] numbers = random.ints(COLUMNS, -5, 6).toArray();
                for (int number : numbers) {
                    csv.append(Integer.toString(number)).append(',');
                }
                csv.append(numbers[0] * numbers[1] > 0 ? "same\n" : "other\n");
            }
        }
        Files.writeString(folder.resolve("config.json"), """
                {
                  "data": { "target": "kind" },
                  "network": { "layers": [ { "outputDim": 4, "activation": "tanh" },
                                           { "outputDim": 1, "activation": "sigmoid" } ] },
                  "loss": "binary-cross-entropy",
                  "optimizer": { "type": "adam", "learningRate": 0.01 },
                  "training": { "epochs": 1, "batchSize": 256, "seed": 1, "validationFraction": 0.1,
                                "classWeights": "balanced" }
                }
                """);
    }
}
