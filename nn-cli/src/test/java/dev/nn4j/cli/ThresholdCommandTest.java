// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nn4j.core.decision.Decision;
import dev.nn4j.io.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thresholds of a model that is trained already. */
class ThresholdCommandTest {
    @TempDir
    private Path folder;

    private Path data;
    private Path model;
    private Path careful;

    @BeforeEach
    void aModelOfRowsThatOverlap() throws IOException {
        List<String> lines = new ArrayList<>(List.of("x,t,w"));
        for (int row = 0; row < 90; row++) {
            int x = row * 37 % 90;
            lines.add(x + "," + (x + row % 7 * 10 > 80 ? "yes" : "no") + "," + (row % 3 + 1));
        }
        data = Files.write(folder.resolve("data.csv"), lines);
        model = folder.resolve("m.nn");
        careful = folder.resolve("careful.nn");
        train("t", "\"w\"", "binary-cross-entropy", "{ \"outputDim\": 1, \"activation\": \"sigmoid\" }");
    }

    private void train(String target, String ignored, String loss, String layer) throws IOException {
        Path config = Files.writeString(folder.resolve("config.json"), """
            { "data": { "target": ["%s"], "ignore": [%s] }, "preprocessing": { "scaling": "standard" },
              "network": { "layers": [ %s ] }, "loss": "%s", "optimizer": { "type": "adam", "learningRate": 0.1 },
              "training": { "epochs": 10 } }
            """.formatted(target, ignored, layer, loss));
        CliRun run = CliRun.of("train", "--config", config, "--data", data, "--out", model, "--threads", 1);
        assertThat(run.exit()).as(run.err()).isZero();
    }

