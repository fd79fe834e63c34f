// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Intervals and sets, from a training or for a model that is there. */
class UncertaintyTest {
    @TempDir
    private Path folder;

    private Path rows(String... targets) throws IOException {
        List<String> lines = new ArrayList<>(List.of("x," + String.join(",", targets)));
        for (int row = 0; row < 120; row++) {
            int x = row * 7 % 120;
            StringBuilder line = new StringBuilder(Integer.toString(x));
            for (String target : targets) {
                int noise = row * 31 % 17 - 8;
                line.append(',').append(target.equals("label") ? label(x + noise) : Integer.toString(2 * x + noise));
            }
            lines.add(line.toString());
        }
        return Files.write(folder.resolve("data.csv"), lines);
    }

    private static String label(int x) {
        return x < 40 ? "l\\ow" : x < 80 ? "mid|dle" : "high";
    }

    private Path trained(Path data, String target, String loss, int outputs, String activation, String options)
            throws IOException {
        Path model = folder.resolve("m.nn");
        Path config = Files.writeString(folder.resolve("config.json"), """
            { "data": { "target": %s }, "preprocessing": { "scaling": "standard" %s },
              "network": { "layers": [ { "outputDim": %d, "activation": "%s" } ] },
              "loss": "%s", "optimizer": { "type": "adam", "learningRate": 0.1 },
              "training": { "epochs": 40, "validationFraction": 0.4 %s } }
            """.formatted(
                        target,
                        activation.equals("identity") ? ", \"targetScaling\": \"standard\"" : "",
                        outputs,
                        activation,
                        loss,
                        options));
        succeed("train", "--config", config, "--data", data, "--out", model, "--threads", 1);
        return model;
    }

    private static CliRun succeed(Object... arguments) {
        CliRun run = CliRun.of(arguments);
        assertThat(run.exit()).as(run.err()).isZero();
        return run;
    }

