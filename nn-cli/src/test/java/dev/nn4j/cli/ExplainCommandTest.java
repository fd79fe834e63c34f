// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a model answers as it does. */
class ExplainCommandTest {
    @TempDir
    private Path folder;

    private Path data;
    private Path model;

    @BeforeEach
    void aModelOfTwoColumnsThatMatter() throws IOException {
        List<String> lines = new ArrayList<>(List.of("noise,x,colour,double,t"));
        for (int row = 0; row < 90; row++) {
            int x = row * 37 % 90;
            String colour = List.of("<red>", "green", "blue").get(row % 3);
            lines.add(row * 53 % 17 + "," + x + "," + colour + "," + 2 * x + ","
                    + (x + row % 3 * 20 > 60 ? "yes" : "no"));
        }
        data = Files.write(folder.resolve("data.csv"), lines);
        model = folder.resolve("m.nn");
        train("\"double\"");
    }

    private void train(String ignored) throws IOException {
        Path config = Files.writeString(folder.resolve("config.json"), """
            { "data": { "target": "t", "ignore": [%s], "columns": { "colour": { "type": "category" } } },
              "preprocessing": { "scaling": "standard" },
              "network": { "layers": [ { "outputDim": 8, "activation": "tanh" }, { "outputDim": 1, "activation": "sigmoid" } ] },
              "loss": "binary-cross-entropy", "optimizer": { "type": "adam", "learningRate": 0.1 },
              "training": { "epochs": 15, "seed": 1 } }
            """.formatted(ignored));
        CliRun run = CliRun.of("train", "--config", config, "--data", data, "--out", model, "--threads", 1);
        assertThat(run.exit()).as(run.err()).isZero();
    }

    private CliRun explain(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("explain", model, "--data", data));
        arguments.addAll(List.of(more));
        return CliRun.of(arguments.toArray());
    }

    private static JsonNode json(CliRun run) throws IOException {
        assertThat(run.exit()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void importanceFallsAndRowsAddUp() throws IOException {
        JsonNode json = json(explain("--row", 90, "--row", 2, "--json"));

        List<String> features = new ArrayList<>();
        double before = Double.POSITIVE_INFINITY;
        for (JsonNode one : json.get("importance")) {
            features.add(one.get("feature").textValue());
            assertThat(one.get("mean").doubleValue()).isLessThanOrEqualTo(before);
            before = one.get("mean").doubleValue();
            assertThat(one.get("deviation").doubleValue()).isNotNegative();
        }
        assertThat(features).containsExactly("x", "colour", "noise");
        assertThat(json.get("metric").textValue()).isEqualTo("logLoss");
        assertThat(json.get("sample").intValue()).isEqualTo(90);
        assertThat(json.get("rows").findValuesAsText("row")).containsExactly("90", "2");
        for (JsonNode row : json.get("rows")) {
            double sum = row.get("base").doubleValue();
            for (JsonNode contribution : row.get("contributions")) {
                sum += contribution.doubleValue();
            }
            assertThat(sum).isCloseTo(row.get("output").doubleValue(), within(1e-9));
            assertThat(row.get("contributions").size()).isEqualTo(3);
            assertThat(row.get("explained").textValue()).isEqualTo("yes");
        }
        assertThat(json.at("/dependence/0/means").size())
                .isEqualTo(json.at("/dependence/0/values").size());
    }

    @Test
    void theSameAsPredictionsSay() throws IOException {
        JsonNode row = json(explain("--row", 5, "--json")).at("/rows/0");

        List<String> lines = CliRun.of("predict", "--model", model, "--data", data, "--contributions")
                .out()
                .lines()
                .toList();

        assertThat(lines.get(5).split(",")[1]).isEqualTo(row.get("base").asText());
        assertThat(Double.parseDouble(lines.get(5).split(",")[3]))
                .isEqualTo(row.at("/contributions/x").doubleValue());
    }

    @Test
    void threadsAndKernelsChangeNothing() {
        String one = explain("--json", "--threads", 1, "--kernels", "scalar").out();

        assertThat(explain("--json", "--threads", 3).out()).isEqualTo(one);
    }

    @Test
    void correlatedColumnsAreAGroup() throws IOException {
        train("");

        JsonNode groups = json(explain("--json", "--metric", "rocAuc")).get("groups");

        assertThat(groups).hasSize(1);
        assertThat(groups.at("/0/features").toString()).isEqualTo("[\"x\",\"double\"]");
    }

    @Test
    void thePageHasPicturesAndNothingOfTheDataIsMarkup() throws IOException {
        Path page = folder.resolve("why.html");
        Path result = folder.resolve("why.txt");

        CliRun run = explain("--report", page, "--out", result, "--label", "no");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(page))
                .contains("What matters", "What it does", "Why these rows", "<svg", "&lt;red&gt;")
                .doesNotContain("<red>", "<script");
        assertThat(Files.readString(result))
                .contains("log-loss", "probability of no", "row 3", "compared with 64 rows");
    }

    @Test
    void rowsWithoutATargetAreExplainedAllTheSame() throws IOException {
        Path unknown = Files.writeString(folder.resolve("new.csv"), "noise,x,colour\n1,70,blue\n");

        CliRun run = CliRun.of("explain", model, "--data", unknown, "--background", data, "--json");

        JsonNode json = json(run);
        assertThat(run.err()).contains("there is no column 't' to compare answers with; importance is left out");
        assertThat(json.get("importance")).isEmpty();
        assertThat(json.get("rows")).hasSize(1);
        assertThat(json.at("/rows/0/contributions/x").doubleValue()).isPositive();
    }

    @Test
    void rowsWithGapsInTheTargetAreExplainedToo() throws IOException {
        data = Files.writeString(
                folder.resolve("gaps.csv"), "noise,x,colour,t\n1,70,blue,\n2,9,green,no\n3,80,blue,yes\n");

        CliRun some = explain("--row", 1, "--json");

        assertThat(json(some).at("/rows/0/row").intValue()).isEqualTo(1);
        assertThat(json(some).get("sample").intValue()).isEqualTo(2);
        assertThat(some.err()).contains("1 of 3 rows have no target; importance is measured on the others");

        data = Files.writeString(folder.resolve("none.csv"), "noise,x,colour,t\n1,70,blue,\n2,9,green,?\n");
        CliRun none = explain("--json");
        assertThat(json(none).get("rows")).hasSize(2);
        assertThat(json(none).get("importance")).isEmpty();
        assertThat(none.err()).contains("no row has a target to compare answers with; importance is left out");
    }

    @Test
    void misuseIsExplained() {
        assertThat(explain("--row", 91).error()).startsWith("error: --row: must be in [1, 90], got 91");
        assertThat(explain("--row", 0).exit()).isEqualTo(2);
        assertThat(explain("--label", "yess").error())
                .startsWith("error: --label: must be a label, got 'yess'; did you mean 'yes'?");
        assertThat(explain("--metric", "rmse").error()).startsWith("error: --metric: a binary model has no rmse");
        assertThat(explain("--metric", "logloss").error()).contains("did you mean 'logLoss'?");
        assertThat(explain("--sample", 0).error()).startsWith("error: --sample: must be at least 1, got 0");
        assertThat(explain("--repeats", 0).exit()).isEqualTo(2);
    }
}