    private CliRun threshold(String goal, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("threshold", model, "--data", data, "--maximize", goal));
        arguments.addAll(List.of(more));
        return CliRun.of(arguments.toArray());
    }

    private static JsonNode json(CliRun run) throws IOException {
        assertThat(run.exit()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void theModelDecidesByItAndSaysWhy() throws IOException {
        CliRun run = threshold("cost:1,20", "--out", careful);
        assertThat(run.exit()).as(run.err()).isZero();
        Decision decision = ModelFile.read(careful).decision();
        assertThat(decision.threshold(0)).isBetween(0.0001f, 0.4f);
        assertThat(run.out())
                .contains("threshold  cost:1,20  precision", "yes  before", "model     " + careful)
                .containsPattern("after +" + decision.threshold(0) + " ");
        assertThat(CliRun.of("inspect", careful).out())
                .containsPattern("decision +above " + decision.threshold(0))
                .containsPattern(
                        "thresholds +cost:1,20 on 90 rows of .*data.csv: .* by 0.5 → .* by " + decision.threshold(0));
        JsonNode inspected = json(CliRun.of("inspect", careful, "--json"));
        assertThat(inspected.at("/thresholds/0").floatValue()).isEqualTo(decision.threshold(0));
        assertThat(CliRun.of("verify", careful).exit()).isZero();
    }

    @Test
    void evaluationsAndPredictionsFollow() throws IOException {
        JsonNode chosen = json(threshold("recall@0.5", "--out", careful, "--json"));
        JsonNode evaluated = json(CliRun.of("evaluate", "--model", careful, "--data", data, "--json"));
        JsonNode before = json(CliRun.of("evaluate", "--model", model, "--data", data, "--json"));
        JsonNode yes = evaluated.at("/classes/1");
        assertThat(yes.get("label").textValue()).isEqualTo("yes");
        assertThat(yes.get("recall")).isEqualTo(chosen.at("/after/thresholds/0/value"));
        assertThat(yes.get("precision")).isEqualTo(chosen.at("/after/thresholds/0/precision"));
        assertThat(evaluated.get("accuracy")).isEqualTo(chosen.at("/after/accuracy"));
        assertThat(before.get("accuracy")).isEqualTo(chosen.at("/before/accuracy"));
        assertThat(evaluated.get("logLoss")).isEqualTo(before.get("logLoss"));

        float threshold = (float) chosen.at("/after/thresholds/0/threshold").doubleValue();
        CliRun predicted = CliRun.of("predict", "--model", careful, "--data", data, "--probabilities");
        assertThat(predicted.out().lines().skip(1)).allSatisfy(line -> {
            String[] cells = line.split(",");
            assertThat(cells[0]).isEqualTo(Float.parseFloat(cells[2]) > threshold ? "yes" : "no");
        });
    }

    @Test
    void itCanBeGivenWithoutRows() throws IOException {
        CliRun run = CliRun.of("threshold", model, "--at", 0.25, "--out", careful);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("yes +before +0.5").containsPattern("after +0.25\n");
        assertThat(ModelFile.read(careful).decision()).isEqualTo(Decision.above(0.25f));
        assertThat(CliRun.of("inspect", careful).out())
                .containsPattern("decision +above 0.25")
                .containsPattern("thresholds +given: above 0.25");
        assertThat(CliRun.of("card", careful).out())
                .contains("It says yes where the probability is above 0.25.", "Thresholds were given");
        JsonNode shown = json(CliRun.of("threshold", model, "--at", 0.25, "--data", data, "--json"));
        JsonNode evaluated = json(CliRun.of("evaluate", "--model", careful, "--data", data, "--json"));
        assertThat(shown.at("/after/accuracy")).isEqualTo(evaluated.get("accuracy"));
        assertThat(shown.has("maximize")).isFalse();
    }

    @Test
    void ofSeveralLabelsItIsForOne() throws IOException {
        data = Files.writeString(folder.resolve("several.csv"), "x,a,b\n1,0,1\n2,1,0\n3,1,1\n4,0,0\n");
        train("a\", \"b", "", "binary-cross-entropy", "{ \"outputDim\": 2, \"activation\": \"sigmoid\" }");
        CliRun run = CliRun.of("threshold", model, "--at", 0.7, "--label", "b", "--out", careful);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(ModelFile.read(careful).decision()).isEqualTo(Decision.above(0.5f, 0.7f));
        Path again = folder.resolve("again.nn");
        assertThat(CliRun.of("threshold", careful, "--at", 0.1, "--label", "a", "--out", again)
                        .exit())
                .isZero();
        assertThat(ModelFile.read(again).decision()).isEqualTo(Decision.above(0.1f, 0.7f));
        assertThat(CliRun.of("threshold", model, "--at", 0.7, "--label", "c").error())
                .startsWith("error: --label: must be a label that is decided for, one of a, b, got 'c'");
    }

    @Test
    void figuresOfAnotherDecisionAreSaidToBeOfBefore() throws IOException {
        CliRun.of("train", "--data", data, "--target", "t", "--preset", "fast", "--out", model, "--threads", 1);
        CliRun.of("threshold", model, "--at", 0.25, "--out", careful);
        assertThat(CliRun.of("card", careful).out())
                .contains("validation rows, before its thresholds were changed, from which it has not learnt");
        assertThat(CliRun.of("card", model).out()).doesNotContain("before its thresholds");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|--maximize GOAL is missing, by which a threshold is chosen; or --at P",
                "--at 1|--at: must be in [0, 1), got 1.0",
                "--at 0.5 --maximize f1|--at gives a threshold and --maximize chooses one",
                "--maximize f1|--data FILE is missing, rows by which --maximize chooses",
                "--at 0.5 --weight w|--weight: weighs rows of --data"
            })
    void misuseIsExplained(String options, String message) {
        List<Object> all = new ArrayList<>(List.of("threshold", model));
        all.addAll(options == null ? List.of() : List.of(options.split(" ")));
        CliRun run = CliRun.of(all.toArray());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.error()).startsWith("error: " + message);
    }

    @Test
    void rowsWeigh() throws IOException {
        JsonNode plain = json(threshold("f1", "--json"));
        JsonNode weighted = json(threshold("f1", "--weight", "w", "--json"));
        assertThat(weighted.at("/after/thresholds/0/value")).isNotEqualTo(plain.at("/after/thresholds/0/value"));
        assertThat(threshold("f1", "--weight", "t").exit()).isEqualTo(2);
        assertThat(threshold("f1", "--weight", "z").exit()).isEqualTo(3);
    }

    @Test
    void whatCannotBeIsRefused() throws IOException {
        CliRun unknown = threshold("f2");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("must be f1, balanced-accuracy", "got 'f2'; did you mean 'f1'?");

        train("x", "\"t\"", "mean-squared-error", "{ \"outputDim\": 1 }");
        CliRun regression = threshold("f1", "--out", careful);
        assertThat(regression.exit()).isEqualTo(4);
        assertThat(regression.err())
                .contains("thresholds are for binary and multi-label models, this one is regression");
        assertThat(careful).doesNotExist();
    }
}
