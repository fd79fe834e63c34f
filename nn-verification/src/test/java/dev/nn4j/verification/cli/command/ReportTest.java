// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Inside;
import dev.nn4j.verification.cli.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code --report}: one file, whole, harmless, and drawn. */
class ReportTest {
    private static final long MOST_BYTES = 500_000;
    private static final Pattern FINDINGS =
            Pattern.compile("<script type=\"application/json\" id=\"findings\">(.*?)</script>", Pattern.DOTALL);
    private static final String HOSTILE = "</script><img src=x onerror=alert(1)>\u2028\"&<!--";

    /** Put at the end of a page: tells in the document how many canvases there are, and how many have nothing on them. */
    private static final String CENSUS = """
            <script>setTimeout(() => {
              const canvases = [...document.querySelectorAll('canvas')];
              const blank = canvases.filter(canvas => !canvas.getContext('2d')
                .getImageData(0, 0, canvas.width, canvas.height).data.some(byte => byte !== 0));
              document.body.dataset.census = canvases.length + ' canvases, ' + blank.length + ' blank, '
                + performance.getEntriesByType('resource').length + ' requests';
            }, 1000);</script>
            """;

    @TempDir
    private Path folder;

    private String train(Sample sample, Object... more) throws IOException, InterruptedException {
        sample.writeTo(folder);
        Object[] first = {"train", "--config", "config.json", "--data", "data.csv", "--report", "report.html"};
        Inside.in(folder)
                .succeed(Stream.concat(Stream.of(first), Stream.of(more)).toArray());
        return Files.readString(folder.resolve("report.html"));
    }

    private static JsonNode findings(String page) throws IOException {
        Matcher matcher = FINDINGS.matcher(page);
        assertThat(matcher.find()).isTrue();
        return new ObjectMapper().readTree(matcher.group(1));
    }

    @ParameterizedTest
    @EnumSource(Sample.class)
    void itIsOneSmallFileWithoutAnAbsoluteLink(Sample sample) throws IOException, InterruptedException {
        String page = train(sample);

        assertThat(page).doesNotContain("http:", "https:", "ftp:", "src=\"", "@import", "url(");
        assertThat(page.length()).isLessThan((int) MOST_BYTES);
    }

    @ParameterizedTest
    @EnumSource(Sample.class)
    void aBrowserDrawsItAndAsksForNothing(Sample sample) throws IOException, InterruptedException {
        Optional<Browser> browser = Browser.installed();
        assumeTrue(browser.isPresent(), "there is no Chromium on the path, so no report was drawn");
        train(sample, "--set", "training.validationFraction=0.25");
        Path page = folder.resolve("census.html");
        Files.writeString(page, Files.readString(folder.resolve("report.html")) + CENSUS);

        Nn seen = browser.get().open(page);

        assertThat(seen.err()).doesNotContain("CONSOLE");
        assertThat(seen.out())
                .containsPattern("data-census=\"\\d+ canvases, 0 blank, 0 requests\"")
                .doesNotContain("data-census=\"0 canvases");
    }

    @Test
    void ofATrainingItHoldsTheCourseTheNormsAndTheDigest() throws IOException, InterruptedException {
        JsonNode findings = findings(train(Sample.MULTICLASS, "--out", "m.nn"));

        assertThat(findings.at("/training/history/loss")).hasSize(40);
        assertThat(findings.at("/training/norms")).hasSize(2);
        assertThat(findings.at("/training/norms/0/gradient")).hasSize(40);
        assertThat(findings.at("/model/sha256"))
                .isEqualTo(Inside.in(folder).json("inspect", "m.nn", "--json").get("sha256"));
        assertThat(findings.at("/model/provenance/configuration").asText()).contains("learningRate");
    }

    @Test
    void ofAResumedTrainingTheNormsAreThoseSince() throws IOException, InterruptedException {
        train(Sample.MULTICLASS, "--checkpoint", "c.nn", "--set", "training.epochs=30");
        Inside.in(folder)
                .succeed(
                        "train",
                        "--resume",
                        "c.nn",
                        "--data",
                        "data.csv",
                        "--set",
                        "training.epochs=40",
                        "--report",
                        "on.html");

        JsonNode training =
                findings(Files.readString(folder.resolve("on.html"))).get("training");
        assertThat(training.at("/history/loss")).hasSize(40).noneMatch(JsonNode::isNull);
        assertThat(training.at("/norms/0/gradient")).hasSize(40);
        assertThat(training.at("/norms/0/gradient/29").isNull()).isTrue();
        assertThat(training.at("/norms/0/gradient/30").isNumber()).isTrue();
    }

