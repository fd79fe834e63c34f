// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data as they come: without a target here and there, with gaps and texts that training did not have. */
class UntidyDataTest {
    private static final String NETWORK = "\"network\": {\"layers\": [{\"outputDim\": 4, \"activation\": \"relu\"},";
    private static final String BINARY = NETWORK + "{\"outputDim\": 1, \"activation\": \"sigmoid\"}]},"
            + "\"training\": {\"epochs\": 3}, \"loss\": \"binary-cross-entropy\"}";
    private static final String NUMBER =
            NETWORK + "{\"outputDim\": 1}]}, \"training\": {\"epochs\": 3}, \"loss\": \"mean-squared-error\"}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "target-na.csv, y, 6, label",
        "target-question.csv, y, 6, label",
        "numeric-target-na.csv, price, 2, value"
    })
    void aMarkOfAMissingTargetIsTheErrorThatABlankIs(String name, String target, int line, String what)
            throws IOException {
        Path data = given(name);
        Path config = config(target, "", what.equals("label") ? BINARY : NUMBER);

        CliRun run = CliRun.of("train", "--config", config, "--data", data);

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.error())
                .startsWith("error: " + data + ":" + line + ":3: ")
                .contains("'" + target + "' has a missing " + what);
    }

    /** As Excel writes them where rows were cleared. */
    @Test
    void linesOfBlankCellsAreNoRowsInAnyCommandAndCounted() throws IOException {
        Path plain = Files.writeString(folder.resolve("p.csv"), "x,z,y\n" + "1,2,a\n2,1,b\n".repeat(10));
        Path data = Files.writeString(folder.resolve("e.csv"), "x,z,y\n" + "1,2,a\n,,\n2,1,b\n".repeat(10) + ",,\n");
        String said = data + ": lines of blank cells only are left out (11)";
        Path config = config("y", "", BINARY);
        Path model = folder.resolve("m.nn");

        assertThat(CliRun.of("new", "--data", data, "--target", "y").err()).contains(said);
        assertThat(CliRun.of("train", "--config", config, "--data", data, "--out", model)
                        .err())
                .contains(said);
        assertThat(CliRun.of("train", "--config", config, "--data", data, "--folds", 2)
                        .err())
                .contains(said);
        CliRun evaluated = CliRun.of("evaluate", "--model", model, "--data", data);
        assertThat(evaluated.err()).contains(said);
        assertThat(evaluated.out())
                .isEqualTo(
                        CliRun.of("evaluate", "--model", model, "--data", plain).out());
    }

    /** Whoever puts predictions beside their rows must find each in its place. */
    @Test
    void aLineOfBlankCellsHasALineWithoutAPrediction() throws IOException {
        Path plain = Files.writeString(folder.resolve("p.csv"), "x,z,y\n" + "1,2,a\n2,1,b\n".repeat(10));
        Path model = folder.resolve("m.nn");
        CliRun.of("train", "--config", config("y", "", BINARY), "--data", plain, "--out", model);
        String rows = "x,z,id\n1,2,7\n,,\n2,1,8\n,,,,\n";

        CliRun run =
                CliRun.withInput(rows, "predict", "--model", model, "--data", "-", "--keep", "id", "--missing", "fail");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).matches("id,prediction\n7,.+\n\"\",\n8,.+\n\"\",\n");
        assertThat(run.err()).isEqualTo("<stdin>: lines of blank cells only have no prediction (2)\n");
    }

    @ParameterizedTest
    @CsvSource({"target-na.csv, y, 13", "target-question.csv, y, 13", "numeric-target-na.csv, price, 13"})
    void rowsWithoutATargetAreLeftOutOnRequest(String name, String target, int without) throws IOException {
        Path data = given(name);
        List<String> rows = Files.readAllLines(data);
        long missing = rows.stream().filter(UntidyDataTest::lacksTarget).count();
        Path config = config(target, ", \"missingTarget\": \"skip\"", target.equals("price") ? NUMBER : BINARY);
        Path model = folder.resolve("m.nn");

        CliRun train = CliRun.of("train", "--config", config, "--data", data, "--out", model);
        CliRun evaluate = CliRun.of("evaluate", "--model", model, "--data", data, "--json");
        CliRun folds = CliRun.of(
                "train", "--config", config, "--data", data, "--folds", "3", "--out-of-fold", folder.resolve("o.csv"));

        assertThat(train.exit()).as(train.err()).isZero();
        assertThat(train.err()).contains(missing + " of " + (rows.size() - 1) + " rows");
        assertThat(evaluate.exit()).as(evaluate.err()).isZero();
        assertThat(evaluate.out())
                .contains("\"rows\": " + (rows.size() - 1 - missing), "\"rowsWithoutTarget\": " + missing);
        assertThat(evaluate.err()).contains(missing + " rows have no target");
        assertThat(folds.exit()).as(folds.err()).isZero();
        assertThat(folds.err()).contains(missing + " of " + (rows.size() - 1) + " rows have no target");
        assertThat(Files.readAllLines(folder.resolve("o.csv"))).hasSameSizeAs(rows);

        // the very model that comes of the rows that have a target
        Path clean = folder.resolve("clean.csv");
        Files.write(clean, rows.stream().filter(row -> !lacksTarget(row)).toList());
        CliRun again = CliRun.of("evaluate", "--model", model, "--data", clean, "--json");
        CliRun cleanTraining =
                CliRun.of("train", "--config", config, "--data", clean, "--out", folder.resolve("clean.nn"));
        CliRun cleanAgain = CliRun.of("evaluate", "--model", folder.resolve("clean.nn"), "--data", clean, "--json");
        assertThat(cleanTraining.exit()).isZero();
        assertThat(cleanAgain.out()).isEqualTo(again.out());
    }

    private static boolean lacksTarget(String row) {
        return row.endsWith(",NA") || row.endsWith(",?") || row.endsWith(",");
    }

    @Test
    void aLabelThatReadsLikeAMarkIsKeptByOwnMarks() throws IOException {
        Path data = folder.resolve("d.csv");
        Files.writeString(data, "a,y\n1,NA\n2,EU\n3,NA\n4,EU\n-999,NA\n");
        Path config = config(
                "y",
                ", \"missingMarks\": [-999, \"-\"], \"columns\": {\"a\": {\"type\": \"number\", \"missing\": \"mean\"}}",
                BINARY);
        Path model = folder.resolve("m.nn");

        assertThat(CliRun.of("train", "--config", config, "--data", data, "--out", model)
                        .err())
                .contains("a: number");
        CliRun evaluate = CliRun.of("evaluate", "--model", model, "--data", data, "--json");
        CliRun predict = CliRun.withInput("a\n-999.0\n-\n2.5\n", "predict", "--model", model, "--data", "-");

        assertThat(evaluate.out()).contains("\"labels\": [\"EU\", \"NA\"]", "\"filled\": 1");
        assertThat(predict.exit()).isZero();
        assertThat(predict.err()).contains("column 'a': 2 of 3 rows have no value");
        List<String> lines = predict.out().lines().toList();
        assertThat(lines.get(1)).isEqualTo(lines.get(2));
    }

    @Test
    void oneGapThatTrainingDidNotHaveLeavesOnePredictionEmpty() throws IOException {
        Path model = numbersModel("");
        String rows = "a,b,id\n1,2,7\n,2,8\n3,NA,9\n4,4,10\n";

        CliRun run = CliRun.withInput(rows, "predict", "--model", model, "--data", "-", "--keep", "id");
        CliRun strict = CliRun.withInput(rows, "predict", "--model", model, "--data", "-", "--missing", "fail");

        assertThat(run.exit()).isZero();
        assertThat(run.out().lines().toList()).hasSize(5).element(2).isEqualTo("8,");
        assertThat(run.out().lines().toList()).element(3).isEqualTo("9,");
        assertThat(run.out().lines().toList()).element(4).asString().matches("10,(no|yes)");
        assertThat(run.err()).contains("column 'a': 1 of 4 rows have no value (first in line 3)", "\"missing\"");
        assertThat(strict.exit()).isEqualTo(3);
        assertThat(strict.error()).startsWith("error: <stdin>:3:1: column 'a' has a missing value here");
        assertThat(strict.out()).isEmpty();
    }

    @Test
    void whatTheConfigurationRefusesIsRefused() throws IOException {
        Path model = numbersModel(", \"columns\": {\"a\": {\"missing\": \"error\"}}");
        String rows = "a,b\n1,2\n,2\n";

        CliRun run = CliRun.withInput(rows, "predict", "--model", model, "--data", "-");
        CliRun skipping = CliRun.withInput(rows, "predict", "--model", model, "--data", "-", "--missing", "skip");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(skipping.exit()).isZero();
        assertThat(skipping.err()).contains("column 'a': 1 of 2 rows have no value");
    }

    @Test
    void evaluateLeavesSuchRowsOutAndSaysSo() throws IOException {
        Path model = numbersModel("");
        Path data = folder.resolve("gap.csv");
        Files.writeString(data, "a,b,y\n1,2,no\n,2,yes\n3,4,yes\n");

        CliRun run = CliRun.of("evaluate", "--model", model, "--data", data, "--json");
        CliRun strict = CliRun.of("evaluate", "--model", model, "--data", data, "--missing", "fail");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("\"rows\": 2", "\"rowsLeftOut\": 1", "\"refused\": 1");
        assertThat(run.err()).contains("were not evaluated");
        assertThat(strict.exit()).isEqualTo(3);
    }

    @Test
    void unseenCategoriesAreCountedWithTheNearestKnownOne() throws IOException {
        Path model = folder.resolve("m.nn");
        CliRun.of("train", "--config", given("codes.json"), "--data", given("codes-train.csv"), "--out", model);

        CliRun evaluate = CliRun.of("evaluate", "--model", model, "--data", given("codes-float.csv"), "--json");
        CliRun predict = CliRun.of("predict", "--model", model, "--data", given("codes-float.csv"));
        CliRun seen = CliRun.of("evaluate", "--model", model, "--data", given("codes-train.csv"), "--json");

        String words = "column 'code': 60 of 60 rows have a value that training did not see, such as '4.0' (nearest"
                + " known: '4')";
        assertThat(evaluate.err()).contains(words);
        assertThat(evaluate.out()).contains("\"unseen\": 60", "\"nearest\": \"4\"");
        assertThat(predict.err()).contains(words);
        assertThat(predict.exit()).isZero();
        assertThat(seen.out()).doesNotContain("inputs");
        assertThat(seen.err()).doesNotContain("warning");
    }

    @Test
    void severalNumericTargetsAreMeasuredEach() throws IOException {
        Path model = folder.resolve("m.nn");
        Path config = folder.resolve("c.json");
        Files.writeString(
                config,
                "{\"data\": {\"target\": [\"price\", \"rate\"]}, \"preprocessing\": {\"scaling\": \"standard\","
                        + " \"targetScaling\": \"standard\"}, " + NETWORK
                        + "{\"outputDim\": 2}]}, \"loss\": \"mean-squared-error\"}");
        CliRun train = CliRun.of("train", "--config", config, "--data", given("two-targets.csv"), "--out", model);
        assertThat(train.out()).contains("each target (training data)\n", "price", "rate");

        CliRun json = CliRun.of("evaluate", "--model", model, "--data", given("two-targets.csv"), "--json");
        CliRun table = CliRun.of("evaluate", "--model", model, "--data", given("two-targets.csv"));

        assertThat(train.exit()).as(train.err()).isZero();
        assertThat(json.out()).contains("\"targets\"", "\"name\": \"price\"", "\"name\": \"rate\"", "\"r2\"");
        assertThat(table.out()).contains("price", "rate");
    }

    @Test
    void validationDataMayLackTheWeights() throws IOException {
        Path data = folder.resolve("w.csv");
        Path validation = folder.resolve("v.csv");
        Files.writeString(data, "a,b,y,w\n1,2,no,1\n2,1,yes,3\n3,3,yes,0\n");
        Files.writeString(validation, "a,b,y\n1,2,no\n2,1,yes\n");
        Path model = folder.resolve("m.nn");
        Path config = config("y", ", \"weight\": \"w\"", BINARY);

        CliRun train =
                CliRun.of("train", "--config", config, "--data", data, "--validation", validation, "--out", model);
        CliRun weighted = CliRun.of("evaluate", "--model", model, "--data", data, "--weight", "w", "--json");
        CliRun unknown = CliRun.of("evaluate", "--model", model, "--data", validation, "--weight", "w", "--json");

        assertThat(train.exit()).as(train.err()).isZero();
        assertThat(train.err()).contains("has no column 'w': each of its rows weighs 1");
        assertThat(weighted.out()).contains("\"rows\": 3", "\"weighted\": true");
        assertThat(unknown.exit()).isEqualTo(3);
        assertThat(unknown.error()).contains("there is no column 'w'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NA", "-1", "?"})
    void aWeightThatIsNoneIsAnError(String weight) throws IOException {
        Path data = folder.resolve("w.csv");
        Files.writeString(data, "a,b,y,w\n1,2,no,1\n2,1,yes," + weight + "\n3,3,yes,0\n");
        Path config = config("y", ", \"weight\": \"w\"", BINARY);

        CliRun train = CliRun.of("train", "--config", config, "--data", data);

        assertThat(train.exit()).isEqualTo(3);
        assertThat(train.error()).startsWith("error: " + data + ":3:4: ");
    }

    @Test
    void aMixedTableGetsAPolicyForEveryColumn() throws IOException {
        List<String> rows = new ArrayList<>(List.of("a,b,kind,y"));
        for (int row = 0; row < 40; row++) {
            rows.add(row * 3 % 7 + 0.5 + "," + row * 5 % 11 + "," + (row % 3 == 0 ? "red" : "blue") + ","
                    + (row % 2 == 0 ? "no" : "yes"));
        }
        Path data = folder.resolve("d.csv");
        Files.write(data, rows);
        Path config = folder.resolve("c.json");
        Path model = folder.resolve("m.nn");

        CliRun starter = CliRun.of("new", "--data", data, "--target", "y", "--out", config);
        CliRun.of("train", "--config", config, "--data", data, "--set", "training.epochs=2", "--out", model);
        CliRun run = CliRun.withInput("a,b,kind\n\"\",,\n1,,red\n", "predict", "--model", model, "--data", "-");

        assertThat(starter.exit()).isZero();
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out().lines().skip(1)).allMatch(line -> line.equals("no") || line.equals("yes"));
        assertThat(run.err()).contains("column 'b': 2 of 2 rows have no value; it was filled in");
    }

    private Path numbersModel(String data) throws IOException {
        Path rows = folder.resolve("d.csv");
        Files.writeString(rows, "a,b,y\n1,2,no\n2,1,yes\n3,3,yes\n");
        Path model = folder.resolve("m.nn");
        CliRun run = CliRun.of("train", "--config", config("y", data, BINARY), "--data", rows, "--out", model);
        assertThat(run.exit()).as(run.err()).isZero();
        return model;
    }

    private Path config(String target, String data, String rest) throws IOException {
        Path config = folder.resolve("config.json");
        Files.writeString(config, "{\"data\": {\"target\": \"" + target + "\"" + data + "}, " + rest);
        return config;
    }

    private Path given(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = Objects.requireNonNull(UntidyDataTest.class.getResourceAsStream("cases/" + name))) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    /** As it stands: what {@code nn new} has to say of gaps it writes. */
    @Test
    void theConfigurationProposedForOwnMarksAndGapsInTheTargetTrains() throws IOException {
        StringBuilder rows = new StringBuilder("a,b,kind,y\n");
        for (int r = 0; r < 120; r++) {
            rows.append(r % 9 == 0 ? "-999" : r % 13)
                    .append(',')
                    .append(r % 7 == 0 ? "#N/A" : r * 0.5)
                    .append(',')
                    .append(List.of("-", "low", "high").get(r % 3))
                    .append(',')
                    .append(r % 10 == 0 ? "NA" : r % 2 == 0 ? "yes" : "no")
                    .append('\n');
        }
        Path data = Files.writeString(folder.resolve("own.csv"), rows);
        Path configuration = folder.resolve("own.json");
        CliRun begun = CliRun.of("new", "--data", data, "--target", "y", "--out", configuration);
        assertThat(begun.exit()).as(begun.err()).isZero();

        CliRun trained = CliRun.of(
                "train",
                "--config",
                configuration,
                "--data",
                data,
                "--out",
                folder.resolve("own.nn"),
                "--set",
                "training.epochs=2");
        assertThat(trained.exit()).as(trained.err()).isZero();
        assertThat(trained.err().lines())
                .contains("12 of 120 rows of " + data + " have no target and are left out")
                .contains("y: 2 labels (no, yes), 'yes' is the positive one");
        CliRun quiet = CliRun.of(
                "train", "--quiet", "--config", configuration, "--data", data, "--set", "training.epochs=1", "--json");
        assertThat(quiet.err()).isEmpty();
    }
}
