// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Inside;
import dev.nn4j.verification.cli.Launcher;
import dev.nn4j.verification.cli.Sample;
import dev.nn4j.verification.cli.StoredModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn train --checkpoint} and {@code --resume}; numbers are those of the list of bad input. */
@Timeout(1800)
class CheckpointCommandTest {
    @TempDir
    private Path folder;

    private Inside nn;

    /** Four of ten epochs. */
    @BeforeEach
    void trainFourEpochs() throws IOException, InterruptedException {
        nn = Inside.in(folder);
        Sample.MULTICLASS.writeTo(folder);
        Files.copy(folder.resolve("data.csv"), folder.resolve("validation.csv"));
        nn.succeed(train("--config config.json --checkpoint run.checkpoint --set training.epochs=4"));
    }

    private static Object[] train(String options) {
        List<String> words = new ArrayList<>(List.of("train", "--data", "data.csv", "--quiet"));
        words.addAll(List.of(options.split(" ")));
        return words.toArray();
    }

    @Test
    void fourEpochsAndSixMoreGiveTheBytesOfTenOnOtherThreadsAndKernelsToo() throws IOException, InterruptedException {
        Launcher launcher = Launcher.in(folder); // whose kernels are those of an install
        launcher.succeed(train("--config config.json --set training.epochs=10 --out whole.nn --history whole.csv"
                + " --threads 1 --kernels scalar"));

        launcher.succeed(train("--resume run.checkpoint --set training.epochs=10 --out resumed.nn --history resumed.csv"
                + " --threads 3 --kernels vector"));

        assertThat(StoredModel.bytes(folder.resolve("resumed.nn")))
                .isEqualTo(StoredModel.bytes(folder.resolve("whole.nn")));
        assertThat(untimed("resumed.csv")).isEqualTo(untimed("whole.csv"));
        assertThat(Files.readAllLines(folder.resolve("resumed.csv")).get(4)).endsWith(",");
    }

    @Test
    void aConfigurationMayBeRepeatedButForItsEpochs() throws IOException, InterruptedException {
        nn.succeed(train("--resume run.checkpoint --config config.json --checkpoint run.checkpoint"
                + " --set training.epochs=6"));

        assertThat(nn.json("inspect", "run.checkpoint", "--json")
                        .at("/trainingState/epochs")
                        .asInt())
                .isEqualTo(6);
        refuses(
                5,
                "--resume run.checkpoint --config config.json --set optimizer.learningRate=0.1",
                "" + "config.json: optimizer.learningRate: must be that of the checkpoint, 0.05, got 0.1"
                        + " (from --set optimizer.learningRate=0.1, not from the file)");
        refuses(
                5,
                "--resume run.checkpoint --config config.json --set training.epochs=5",
                ""
                        + "config.json: training.epochs: must be at least 6, the epochs that the checkpoint has done, got 5"
                        + " (from --set training.epochs=5, not from the file)");
        refuses(
                5,
                "--resume run.checkpoint --set training.epochs=2",
                ""
                        + "run.checkpoint: training.epochs: must be at least 6, the epochs that the checkpoint has done, got 2"
                        + " (from --set training.epochs=2, not from the file)");
    }

