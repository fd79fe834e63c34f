// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.Model;
import dev.nn4j.core.Prediction;
import dev.nn4j.io.ModelFile;
import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Launcher;
import dev.nn4j.verification.cli.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn predict}: one row of CSV for each row, in order. */
class PredictCommandTest {
    @TempDir
    private Path folder;

    private static List<String[]> rows(Nn run) {
        return run.out().lines().map(line -> line.split(",", -1)).toList();
    }

    @Test
    void binaryGivesTheLabelAndAProbabilityForEachLabel() throws IOException, InterruptedException {
        Launcher nn = Sample.BINARY.trainIn(folder);

        List<String[]> rows =
                rows(nn.succeed("predict", "--model", "model.nn", "--data", "data.csv", "--probabilities"));

        assertThat(rows).hasSize(Sample.ROWS + 1);
        assertThat(rows.get(0)).containsExactly("prediction", "p_no", "p_yes");
        for (String[] row : rows.subList(1, rows.size())) {
            float yes = Float.parseFloat(row[2]);
            assertThat(row[0]).isEqualTo(yes > 0.5f ? "yes" : "no");
            assertThat(Float.parseFloat(row[1]) + yes).isBetween(0.999f, 1.001f);
        }
    }

    @Test
    void thePositiveLabelIsTheSecondInOrderUnlessTheConfigurationNamesOne() throws IOException, InterruptedException {
        Launcher nn = Sample.BINARY.trainIn(folder);
        Sample.train(folder, "no.nn", "data.positive=no");

        assertThat(nn.json("inspect", "model.nn", "--json").get("positive").asText())
                .isEqualTo("yes");
        assertThat(nn.json("inspect", "no.nn", "--json").get("positive").asText())
                .isEqualTo("no");
        Nn run = nn.reading("x,y\n4,2\n-4,-2\n").succeed("predict", "--model", "no.nn", "--data", "-");
        assertThat(run.out().lines()).containsExactly("prediction", "yes", "no");
    }

    @Test
    void multiClassGivesTheMostProbableLabel() throws IOException, InterruptedException {
        Launcher nn = Sample.MULTICLASS.trainIn(folder);

        List<String[]> rows =
                rows(nn.succeed("predict", "--model", "model.nn", "--data", "data.csv", "--probabilities"));

        List<String> labels = List.of("high", "low", "middle");
        assertThat(rows.get(0)).containsExactly("prediction", "p_high", "p_low", "p_middle");
        for (String[] row : rows.subList(1, rows.size())) {
            float chosen = Float.parseFloat(row[1 + labels.indexOf(row[0])]);
            assertThat(List.of(row[1], row[2], row[3])).allMatch(p -> Float.parseFloat(p) <= chosen);
        }
    }

    @Test
    void multiLabelGivesZeroOrOneForEachTarget() throws IOException, InterruptedException {
        Launcher nn = Sample.MULTILABEL.trainIn(folder);

        List<String[]> rows =
                rows(nn.succeed("predict", "--model", "model.nn", "--data", "data.csv", "--probabilities"));

        assertThat(rows.get(0)).containsExactly("prediction_right", "prediction_above", "p_right", "p_above");
        for (String[] row : rows.subList(1, rows.size())) {
            assertThat(row[0]).isEqualTo(Float.parseFloat(row[2]) > 0.5f ? "1" : "0");
            assertThat(row[1]).isEqualTo(Float.parseFloat(row[3]) > 0.5f ? "1" : "0");
        }
    }

    @Test
    void regressionGivesTheNumberInItsOwnUnitsAndHasNoProbabilities() throws IOException, InterruptedException {
        Launcher nn = Sample.REGRESSION.trainIn(folder);
        Sample.train(folder, "model.nn", "preprocessing.targetScaling=standard", "training.epochs=300");

        Nn run = nn.reading("y,x\n0.5,2.5\n")
                .succeed("predict", "--model", "model.nn", "--data", "-", "--probabilities");

        assertThat(run.out().lines()).hasSize(2).first().isEqualTo("prediction");
        assertThat(Float.parseFloat(run.out().lines().toList().get(1))).isBetween(6f, 9f);
    }

