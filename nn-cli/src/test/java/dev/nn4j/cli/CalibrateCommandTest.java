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
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Probabilities of a model that is trained already. */
class CalibrateCommandTest {
    @TempDir
    private Path folder;

    private Path data;
    private Path model;
    private Path calibrated;

    @BeforeEach
    void aModelThatIsNotSureEnough() throws IOException {
        List<String> lines = new ArrayList<>(List.of("x,t"));
        for (int row = 0; row < 100; row++) {
            int x = row * 7 % 100;
            lines.add(x + "," + ((x > 50) != (row % 10 == 0) ? "yes" : "no"));
        }
        data = Files.write(folder.resolve("data.csv"), lines);
        model = folder.resolve("m.nn");
        calibrated = folder.resolve("calibrated.nn");
        Path config = Files.writeString(folder.resolve("config.json"), """
            { "data": { "target": "t" }, "preprocessing": { "scaling": "standard" },
              "network": { "layers": [ { "outputDim": 1, "activation": "sigmoid" } ] },
              "optimizer": { "type": "adam", "learningRate": 0.1 },
              "training": { "epochs": 40, "labelSmoothing": 0.5 } }
            """);
        CliRun run = CliRun.of("train", "--config", config, "--data", data, "--out", model, "--threads", 1);
        assertThat(run.exit()).as(run.err()).isZero();
    }

    private static JsonNode json(CliRun run) throws IOException {
        assertThat(run.exit()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void theModelIsAsSureAsTheReportSays() throws IOException {
        JsonNode found = json(CliRun.of("calibrate", model, "--data", data, "--out", calibrated, "--json"));
        assertThat(found.get("kind").textValue()).isEqualTo("affine");
        assertThat(found.get("applied").booleanValue()).isTrue();
        assertThat(found.at("/networks/0/factor").doubleValue()).isGreaterThan(1);
        assertThat(found.at("/after/logLoss").doubleValue())
                .isLessThan(found.at("/before/logLoss").doubleValue());
        JsonNode after = json(CliRun.of("evaluate", "--model", calibrated, "--data", data, "--json"));
        assertThat(after.get("logLoss").doubleValue())
                .isEqualTo(found.at("/after/logLoss").doubleValue(), Offset.offset(1e-9));
        assertThat(CliRun.of("verify", calibrated).exit()).isZero();
        assertThat(CliRun.of("inspect", calibrated).out())
                .containsPattern(
                        "calibrated +by \\d\\.\\d{4} and [+-]\\d\\.\\d{4} on 100 rows of .*data.csv: log-loss");
    }

    @Test
    void aTemperatureMayBeAskedForAndNothingIsWrittenUnasked() {
        CliRun run = CliRun.of("calibrate", model, "--data", data, "--kind", "temperature");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("before", "log-loss", "calibration error")
                .doesNotContain("plus");
        assertThat(calibrated).doesNotExist();
    }

    @Test
    void whatCannotBeIsRefused() {
        CliRun kind = CliRun.of("calibrate", model, "--data", data, "--kind", "isotonic");
        assertThat(kind.exit()).isEqualTo(2);
        assertThat(kind.err()).contains("must be temperature or affine, got 'isotonic'");
    }
}