    @Test
    void askingForAReportChangesNoBitOfTheModel() throws IOException, InterruptedException {
        train(Sample.MULTICLASS, "--out", "with.nn");
        Sample.train(folder, "without.nn");

        Inside nn = Inside.in(folder);
        assertThat(nn.json("inspect", "with.nn", "--weights", "--json").get("tensors"))
                .isEqualTo(
                        nn.json("inspect", "without.nn", "--weights", "--json").get("tensors"));
    }

    @Test
    void ofAnEvaluationItHoldsWhatTheTableHolds() throws IOException, InterruptedException {
        Sample.BINARY.trainIn(folder);
        Inside nn = Inside.in(folder);
        JsonNode told =
                nn.json("evaluate", "--model", "model.nn", "--data", "data.csv", "--json", "--report", "report.html");

        JsonNode findings = findings(Files.readString(folder.resolve("report.html")));
        assertThat(findings.at("/assessments/0/evaluation")).isEqualTo(told);
        assertThat(findings.get("training").isNull()).isTrue();
    }

    /** Of a model that answers with quantiles the report says how many rows lie below each, and what it costs. */
    @Test
    void ofQuantilesItSaysTheShareOfRowsBelowEach() throws IOException, InterruptedException {
        Sample.REGRESSION.writeTo(folder);
        Path config = folder.resolve("config.json");
        Files.writeString(config, Files.readString(config).replaceFirst("\\{ \"outputDim\": 1", "{ \"outputDim\": 3"));
        Inside nn = Inside.in(folder);
        nn.succeed(
                "train",
                "--config",
                "config.json",
                "--data",
                "data.csv",
                "--set",
                "loss={\"type\": \"quantiles\", \"levels\": [0.1, 0.5, 0.9]}",
                "--out",
                "model.nn");
        JsonNode told =
                nn.json("evaluate", "--model", "model.nn", "--data", "data.csv", "--json", "--report", "report.html");

        Path page = folder.resolve("report.html");
        JsonNode quantiles = findings(Files.readString(page)).at("/assessments/0/evaluation/quantiles");
        assertThat(quantiles).hasSize(3).isEqualTo(told.get("quantiles"));
        assertThat(quantiles.get(0).get("level").asDouble()).isEqualTo(0.1);
        double below = quantiles.get(0).get("below").asDouble();
        assertThat(below).isBetween(0.0, quantiles.get(2).get("below").asDouble());
        if (Browser.installed().isPresent()) {
            Nn seen = Browser.installed().get().open(page);
            assertThat(seen.err()).doesNotContain("CONSOLE");
            assertThat(seen.out())
                    .contains("<h3>Quantiles</h3>", ">at or below</th>", ">pinball loss</th>")
                    .contains(">0.1</th><td>" + String.format(Locale.ROOT, "%.1f %%", 100 * below) + "</td>");
        }
    }

    @Test
    void hostileNamesStayText() throws IOException, InterruptedException {
        Sample.BINARY.writeTo(folder);
        String quoted = "\"" + HOSTILE.replace("\"", "\"\"") + "\"";
        Path data = folder.resolve("data.csv");
        Files.writeString(
                data, Files.readString(data).replaceFirst("id,x,y", Matcher.quoteReplacement("id," + quoted + ",y")));
        Inside.in(folder).succeed("train", "--config", "config.json", "--data", "data.csv", "--report", "report.html");
        String page = Files.readString(folder.resolve("report.html"));

        assertThat(page).doesNotContain("<img", "onerror=alert(1)>", "\u2028");
        assertThat(findings(page).at("/model/features/0").asText()).isEqualTo(HOSTILE);
        if (Browser.installed().isPresent()) {
            Nn seen = Browser.installed().get().open(folder.resolve("report.html"));
            assertThat(seen.err()).doesNotContain("CONSOLE");
            assertThat(seen.out()).doesNotContain("<img");
        }
    }

    @Test
    void aDashIsStdoutAndTheTableGoesToStderr() throws IOException, InterruptedException {
        Sample.REGRESSION.trainIn(folder);
        Inside nn = Inside.in(folder);
        Nn run = nn.succeed("evaluate", "--model", "model.nn", "--data", "data.csv", "--report", "-");

        assertThat(run.out()).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
        assertThat(run.err()).contains("RMSE");
        assertThat(nn.run("evaluate", "--model", "model.nn", "--data", "data.csv", "--report", "-", "--json")
                        .exit())
                .isEqualTo(2);
    }
}
