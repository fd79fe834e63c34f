// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of slips: who is to blame, and what to do. */
class MessagesTest {
    private static final String CONFIGURATION = """
            { "data": { "target": "y" },
              "network": { "layers": [ { "outputDim": 3, "activation": "relu" },
                                       { "inputDim": 3, "outputDim": 1, "activation": "sigmoid" } ] },
              "loss": "binary-cross-entropy",
              "training": { "epochs": 2 } }
            """;

    @TempDir
    private Path folder;

    private Path data;
    private Path config;

    @BeforeEach
    void trainable() throws IOException {
        data = Files.writeString(
                folder.resolve("d.csv"), "sepal_length,sepal_width,y\n1,2,no\n2,1,yes\n3,3,yes\n4,1,no\n");
        config = Files.writeString(folder.resolve("c.json"), CONFIGURATION);
    }

    private CliRun train(Object... more) {
        Object[] all = new Object[5 + more.length];
        System.arraycopy(new Object[] {"train", "--config", config, "--data", data}, 0, all, 0, 5);
        System.arraycopy(more, 0, all, 5, more.length);
        return CliRun.of(all);
    }

    @Test
    void aRowThatCannotBePredictedIsNamedByItsLineAndTheColumnsPlace() throws IOException {
        Path rows = Files.writeString(
                folder.resolve("r.csv"),
                "a,b,y\n" + "1,0.000001,no\n2,0.000002,yes\n3,0.000003,yes\n4,0.000001,no\n".repeat(5));
        Path model = folder.resolve("m.nn");
        CliRun.of(
                "train", "--config", config, "--data", rows, "--out", model, "--set", "preprocessing.scaling=standard");

        CliRun run = CliRun.withInput("id,b,a\n7,0.000001,1\n8,3e38,1\n", "predict", "--model", model, "--data", "-");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.error())
                .startsWith("error: <stdin>:3:2: 'b' is Infinity as the network reads it")
                .doesNotContain("row 0");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(600)
    void aConfigurationMayComeThroughAPipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        Process make = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assertThat(make.waitFor()).isZero();
        CompletableFuture<Path> writer = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.write(pipe, Files.readAllBytes(config));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });

        CliRun run = CliRun.of("train", "--config", pipe, "--data", data);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(writer.get()).isEqualTo(pipe);
    }

    @Test
    void aFolderWithoutPluginsDoesNotPassAsOne() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        CliRun run = CliRun.of("plugins", "verify", empty);

        assertThat(run.exit()).isEqualTo(6);
        assertThat(run.error())
                .isEqualTo("error: " + empty
                        + ": there is no plugin to check; name a plugin's jar, or a folder of such jars");
        assertThat(run.out()).contains("failed");
    }

    @Test
    void aSettingThatBeginsAsJsonAndIsNoneIsWrongUsage() {
        CliRun run = train("--set", "training.earlyStopping={patience=3}");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.error())
                .contains("training.earlyStopping: a value that begins with { must be JSON, and in {patience=3} line 1,"
                        + " column 2: is no JSON: a key in double quotes must begin here, got p");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1025", "100000", "2147483647"})
    void moreThreadsThanHelpAreRefused(String threads) {
        CliRun run = train("--threads", threads);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.error()).startsWith("error: --threads: must be at most 1024, got " + threads);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "training.epochs=ten|training.epochs: must be a whole number at least 1, got \"ten\"",
                "training.epoch=3|training.epoch: unknown key; did you mean 'epochs'?",
                "trainig.epochs=3|trainig: unknown key; did you mean 'training'?",
                "optimizer=adem|optimizer: unknown optimizer 'adem'; did you mean 'adam'?",
                "training.epochs.most=3|training.epochs: must be an object for most to be set in it",
                "network.layers[7].outputDim=3|network.layers[7]: is beyond the list",
                "data.positive=maybe|data.positive: is 'maybe', not a label",
                "training.classWeights={\"maybe\":2}|training.classWeights: unknown label 'maybe'"
            })
    void whatTheCommandLineSaysIsNotBlamedOnTheFile(String setting, String problem) {
        CliRun run = train("--set", "training.seed=3", "--set", setting, "--set", "training.shuffle=false");

        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.error())
                .startsWith("error: " + config + ": " + problem)
                .endsWith(" (from --set " + setting + ", not from the file)");
    }

    @Test
    void aPluginThatOnlyTheCommandLineAsksForIsNotBlamedOnTheFile() {
        CliRun run = train("--set", "loss=acme:swish");

        assertThat(run.exit()).isEqualTo(6);
        assertThat(run.error()).contains("(from --set loss=acme:swish, not from the file)");
    }

    @Test
    void foldsAndResumedTrainingsNameItToo() {
        Path checkpoint = folder.resolve("run.nn");
        assertThat(train("--checkpoint", checkpoint).exit()).isZero();

        CliRun folds = train("--folds", "2", "--set", "training.epochs=ten");
        CliRun resumed = CliRun.of("train", "--resume", checkpoint, "--data", data, "--set", "training.epochs=ten");

        assertThat(folds.error()).endsWith("(from --set training.epochs=ten, not from the file)");
        assertThat(resumed.exit()).isEqualTo(5);
        assertThat(resumed.error()).endsWith("(from --set training.epochs=ten, not from the file)");
    }

    @Test
    void whatTheFileSaysIsNotBlamedOnTheCommandLine() throws IOException {
        Files.writeString(config, CONFIGURATION.replace("\"epochs\": 2", "\"epochs\": \"ten\""));
        CliRun wrong = train("--set", "training.seed=3", "--target", "y");
        Files.writeString(config, CONFIGURATION.replace("\"epochs\": 2", "\"epochs\": ten"));
        CliRun malformed = train("--set", "training.epochs=3");

        assertThat(wrong.error()).endsWith("c.json: training.epochs: must be a whole number at least 1, got \"ten\"");
        assertThat(malformed.error())
                .contains("c.json: training.epochs: line 5, column ")
                .doesNotContain("--set");
    }

    @Test
    void commentsOfOtherLanguagesAreRefusedInPlainWords() throws IOException {
        Files.writeString(config, "{\n  # the column\n  \"data\": { \"target\": \"y\" } }");

        CliRun run = train();

        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.error())
                .contains(
                        "c.json: line 2, column ",
                        ": is no JSON: a comment begins with // or stands between /* and */; correct this one")
                .doesNotContain("Feature", "parser");
    }

    @Test
    void aColumnThatIsThereForItselfIsNotProposedForAnother() throws IOException {
        Path model = folder.resolve("m.nn");
        assertThat(train("--out", model).exit()).isZero();
        Path narrow = Files.writeString(folder.resolve("n.csv"), "sepal_width,y\n2,no\n1,yes\n");

        for (String command : new String[] {"predict", "evaluate"}) {
            assertThat(CliRun.of(command, "--model", model, "--data", narrow).error())
                    .endsWith("there is no column 'sepal_length'; there is sepal_width, y");
        }
        Path slip = Files.writeString(folder.resolve("s.csv"), "sepal_width,sepal_lenght,y\n2,1,no\n");
        assertThat(CliRun.of("predict", "--model", model, "--data", slip).error())
                .endsWith("there is no column 'sepal_length'; did you mean 'sepal_lenght'?");
    }

    @ParameterizedTest
    @CsvSource({
        "--out, m.onnx, ONNX",
        "--out, Model.JAVA, Java source",
        "--out, m.json, JSON",
        "--out, m.csv, CSV",
        "--out, m.png, a picture",
        "--checkpoint, run.csv, CSV",
        "--history, h.nn, a model",
        "--history, h.csv.gz, packed data",
        "--report, r.pdf, a picture"
    })
    void nothingIsWrittenUnderANameThatPromisesAnotherKind(String option, String name, String kind) {
        Path file = folder.resolve(name);

        CliRun run = train(option, file);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.error()).startsWith("error: " + option + ": '" + file + "' is a name for " + kind);
        assertThat(file).doesNotExist();
    }

    @Test
    void aModelForOtherProgramsIsExported() throws IOException {
        assertThat(train("--out", folder.resolve("m.onnx")).error()).contains("'nn export'", "end it in .nn");
        Path model = folder.resolve("m.nn");
        assertThat(train("--out", model).exit()).isZero();
        assertThat(CliRun.of("export", model, "--out", folder.resolve("m.onnx")).exit())
                .isZero();
        assertThat(CliRun.of("import", folder.resolve("m.onnx"), "--out", folder.resolve("again.csv"))
                        .exit())
                .isEqualTo(2);
        assertThat(CliRun.of("predict", "--model", model, "--data", data, "--out", folder.resolve("p.xlsx"))
                        .error())
                .contains("CSV goes there; end it in .csv");
        assertThat(CliRun.of("new", "--out", folder.resolve("c.csv")).exit()).isEqualTo(2);
    }
}
