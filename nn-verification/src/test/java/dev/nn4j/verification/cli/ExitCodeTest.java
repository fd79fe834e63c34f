// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Nn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What exit codes mean, and that an error is one line on stderr. {@code InterruptionTest} has 130. */
class ExitCodeTest {
    @TempDir
    private static Path folder;

    /** A process, once for each code. */
    private final Launcher nn = Launcher.in(folder);

    /** For more ways to the same code, which need none. */
    private final Inside inside = Inside.in(folder);

    @BeforeAll
    static void train() throws IOException, InterruptedException {
        Sample.MULTICLASS.trainIn(folder);
        Files.writeString(folder.resolve("text.csv"), "x,y,kind,id\n1,?,low,a\n");
    }

    @Test
    void zeroDone() throws IOException, InterruptedException {
        Nn run = nn.run("verify", "model.nn");

        assertThat(run.exit()).isZero();
        assertThat(run.error()).isEmpty();
    }

    /** Running out of memory is the one failure of nn's own that a test can bring about. */
    @Test
    void oneABugOrTheLackOfMemory() throws IOException, InterruptedException {
        Nn run = nn.with("NN_JAVA_OPTS", "-Xmx24m")
                .run(
                        "train",
                        "--config",
                        "config.json",
                        "--data",
                        "data.csv",
                        "--set",
                        "network.layers[0].outputDim=1000000");

        assertError(run, 1, "error: out of memory");
        assertThat(run.messages()).hasSize(2).last().asString().startsWith("hint: NN_JAVA_OPTS=-Xmx");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|a command is missing",
                "trian|unknown command 'trian'; did you mean 'train'?",
                "train --confg x|unknown option '--confg'; did you mean '--config'?",
                "train --data x|missing required option: '--config=FILE'",
                "evaluate --model x|missing required option: '--data=FILE'",
                "predict --data x|missing required option: '--model=FILE'",
                "inspect|missing required parameter: 'MODEL'",
                "verify a b|unexpected argument 'b'",
                "predict --model|missing required parameter for option '--model'",
                "train --config config.json --data data.csv --set training.epochs|invalid value for option '--set'",
                "train --config config.json --data data.csv --plot p.gif|--plot: 'p.gif' must end in .png or .svg"
            })
    void twoWrongUsageWithAHintWhereHelpIsFound(String line, String message) throws IOException, InterruptedException {
        Nn run = inside.run((Object[]) (line.isEmpty() ? new String[0] : line.split(" ")));

        assertError(run, 2, "error: " + message);
    }

    @Test
    void twoBringsAHintToTheCommandsHelp() throws IOException, InterruptedException {
        Nn run = nn.run("train", "--confg");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.messages()).last().isEqualTo("hint: 'nn train --help' tells how to use it");
    }

    @Test
    void threeBadDataWithFileLineAndColumn() throws IOException, InterruptedException {
        assertError(
                nn.run("train", "--config", "config.json", "--data", "text.csv"),
                3,
                "error: text.csv:2:2: column 'y' has a missing value here; fill it in or leave the row or column out");
    }

    @ParameterizedTest
    @CsvSource({"data.target, kind", "data.ignore, id", "data.weight, weight"})
    void threeAColumnThatTheHeaderLacks(String key, String column) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("bare.csv"), "x,y\n1,2\n");

        assertError(
                inside.run("train", "--config", "config.json", "--data", "bare.csv", "--set", key + "=" + column),
                3,
                "error: bare.csv:1:1: there is no column '");
    }

    @Test
    void fourABadModel() throws IOException, InterruptedException {
        for (String command : new String[] {"evaluate", "predict"}) {
            assertError(
                    inside.run(command, "--model", "config.json", "--data", "data.csv"),
                    4,
                    "error: config.json: is not an nn4j model");
        }
        assertError(nn.run("inspect", "config.json"), 4, "error: config.json: is not an nn4j model");
    }

    @Test
    void fiveABadConfigurationWithFileAndPath() throws IOException, InterruptedException {
        assertError(
                nn.run("train", "--config", "config.json", "--data", "data.csv", "--set", "training.epoch=3"),
                5,
                "error: config.json: training.epoch: unknown key; did you mean 'epochs'?");
    }

    @Test
    void fiveAnUnknownBareNameInOne() throws IOException, InterruptedException {
        assertError(
                nn.run("train", "--config", "config.json", "--data", "data.csv", "--set", "optimizer.type=adem"),
                5,
                "error: config.json: optimizer: unknown optimizer 'adem'; did you mean 'adam'?");
    }

    @Test
    void sixAPrefixedNameThatNobodyProvides() throws IOException, InterruptedException {
        assertError(
                nn.run("train", "--config", "config.json", "--data", "data.csv", "--set", "loss=acme:swish"),
                6,
                "error: config.json: loss: unknown loss 'acme:swish'; ");
    }

    @Test
    void sixAModelThatNeedsAPluginWhichIsNotThereAndInspectWorksAllTheSame() throws IOException, InterruptedException {
        ForeignModel.write(folder.resolve("foreign.nn"));

        assertError(nn.run("predict", "--model", "foreign.nn", "--data", "data.csv"), 6, "error: foreign.nn: needs ");
        assertError(inside.run("verify", "foreign.nn"), 6, "error: foreign.nn: needs ");
        assertThat(inside.succeed("inspect", "foreign.nn").out()).contains("acme:cube");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "predict --model none.nn --data data.csv|none.nn: there is no such file",
                "predict --model model.nn --data none.csv|none.csv: there is no such file",
                "evaluate --model model.nn --data none.csv|none.csv: there is no such file",
                "train --config none.json --data data.csv|none.json: there is no such file",
                "train --config config.json --data none.csv|none.csv: there is no such file",
                "train --config config.json --data .|.: is a folder",
                "inspect none.nn|none.nn: there is no such file",
                "inspect .|.: is a folder",
                "train --config config.json --data data.csv --out none/m.nn|none/m.nn: there is no folder"
            })
    void sevenAFileThatCannotBeReadOrWritten(String line, String message) throws IOException, InterruptedException {
        assertError(inside.run((Object[]) line.split(" ")), 7, "error: " + message);
    }

    @Test
    void sevenOfAProcess() throws IOException, InterruptedException {
        assertError(nn.run("verify", "none.nn"), 7, "error: none.nn: there is no such file");
    }

    @Test
    void eightATrainingThatDivergedSaysWhereAndWhatToTry() throws IOException, InterruptedException {
        Nn run = nn.run(
                "train",
                "--quiet",
                "--config",
                "config.json",
                "--data",
                "data.csv",
                "--set",
                "optimizer=gradient-descent",
                "--set",
                "optimizer.learningRate=1e38");

        assertError(run, 8, "error: training diverged in epoch ");
        assertThat(run.error()).contains("batch ", "layer ", "not finite", "; try ");
    }

    private static void assertError(Nn run, int code, String start) {
        assertThat(run.exit()).as(run.err()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
        assertThat(run.error()).startsWith(start);
        assertThat(run.messages())
                .as("one error line, the last but for a hint")
                .filteredOn(line -> line.startsWith("error: "))
                .containsExactly(run.error());
        assertThat(run.messages().stream().filter(line -> !line.startsWith("hint: ")))
                .last()
                .isEqualTo(run.error());
    }
}
