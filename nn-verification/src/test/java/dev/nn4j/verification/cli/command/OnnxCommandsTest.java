// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Inside;
import dev.nn4j.verification.cli.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn export}, {@code nn import} and what else takes ONNX files. */
class OnnxCommandsTest {
    private static final int METADATA = 14;

    @TempDir
    private static Path folder;

    private final Inside nn = Inside.in(folder);

    @BeforeAll
    static void export() throws IOException, InterruptedException {
        Sample.MULTICLASS.trainIn(folder).succeed("export", "model.nn", "--out", "model.onnx");
        Files.write(
                folder.resolve("nameless.onnx"),
                OnnxMessage.without(METADATA, Files.readAllBytes(folder.resolve("model.onnx"))));
    }

    @Test
    void anExportedModelComesBackAndPredictsTheSame() throws IOException, InterruptedException {
        Nn run = nn.succeed("import", "model.onnx", "--out", "back.nn");

        assertThat(run.out()).isEmpty();
        assertThat(run.messages()).isEmpty();
        assertThat(nn.succeed("predict", "--model", "back.nn", "--data", "data.csv", "--probabilities")
                        .out())
                .isEqualTo(nn.succeed("predict", "--model", "model.nn", "--data", "data.csv", "--probabilities")
                        .out());
    }

    @Test
    void inspectTellsWhatIsInAnOnnxFile() throws IOException, InterruptedException {
        assertThat(nn.succeed("inspect", "model.onnx").out())
                .contains("ONNX, IR version 8", "ai.onnx 17", "nn4j", "Gemm 2", "Softmax 1", "[N, 2]", "multi-class")
                .doesNotContain("l0/weight");

        JsonNode json = nn.json("inspect", "model.onnx", "--weights", "--json");
        assertThat(json.at("/kind").asText()).isEqualTo("onnx");
        assertThat(json.at("/operators/Gemm").asInt()).isEqualTo(2);
        assertThat(json.at("/outputs/0/name").asText()).isEqualTo("probabilities");
        assertThat(json.at("/metadata/sha256").asText())
                .isEqualTo(
                        nn.json("inspect", "model.nn", "--json").at("/sha256").asText());
        assertThat(json.at("/tensors")).isNotEmpty();
    }