    @Test
    void severalNumbersHaveAColumnEach() throws IOException, InterruptedException {
        Launcher nn = Sample.TWO_NUMBERS.trainIn(folder);

        List<String[]> rows =
                rows(nn.succeed("predict", "--model", "model.nn", "--data", "data.csv", "--probabilities"));

        assertThat(rows.get(0)).containsExactly("prediction_sum", "prediction_difference");
        assertThat(rows).hasSize(Sample.ROWS + 1).allMatch(row -> row.length == 2);
    }

    @Test
    void keptColumnsComeFirstAsTheyStandAndInTheOrderAskedFor() throws IOException, InterruptedException {
        Launcher nn = Sample.MULTICLASS.trainIn(folder);
        String data = "note,y,x,id\n\"a, b\",0,4,7.50\n,1,-4,\"say \"\"hi\"\"\"\n";

        Nn run = nn.reading(data)
                .succeed("predict", "--model", "model.nn", "--data", "-", "--keep", "id", "--keep", "note");

        assertThat(run.out().lines())
                .containsExactly("id,note,prediction", "7.50,\"a, b\",high", "\"say \"\"hi\"\"\",,low");
    }

    @Test
    void columnsMayStandInAnyOrderAndUnknownOnesAreLeftAlone() throws IOException, InterruptedException {
        Launcher nn = Sample.MULTICLASS.trainIn(folder);
        String plain = nn.reading("x,y\n4,0\n-4,1\n0,0\n")
                .succeed("predict", "--model", "model.nn", "--data", "-", "--probabilities")
                .out();
        String other = nn.reading("who;y;what;x\nme;0;?;4\nyou;1;!;-4\n;0;;0\n")
                .succeed("predict", "--model", "model.nn", "--data", "-", "--probabilities")
                .out();

        assertThat(other).isEqualTo(plain);
    }

    @Test
    void everyNumberReadsBackToTheVeryValueThatTheLibraryGives() throws IOException, InterruptedException {
        Launcher nn = Sample.MULTICLASS.trainIn(folder);
        Model model = ModelFile.read(folder.resolve("model.nn"));

        List<String[]> rows =
                rows(nn.succeed("predict", "--model", "model.nn", "--data", "data.csv", "--probabilities"));

        for (int row = 0; row < Sample.ROWS; row++) {
            Prediction expected = model.predict(Map.of("x", row % 10 - 4.5, "y", row / 10 - 2.5));
            String[] cells = rows.get(row + 1);
            int chosen = 1 + List.of("high", "low", "middle").indexOf(cells[0]);
            assertThat(cells[0]).isEqualTo(expected.label());
            assertThat(Float.parseFloat(cells[chosen])).isEqualTo((float) expected.probability());
            assertThat(cells[chosen]).hasSizeLessThanOrEqualTo(12);
        }
    }

    @Test
    void whatIsWrongWithARowIsToldWithFileLineAndColumn() throws IOException, InterruptedException {
        Launcher nn = Sample.MULTICLASS.trainIn(folder);
        Files.writeString(folder.resolve("cell.csv"), "x,y\n1,2\n\"1\",two\n");
        Files.writeString(folder.resolve("short.csv"), "y,x\n1,2\n1\n");
        Files.writeString(folder.resolve("missing.csv"), "x,why\n1,2\n");

        assertRefused(nn, "cell.csv", "error: cell.csv:3:2: ", "'two'");
        assertRefused(nn, "short.csv", "error: short.csv:3:2: ", "cells");
        assertRefused(nn, "missing.csv", "error: missing.csv:1:1: there is no column 'y'", "");
    }

    @Test
    void aColumnToKeepThatIsNotThereOrTwiceIsRefused() throws IOException, InterruptedException {
        Launcher nn = Sample.MULTICLASS.trainIn(folder);
        Nn missing = nn.run("predict", "--model", "model.nn", "--data", "data.csv", "--keep", "di");
        Nn twice = nn.run("predict", "--model", "model.nn", "--data", "data.csv", "--keep", "id", "--keep", "id");

        assertThat(missing.exit()).isEqualTo(3);
        assertThat(missing.error()).startsWith("error: data.csv:1:1: ").contains("'di'", "did you mean 'id'?");
        assertThat(twice.exit()).isEqualTo(2);
    }

    private static void assertRefused(Launcher nn, String file, String start, String part)
            throws IOException, InterruptedException {
        Nn run = nn.run("predict", "--model", "model.nn", "--data", file);

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.error()).startsWith(start).contains(part);
    }
}