    @Test
    void aTrainingThatScoresItsValidationRowsGivesIntervals() throws IOException {
        Path data = rows("y");
        Path model = trained(data, "\"y\"", "mse", 1, "identity", ", \"conformal\": \"auto\"");
        List<String> lines = succeed("predict", "--model", model, "--data", data, "--keep", "y", "--interval", "0.9")
                .out()
                .lines()
                .toList();
        assertThat(lines.get(0)).isEqualTo("y,prediction,prediction_low,prediction_high");
        int held = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            double y = Double.parseDouble(cells[0]);
            double low = Double.parseDouble(cells[2]);
            double high = Double.parseDouble(cells[3]);
            assertThat(Double.parseDouble(cells[1])).isBetween(low, high);
            held += y >= low && y <= high ? 1 : 0;
        }
        assertThat(held).isBetween(100, 118);
        assertThat(succeed("inspect", model).out()).containsPattern("conformal +absolute, 48 rows: at 0.9 ±");
    }

    @Test
    void severalTargetsHaveAnIntervalEach() throws IOException {
        Path data = rows("y", "z");
        Path model = trained(data, "[\"y\", \"z\"]", "mse", 2, "identity", ", \"conformal\": \"absolute\"");
        assertThat(succeed("predict", "--model", model, "--data", data, "--interval", "0.5")
                        .out())
                .startsWith(
                        "prediction_y,prediction_z,prediction_low_y,prediction_high_y,prediction_low_z,prediction_high_z\n");
    }

    @Test
    void quantilesHaveColumnsAndIntervalsThatGoByThem() throws IOException {
        Path data = rows("y");
        Path model = trained(data, "\"y\"", "quantiles", 3, "identity", ", \"conformal\": \"auto\"");
        assertThat(succeed("predict", "--model", model, "--data", data, "--interval", "0.9")
                        .out())
                .startsWith(
                        "prediction,prediction_q0.05,prediction_q0.5,prediction_q0.95,prediction_low,prediction_high\n");
        assertThat(succeed("inspect", model).out())
                .containsPattern("says of each +q0.05, q0.5, q0.95; the answer is q0.5")
                .containsPattern("conformal +quantiles, 48 rows");
        assertThat(succeed("evaluate", "--model", model, "--data", data).out())
                .containsPattern("level +below +pinball\n +0.05 ");
        JsonNode json = new ObjectMapper()
                .readTree(succeed("evaluate", "--model", model, "--data", data, "--json")
                        .out());
        assertThat(json.get("quantiles")).hasSize(3);
        assertThat(json.get("quantiles").get(2).get("below").asDouble()).isBetween(0.85, 1.0);
    }

    @Test
    void severalTargetsHaveADeviationEach() throws IOException {
        Path data = rows("y", "z");
        Path model = trained(data, "[\"y\", \"z\"]", "gaussian", 4, "identity", ", \"conformal\": \"deviation\"");
        assertThat(succeed("predict", "--model", model, "--data", data).out())
                .startsWith("prediction_y,prediction_z,prediction_deviation_y,prediction_deviation_z\n");
    }

    @Test
    void setsNameLabelsOfWhichOneIsTrue() throws IOException {
        Path data = rows("label");
        Path model = trained(data, "\"label\"", "categorical-cross-entropy", 3, "softmax", ", \"conformal\": \"aps\"");
        List<String> lines = succeed("predict", "--model", model, "--data", data, "--set", "0.95")
                .out()
                .lines()
                .toList();
        assertThat(lines.get(0)).isEqualTo("prediction,prediction_set");
        assertThat(lines).anyMatch(line -> line.endsWith("|mid\\|dle"));
        assertThat(lines).anyMatch(line -> line.startsWith("l\\ow,") && line.contains("l\\\\ow"));
    }

    @Test
    void eachOfSeveralLabelsHasASetOfItsOwn() throws IOException {
        List<String> lines = new ArrayList<>(List.of("x,a,b"));
        for (int row = 0; row < 120; row++) {
            int x = row * 37 % 120;
            lines.add(x + "," + (x + row % 9 * 5 > 70 ? 1 : 0) + "," + (x % 50 > 25 ? 1 : 0));
        }
        Path data = Files.write(folder.resolve("several.csv"), lines);
        Path model = trained(data, "[\"a\", \"b\"]", "binary-cross-entropy", 2, "sigmoid", ", \"conformal\": \"auto\"");
        List<String> predicted = succeed("predict", "--model", model, "--data", data, "--keep", "a", "--set", "0.9")
                .out()
                .lines()
                .toList();
        assertThat(predicted.get(0)).isEqualTo("a,prediction_a,prediction_b,prediction_set_a,prediction_set_b");
        long held = predicted.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> List.of(cells[3].split("\\|")).contains(cells[0]))
                .count();
        assertThat(held).isBetween(102L, 118L);
        assertThat(succeed("inspect", model).out()).contains("says yes, no or both of each label");
        assertThat(CliRun.of("calibrate", model, "--data", data, "--conformal", "aps")
                        .error())
                .contains("aps is for one label of several, this model is multi-label; take lac");
    }

    @Test
    void aMethodThatIsNoneIsToldWhatThereIs() throws IOException {
        Path data = rows("y");
        assertThat(CliRun.of("calibrate", "m.nn", "--data", data, "--conformal", "autos")
                        .error())
                .startsWith("error: invalid value for option '--conformal': must be a method, got 'autos'; did you mean"
                        + " 'auto'?");
    }

    @Test
    void aModelThatIsThereIsScoredByOtherRows() throws IOException {
        Path data = rows("y");
        Path model = trained(data, "\"y\"", "mse", 1, "identity", "");
        CliRun refused = CliRun.of("predict", "--model", model, "--data", data, "--interval", "0.9");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .contains("has no conformal scores", "nn calibrate MODEL --data FILE --conformal auto");
        Path scored = folder.resolve("scored.nn");
        JsonNode json = new ObjectMapper()
                .readTree(succeed("calibrate", model, "--data", data, "--out", scored, "--json")
                        .out());
        assertThat(json.get("method").textValue()).isEqualTo("absolute");
        assertThat(json.get("rows").intValue()).isEqualTo(120);
        assertThat(json.at("/levels/1/level").doubleValue()).isEqualTo(0.9);
        succeed("predict", "--model", scored, "--data", data, "--interval", "0.9");
        CliRun tooMuch = CliRun.of("predict", "--model", scored, "--data", data, "--interval", "0.995");
        assertThat(tooMuch.exit()).isEqualTo(2);
        assertThat(tooMuch.err()).contains("calibrate on at least 199 rows");
        CliRun set = CliRun.of("predict", "--model", scored, "--data", data, "--set", "0.9");
        assertThat(set.err()).contains("sets are of labels, this model is regression");
        CliRun level = CliRun.of("predict", "--model", scored, "--data", data, "--interval", "90");
        assertThat(level.exit()).isEqualTo(2);
        assertThat(level.err()).contains("must be a share in (0, 1), such as 0.9, got '90'");
    }

    @Test
    void whatIsCalibratedAnewIsScoredAnew() throws IOException {
        Path data = rows("label");
        Path model = trained(data, "\"label\"", "categorical-cross-entropy", 3, "softmax", ", \"conformal\": \"lac\"");
        Path calibrated = folder.resolve("calibrated.nn");
        succeed("calibrate", model, "--data", data, "--out", calibrated);
        assertThat(succeed("inspect", calibrated).out())
                .containsPattern("conformal +lac, (120|48) rows: predict --set 0.9 gives labels");
    }

    @Test
    void anExportSaysThatItLeavesThemBehind() throws IOException {
        Path data = rows("y");
        Path model = trained(data, "\"y\"", "mse", 1, "identity", ", \"conformal\": \"auto\"");
        CliRun run = succeed("export", model, "--out", folder.resolve("m.onnx"));
        assertThat(run.err()).contains("the conformal scores of", "stay behind");
    }

    @Test
    void theConfigurationIsCheckedBeforeAnythingIsTrained() throws IOException {
        Path data = rows("y");
        Path config = Files.writeString(folder.resolve("wrong.json"), """
            { "data": { "target": "y" }, "network": { "layers": [ { "outputDim": 1 } ] }, "loss": "mse",
              "training": { "conformal": "lac", "validationFraction": 0.5 } }
            """);
        CliRun run = CliRun.of("train", "--config", config, "--data", data);
        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.err())
                .contains("training.conformal: lac is for labels, and this is a regression task; use \"auto\"");
        CliRun rows = CliRun.of(
                "train",
                "--config",
                config,
                "--data",
                data,
                "--set",
                "training.conformal=auto",
                "--set",
                "training.validationFraction=0");
        assertThat(rows.exit()).isEqualTo(5);
        assertThat(rows.err()).contains("training.conformal: scores validation rows, and there are none");
    }
}