    @Test
    void theOperatorSetCanBeChosen() throws IOException, InterruptedException {
        nn.succeed("export", "model.nn", "--out", "old.onnx", "--opset", "13");
        assertThat(nn.json("inspect", "old.onnx", "--json").at("/irVersion").asInt())
                .isEqualTo(7);

        Nn refused = nn.run("export", "model.nn", "--out", "never.onnx", "--opset", "12");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.error()).isEqualTo("error: --opset: must be in [13, 22], got 12");
        assertThat(folder.resolve("never.onnx")).doesNotExist();
    }

    @Test
    void theEndingSaysWhatIsWritten() throws IOException, InterruptedException {
        Nn refused = nn.run("export", "model.nn", "--out", "model.pmml");

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.error()).startsWith("error: --out: 'model.pmml' must end in .");
    }

    @Test
    void anImportedNetworkWithoutNamesTakesThemFromTheDataItIsTrainedOn() throws IOException, InterruptedException {
        nn.succeed("import", "nameless.onnx", "--out", "nameless.nn");
        JsonNode before = nn.json("inspect", "nameless.nn", "--json");
        assertThat(before.at("/features/1").asText()).isEqualTo("x1");
        assertThat(before.at("/labels/2").asText()).isEqualTo("y2");

        Files.writeString(folder.resolve("on.json"), """
                { "data": { "target": "kind", "ignore": ["id"] }, "training": { "epochs": 3, "seed": 1 } }
                """);
        nn.succeed(
                "train", "--config", "on.json", "--data", "data.csv", "--init", "nameless.nn", "--out", "trained.nn");

        JsonNode after = nn.json("inspect", "trained.nn", "--json");
        assertThat(after.at("/features/1").asText()).isEqualTo("y");
        assertThat(after.at("/labels/0").asText()).isEqualTo("high");
        assertThat(after.at("/targets/0").asText()).isEqualTo("kind");
        assertThat(after.at("/scaling").asText()).isEqualTo("standard");
        assertThat(nn.json("evaluate", "--model", "trained.nn", "--data", "data.csv", "--json")
                        .at("/accuracy")
                        .asDouble())
                .isGreaterThan(0.9);
    }

    @Test
    void anImportedModelTrainsOnToTheBitsOfTheModelThatWasExported() throws IOException, InterruptedException {
        nn.succeed("import", "model.onnx", "--out", "again.nn");
        Files.writeString(folder.resolve("further.json"), """
                { "data": { "target": "kind", "ignore": ["id"] }, "preprocessing": { "scaling": "standard" },
                  "training": { "epochs": 2, "seed": 1 } }
                """);
        for (String from : List.of("model", "again")) {
            nn.succeed(
                    "train",
                    "--config",
                    "further.json",
                    "--data",
                    "data.csv",
                    "--init",
                    from + ".nn",
                    "--out",
                    from + "-further.nn");
        }

        assertThat(nn.json("inspect", "again-further.nn", "--weights", "--json").at("/tensors"))
                .isNotEmpty()
                .isEqualTo(nn.json("inspect", "model-further.nn", "--weights", "--json")
                        .at("/tensors"))
                .isNotEqualTo(
                        nn.json("inspect", "model.nn", "--weights", "--json").at("/tensors"));
    }

    @Test
    void anOnnxFileIsNoModelToStartFromUntilItIsImported() throws IOException, InterruptedException {
        Nn run = nn.run("train", "--config", "config.json", "--data", "data.csv", "--init", "model.onnx");

        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.error())
                .isEqualTo("error: model.onnx: is not an nn4j model; it looks like an ONNX model; convert it with nn"
                        + " import");
    }

    @Test
    void dataThatDoesNotFitAnImportedNetworkIsExplained() throws IOException, InterruptedException {
        nn.succeed("import", "nameless.onnx", "--out", "narrow.nn");
        Files.writeString(folder.resolve("wide.json"), """
                { "data": { "target": "kind", "ignore": ["id", "x"] } }
                """);
        Nn run = nn.run("train", "--config", "wide.json", "--data", "data.csv", "--init", "narrow.nn");

        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.error())
                .isEqualTo("error: wide.json: data: the model to start from has 2 inputs, the data gives 1 inputs;"
                        + " ignore columns or start from another model");
    }

    @Test
    void case048_externalDataIsNotReadAndNothingIsWritten() throws IOException, InterruptedException {
        OnnxMessage location = new OnnxMessage().text(1, "location").text(2, "../etc/passwd");
        OnnxMessage tensor = new OnnxMessage()
                .number(2, 1)
                .text(8, "w")
                .message(13, location)
                .number(14, 1);
        Files.write(
                folder.resolve("external.onnx"),
                new OnnxMessage()
                        .number(1, 8)
                        .message(7, new OnnxMessage().message(5, tensor))
                        .toByteArray());

        requireRefused("external.onnx", "tensor 'w' lies outside the file (external data), which is never read");
    }

    @Test
    void case049_aLoopIsRefusedByName() throws IOException, InterruptedException {
        OnnxMessage node =
                new OnnxMessage().text(1, "x").text(2, "y").text(3, "twice").text(4, "Loop");
        OnnxMessage floats = new OnnxMessage().message(1, new OnnxMessage().number(1, 1));
        OnnxMessage graph = new OnnxMessage()
                .message(1, node)
                .message(11, new OnnxMessage().text(1, "x").message(2, floats))
                .message(12, new OnnxMessage().text(1, "y").message(2, floats));
        Files.write(
                folder.resolve("loop.onnx"),
                new OnnxMessage().number(1, 8).message(7, graph).toByteArray());

        requireRefused("loop.onnx", "node 'twice' (operator 'Loop')");
    }

    private void requireRefused(String file, String words) throws IOException, InterruptedException {
        Nn run = nn.run("import", file, "--out", "refused.nn");
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.error()).startsWith("error: " + file + ": ").contains(words);
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("refused.nn")).doesNotExist();
    }
}