    @Test
    void aTrainingThatStartedFromAModelIsGoneOnWithUnderItsConfiguration() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("from-model.json"),
                "{\"data\": {\"ignore\": [\"id\"]}, \"training\": {\"epochs\": 8, \"seed\": 5}}");
        nn.succeed(train("--config config.json --set training.epochs=1 --out first.nn"));
        nn.succeed(train("--config from-model.json --init first.nn --out whole.nn"));
        nn.succeed(train(
                "--config from-model.json --init first.nn --checkpoint run.checkpoint" + " --set training.epochs=3"));

        nn.succeed(train("--resume run.checkpoint --config from-model.json --out resumed.nn"));

        assertThat(StoredModel.bytes(folder.resolve("resumed.nn")))
                .isEqualTo(StoredModel.bytes(folder.resolve("whole.nn")));
    }

    @Test
    void aCheckpointIsInspectedVerifiedAndPredictsAsAModel() throws IOException, InterruptedException {
        nn.succeed(train("--config config.json --set training.epochs=4 --out model.nn"));
        JsonNode inspected = nn.json("inspect", "run.checkpoint", "--weights", "--json");

        assertThat(inspected.get("kind").asText()).isEqualTo("checkpoint");
        assertThat(inspected.at("/trainingState/epochs").asInt()).isEqualTo(4);
        assertThat(inspected.at("/trainingState/optimizer/name").asText()).isEqualTo("adam");
        assertThat(inspected.get("tensors").findValuesAsText("name")).contains("opt/m", "opt/beta1_power", "history");
        assertThat(nn.succeed("inspect", "run.checkpoint").out())
                .contains("nn checkpoint, version 1")
                .containsPattern("epochs done +4 of 4")
                .containsPattern("optimizer +adam \\(beta1 0.9");
        assertThat(nn.succeed("verify", "run.checkpoint").out()).contains("passed");
        assertThat(nn.succeed("predict", "--model", "run.checkpoint", "--data", "data.csv", "--probabilities")
                        .out())
                .isEqualTo(nn.succeed("predict", "--model", "model.nn", "--data", "data.csv", "--probabilities")
                        .out());
        assertThat(nn.json("inspect", "model.nn", "--json").has("trainingState"))
                .isFalse();
    }

    @Test
    void case045_aModelIsNoCheckpoint() throws IOException, InterruptedException {
        nn.succeed(train("--config config.json --set training.epochs=1 --out model.nn"));

        refuses(
                4,
                "--resume model.nn",
                "model.nn: is a model without the state of its training, no checkpoint; give a"
                        + " file that CheckpointFile wrote (--checkpoint), or start from its weights (--init)");
    }

    @Test
    void case046_case111_changedDataAreRefusedUnlessTheyAreAllowed() throws IOException, InterruptedException {
        nn.succeed(train("--config config.json --validation validation.csv --checkpoint both.checkpoint"
                + " --set training.epochs=2"));
        Files.writeString(folder.resolve("validation.csv"), "id,x,y,kind\nr0,-4.5,-2.5,low\n");
        refuses(
                3,
                "--resume both.checkpoint --validation validation.csv",
                "validation.csv:1:1: the validation data"
                        + " differ from those of the checkpoint; give the same data, or allow changed ones"
                        + " (withChangedData in Java, --allow-changed-data)");
        Files.writeString(folder.resolve("data.csv"), Sample.MULTICLASS.csv() + "r60,0,0,middle\n");

        refuses(
                3,
                "--resume run.checkpoint",
                "data.csv:1:1: the training data differ from those of the checkpoint;"
                        + " give the same data, or allow changed ones"
                        + " (withChangedData in Java, --allow-changed-data)");
        nn.succeed(train("--resume run.checkpoint --allow-changed-data --set training.epochs=5"));
    }

    @Test
    void case046_whatIsIgnoredMayChange() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("data.csv"), Sample.MULTICLASS.csv().replace("\nr", "\nq"));

        nn.succeed(train("--resume run.checkpoint --set training.epochs=5"));
    }

    @Test
    void case112_anInterruptedTrainingSavesItsLastCompleteEpoch() throws IOException, InterruptedException {
        Path err = Files.createFile(folder.resolve("err.txt"));
        String options = "train --data data.csv --config config.json --checkpoint ctrl-c.checkpoint"
                + " --checkpoint-every 1000000 --set training.epochs=100000000 --out model.nn --history history.csv";
        Process process = Launcher.in(folder)
                .builder(Launcher.command((Object[]) options.split(" ")))
                .redirectError(err.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (!Files.readString(err).contains("epoch 1/")) {
            assertThat(process.isAlive()).as(Files.readString(err)).isTrue();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

        int exit = Launcher.exitOf(process);
        String error = new Nn(exit, "", Files.readString(err)).error();

        assertThat(exit).isEqualTo(130);
        assertThat(error)
                .matches("error: interrupted after [1-9]\\d* complete epochs; --resume ctrl-c.checkpoint continues from"
                        + " there");
        int epochs = nn.json("inspect", "ctrl-c.checkpoint", "--json")
                .at("/trainingState/epochs")
                .asInt();
        assertThat(error).contains("after " + epochs + " complete");
        assertThat(folder).isDirectoryNotContaining("glob:**{model.nn,history.csv,.tmp}");
        nn.succeed(train("--resume ctrl-c.checkpoint --out resumed.nn --set training.epochs=" + (epochs + 3)));
        Sample.train(folder, "whole.nn", "training.epochs=" + (epochs + 3));
        assertThat(StoredModel.bytes(folder.resolve("resumed.nn")))
                .isEqualTo(StoredModel.bytes(folder.resolve("whole.nn")));
    }

    @Test
    void optionsThatContradictEachOtherAreWrongUsage() throws IOException, InterruptedException {
        refuses(
                2,
                "--config config.json --checkpoint-every 2",
                "--checkpoint-every needs --checkpoint, which names the" + " file");
        refuses(
                2,
                "--config config.json --checkpoint c --checkpoint-every 0",
                "--checkpoint-every: must be at least 1," + " got 0");
        refuses(
                2,
                "--config config.json --allow-changed-data",
                "--allow-changed-data is for --resume; leave it out or" + " name the checkpoint");
        refuses(
                2,
                "--resume run.checkpoint --init run.checkpoint",
                "--init starts a new training and --resume continues one; give one of the two");
        refuses(
                2,
                "--resume run.checkpoint --set training.seed=3",
                "a resumed training keeps its settings: without"
                        + " --config, --set can change training.epochs only, and --target nothing");
        refuses(
                7,
                "--resume run.checkpoint --out run.checkpoint",
                "run.checkpoint: is read as --resume and cannot be" + " written as --out; name another file");
    }

    @Test
    void aCheckpointThatCannotBeWrittenIsNoticedBeforeTraining() throws IOException, InterruptedException {
        Nn run = Launcher.in(folder).run(train("--config config.json --checkpoint missing/run.checkpoint"));

        assertThat(run.error())
                .isEqualTo("error: missing/run.checkpoint: there is no folder "
                        + folder.toRealPath().resolve("missing") + "; create it first");
        assertThat(run.exit()).isEqualTo(7);
    }

    private void refuses(int exit, String options, String problem) throws IOException, InterruptedException {
        Nn run = nn.run(train(options));

        assertThat(run.error()).isEqualTo("error: " + problem);
        assertThat(run.exit()).isEqualTo(exit);
    }

    private List<String> untimed(String history) throws IOException {
        return Files.readAllLines(folder.resolve(history)).stream()
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .toList();
    }
}
