// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Launcher;
import dev.nn4j.verification.cli.Sample;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What is written, and that a file is replaced only by a complete one. */
class OutputFilesTest {
    private static final String HEADER = "epoch,loss,accuracy,val_loss,val_accuracy,learning_rate,seconds";

    @TempDir
    private Path folder;

    private Launcher nn;

    @BeforeEach
    void start() throws IOException {
        nn = Launcher.in(folder);
        Sample.MULTICLASS.writeTo(folder);
    }

    private Nn train(Object... more) throws IOException, InterruptedException {
        List<Object> arguments =
                new java.util.ArrayList<>(List.of("train", "--config", "config.json", "--data", "data.csv"));
        arguments.addAll(List.of(more));
        return nn.run(arguments.toArray());
    }

    private List<String[]> history(Object... more) throws IOException, InterruptedException {
        List<Object> arguments = new java.util.ArrayList<>(List.of("--history", "history.csv"));
        arguments.addAll(List.of(more));
        Nn run = train(arguments.toArray());
        assertThat(run.exit()).as(run.err()).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("history.csv"));
        assertThat(lines.get(0)).isEqualTo(HEADER);
        return lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
    }

    @Test
    void aHistoryHasARowForEachEpochFromOne() throws IOException, InterruptedException {
        List<String[]> rows = history("--set", "training.epochs=3", "--set", "training.validationFraction=0.2");

        assertThat(rows).extracting(row -> row[0]).containsExactly("1", "2", "3");
        assertThat(rows).allSatisfy(row -> {
            assertThat(Double.parseDouble(row[1])).isPositive();
            assertThat(Double.parseDouble(row[2])).isBetween(0.0, 1.0);
            assertThat(Double.parseDouble(row[3])).isPositive();
            assertThat(Double.parseDouble(row[4])).isBetween(0.0, 1.0);
            assertThat(row[5]).isEqualTo("0.05");
            assertThat(Double.parseDouble(row[6])).isPositive();
        });
        assertThat(Double.parseDouble(rows.get(2)[1])).isLessThan(Double.parseDouble(rows.get(0)[1]));
    }

    @Test
    void fieldsOfAHistoryThatDoNotApplyAreEmpty() throws IOException, InterruptedException {
        String[] withoutValidation = history("--set", "training.epochs=1").get(0);
        Sample.REGRESSION.writeTo(folder);
        String[] regression = history("--set", "training.epochs=1", "--set", "training.validationFraction=0.2")
                .get(0);

        assertThat(withoutValidation).hasSize(7);
        assertThat(List.of(withoutValidation[3], withoutValidation[4])).containsOnly("");
        assertThat(List.of(regression[2], regression[4])).containsOnly("");
        assertThat(regression[3]).isNotEmpty();
    }

    @Test
    void aHistorysLossIsTheDataTermWithoutPenalties() throws IOException, InterruptedException {
        String[] plain = history("--set", "training.epochs=1", "--set", "training.batchSize=full")
                .get(0);
        String[] penalised = history(
                        "--set",
                        "training.epochs=1",
                        "--set",
                        "training.batchSize=full",
                        "--set",
                        "training.l2=0.5",
                        "--set",
                        "training.l1=0.5")
                .get(0);

        assertThat(penalised[1]).isEqualTo(plain[1]);
    }

    @Test
    void aHistorysLossIsInTheScaledUnitsOfTheNetwork() throws IOException, InterruptedException {
        Sample.REGRESSION.writeTo(folder);
        double own = Double.parseDouble(history("--set", "training.epochs=1").get(0)[1]);
        double scaled = Double.parseDouble(
                history("--set", "training.epochs=1", "--set", "preprocessing.targetScaling=standard")
                        .get(0)[1]);

        assertThat(own).isGreaterThan(20);
        assertThat(scaled).isLessThan(5);
    }

    @Test
    void aPlotAsPngIsAPictureOfSensibleSize() throws IOException, InterruptedException {
        assertThat(train("--plot", "plot.png", "--set", "training.validationFraction=0.2")
                        .exit())
                .isZero();

        BufferedImage picture = ImageIO.read(folder.resolve("plot.png").toFile());
        assertThat(picture.getWidth()).isBetween(600, 3000);
        assertThat(picture.getHeight()).isBetween(300, 2000);
        assertThat(Files.size(folder.resolve("plot.png"))).isGreaterThan(5_000);
    }

    @Test
    void aPlotAsSvgShowsValidationBesideTrainingInAnotherColour() throws Exception {
        assertThat(train("--plot", "plot.svg", "--set", "training.validationFraction=0.2")
                        .exit())
                .isZero();

        Element svg = svg(folder.resolve("plot.svg"));
        assertThat(svg.getTagName()).isEqualTo("svg");
        assertThat(Integer.parseInt(svg.getAttribute("width"))).isBetween(600, 3000);
        assertThat(pointsOf(svg, "rgb(0,114,178)")).isGreaterThanOrEqualTo(2 * 39);
        assertThat(pointsOf(svg, "rgb(213,94,0)")).isGreaterThanOrEqualTo(2 * 39);
    }

    private static int pointsOf(Element svg, String stroke) {
        NodeList lines = svg.getElementsByTagName("polyline");
        int points = 0;
        for (int i = 0; i < lines.getLength(); i++) {
            Element line = (Element) lines.item(i);
            points += line.getAttribute("stroke").equals(stroke)
                    ? line.getAttribute("points").split(" ").length
                    : 0;
        }
        return points;
    }

    /** Parses without fetching the document type, which SVG names by its address. */
    private static Element svg(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    }

    @Test
    void aCompleteModelReplacesAnOldFileAndNothingElseIsLeft() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("model.nn"), "old");

        assertThat(train("--out", "model.nn", "--history", "h.csv").exit()).isZero();

        assertThat(nn.run("verify", "model.nn").exit()).isZero();
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("config.json", "data.csv", "model.nn", "h.csv");
    }

    @Test
    void aTrainingThatFailsLeavesEveryOldFileAsItWas() throws IOException, InterruptedException {
        for (String file : List.of("model.nn", "h.csv", "p.png")) {
            Files.writeString(folder.resolve(file), "old");
        }

        Nn run = train(
                "--out",
                "model.nn",
                "--history",
                "h.csv",
                "--plot",
                "p.png",
                "--set",
                "optimizer=sgd",
                "--set",
                "optimizer.learningRate=1e38");

        assertThat(run.exit()).isEqualTo(8);
        for (String file : List.of("model.nn", "h.csv", "p.png")) {
            assertThat(folder.resolve(file)).hasContent("old");
        }
        assertThat(folder.toFile().list()).hasSize(5);
    }

    @Test
    void aPredictionThatFailsInTheLastRowLeavesTheOldFile() throws IOException, InterruptedException {
        Sample.MULTICLASS.trainIn(folder);
        String rows = "1,2\n".repeat(5000);
        Files.writeString(folder.resolve("out.csv"), "old");

        Nn run = nn.reading("x,y\n" + rows + "1,oops\n")
                .run("predict", "--model", "model.nn", "--data", "-", "--out", "out.csv");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.error()).startsWith("error: <stdin>:5002:2: ");
        assertThat(folder.resolve("out.csv")).hasContent("old");
        assertThat(folder.toFile().list()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--out", "--history", "--plot"})
    void anOutputThatIsAnInputIsRefusedBeforeAnythingIsDone(String option) throws IOException, InterruptedException {
        Files.copy(folder.resolve("data.csv"), folder.resolve("data.svg"));
        Nn run = nn.run("train", "--config", "config.json", "--data", "data.svg", option, "./data.svg");

        assertThat(run.exit()).isEqualTo(7);
        assertThat(run.error()).startsWith("error: ./data.svg: is read as --data");
        assertThat(folder.resolve("data.svg")).hasSameBinaryContentAs(folder.resolve("data.csv"));
    }

    @Test
    void oneFileCannotBeTwoOutputs() throws IOException, InterruptedException {
        Nn run = train("--out", "x", "--history", "x");

        assertThat(run.exit()).isEqualTo(7);
        assertThat(run.error()).contains("--out", "--history");
        assertThat(folder.resolve("x")).doesNotExist();
    }
}
