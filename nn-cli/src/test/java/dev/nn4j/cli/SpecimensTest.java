// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that real use stumbled over, through {@code nn new} and {@code nn train}. */
class SpecimensTest {
    @TempDir
    private Path folder;

    private Path file(String name) throws IOException {
        try (InputStream in = SpecimensTest.class.getResourceAsStream("cases/" + name)) {
            return Files.write(folder.resolve(name), Objects.requireNonNull(in).readAllBytes());
        }
    }

    private CliRun newConfiguration(String name, String target) throws IOException {
        return CliRun.of("new", "--data", file(name), "--target", target, "--out", folder.resolve("new.json"));
    }

    private double figure(CliRun run, String part, String name) throws IOException {
        assertThat(run.exit()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out()).get(part).get(name).doubleValue();
    }

    private CliRun train(String name, Object... more) throws IOException {
        Object[] all = new Object[6 + more.length];
        System.arraycopy(
                new Object[] {"train", "--json", "--config", folder.resolve("new.json"), "--data", file(name)},
                0,
                all,
                0,
                6);
        System.arraycopy(more, 0, all, 6, more.length);
        return CliRun.of(all);
    }

    @Test
    void aLineIsLearntFromItsOnlyColumn() throws IOException {
        assertThat(newConfiguration("line.csv", "y").err()).contains("column 'x' is kept");
        assertThat(figure(train("line.csv"), "heldOut", "r2")).isGreaterThan(0.9);
        assertThat(newConfiguration("year-sales.csv", "sales").exit()).isZero();
        CliRun few = train("year-sales.csv");
        assertThat(figure(few, "training", "r2")).isGreaterThan(0.9);
        assertThat(few.err()).contains("hint: these figures are of the very rows");
    }

    @Test
    void aHeaderThatStandsAgainIsNamedWithItsLine() throws IOException {
        CliRun run = newConfiguration("header-again.csv", "y");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.error())
                .contains("header-again.csv:32:1: the header stands here again, as a row; remove this line or, if");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep-line.csv", "space-after-comma.csv", "trailing-empty-columns.csv"})
    void whatSpreadsheetsWriteIsReadAsItIsMeant(String name) throws IOException {
        assertThat(newConfiguration(name, "y").exit()).isZero();
        Path model = folder.resolve("m.nn");
        CliRun train = train(name, "--out", model);
        CliRun predict = CliRun.of("predict", "--model", model, "--data", file(name), "--keep", "a");

        assertThat(train.exit()).as(train.err()).isZero();
        assertThat(train.err()).contains("2 features, which make 2 inputs:", "a: number", "b: number");
        assertThat(predict.out().lines()).startsWith("a,prediction").hasSize(41);
        assertThat(predict.out().lines().skip(1)).allMatch(line -> line.matches("-?[0-9.]+,[a-z]+"));
    }

    @Test
    void aParquetFileAsksForItsDriver() throws IOException {
        Path data = Files.writeString(folder.resolve("d.parquet"), "PAR1");
        assertThat(newConfiguration("line.csv", "y").exit()).isZero();
        for (CliRun run : new CliRun[] {
            CliRun.of("new", "--data", data, "--target", "y"),
            CliRun.of("train", "--config", folder.resolve("new.json"), "--data", data)
        }) {
            assertThat(run.exit()).isEqualTo(7);
            assertThat(run.error())
                    .startsWith("error: " + data + ": there is no driver for it; put the jar org.duckdb:duckdb_jdbc"
                            + " (duckdb_jdbc-VERSION.jar in Maven Central) ")
                    .endsWith(" by NN_DRIVER_PATH")
                    .hasLineCount(1);
        }
    }

    @Test
    void whatIsNoTableIsNamedByEveryCommand() throws IOException {
        Path data = Files.writeString(folder.resolve("d.xlsx"), "PK\u0003\u0004 xl/worksheets/sheet1.xml");
        assertThat(newConfiguration("line.csv", "y").exit()).isZero();
        for (CliRun run : new CliRun[] {
            CliRun.of("new", "--data", data, "--target", "y"),
            CliRun.of("train", "--config", folder.resolve("new.json"), "--data", data)
        }) {
            assertThat(run.exit()).isEqualTo(3);
            assertThat(run.error())
                    .startsWith(
                            "error: " + data + ":1:1: is no CSV but an Excel workbook (.xlsx); save its sheet as CSV");
        }
    }

    @Test
    void aSlipInANumericTargetIsNamedWithItsCell() throws IOException {
        CliRun run = newConfiguration("numeric-target-typo.csv", "price");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.error()).contains("numeric-target-typo.csv:72:3: ", "'12O.5'");
    }

    @Test
    void oneImpossibleDateDoesNotMakeDatesTexts() throws IOException {
        assertThat(newConfiguration("date-one-bad.csv", "y").err())
                .contains("column 'joined' holds dates, but ", "date-one-bad.csv:62:1 holds '2021-02-30'");
        assertThat(Files.readString(folder.resolve("new.json"))).contains("\"date-time\"");
        CliRun train = train("date-one-bad.csv");
        assertThat(train.exit()).isEqualTo(3);
        assertThat(train.error()).contains("date-one-bad.csv:62:1: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accounting.csv|a: number, written like 1,234.5 $",
                "swiss.csv|a: number, written like 1\"234.5",
                "date-ampm.csv|at: date-time, month-day-year (year, month, day, weekday, hour)",
                "date-month-names.csv|at: date-time, day-month-year (year, month, day, weekday)",
                "date-two-digit-year.csv|at: date-time, written like M/d/yy (year, month, day, weekday)"
            })
    void numbersAndDatesAreReadAsOfficesWriteThem(String name, String read) throws IOException {
        assertThat(newConfiguration(name, "y").exit()).isZero();
        Path model = folder.resolve("m.nn");
        CliRun train = train(name, "--out", model);
        assertThat(train.exit()).as(train.err()).isZero();
        assertThat(train.err()).contains(read.replace('"', '\''));
        assertThat(CliRun.of("predict", "--model", model, "--data", file(name)).exit())
                .isZero();
        assertThat(CliRun.of("evaluate", "--model", model, "--data", file(name)).exit())
                .isZero();
        assertThat(CliRun.of("verify", model).exit()).isZero();
        assertThat(CliRun.of("inspect", model).out())
                .contains(read.substring(read.indexOf(": ") + 2).replace('"', '\''));
    }

    private CliRun trainedOn(String column) throws IOException {
        Path config = Files.writeString(
                folder.resolve("dates.json"),
                "{\"data\": {\"target\": \"y\", \"columns\": {\"at\": " + column + "}},"
                        + " \"loss\": \"binary-cross-entropy\", \"optimizer\": {\"type\": \"adam\","
                        + " \"learningRate\": 0.01}, \"network\": {\"layers\": [{\"outputDim\": 1,"
                        + " \"activation\": \"sigmoid\"}]}, \"training\": {\"epochs\": 2}}");
        return CliRun.of("train", "--config", config, "--data", file("date-two-digit-year.csv"));
    }

    @Test
    void aDatesFormatIsCheckedWhereItIsSaid() throws IOException {
        assertThat(trainedOn("{\"type\": \"date-time\", \"format\": \"MM/dd/yy\"}")
                        .exit())
                .isZero();
        assertThat(trainedOn("{\"type\": \"date-time\", \"format\": \"yyyy-mm-dd\"}")
                        .error())
                .contains(
                        "data.columns.at.format",
                        "the format 'yyyy-mm-dd' has a day without a month; a month is M, a minute m; allowed are y or");
        assertThat(trainedOn("{\"type\": \"date-time\", \"format\": \"M/d/yy\", \"order\": \"month-day-year\"}")
                        .error())
                .contains(
                        "data.columns.at.order",
                        "is for dates without a format, which says the order, too; leave one out");
        assertThat(trainedOn("{\"type\": \"date-time\", \"format\": \"HH:mm\", \"parts\": [\"year\"]}")
                        .error())
                .contains("data.columns.at.parts", "the format 'HH:mm' does not show year; its parts are hour, minute");
        assertThat(trainedOn("{\"type\": \"date-time\", \"format\": \"d.M.yy\"}")
                        .error())
                .endsWith("column 'at' must hold dates or times in the format 'd.M.yy', got '03/28/20'; correct the"
                        + " cell or leave the column out");
    }

    @Test
    void labelsThatLookAlikeAreTold() throws IOException {
        assertThat(newConfiguration("label-number-forms.csv", "y").err()).contains("'1' and '1.0', '2' and '2.0'");
        assertThat(train("label-number-forms.csv").err()).contains("'1' and '1.0', '2' and '2.0'; write them alike");
    }

    @Test
    void theCureOfATargetThatIsNotScaledComesFirst() throws IOException {
        Files.copy(file("house.json"), folder.resolve("new.json"));
        CliRun bad = train("house-prices.csv");
        assertThat(figure(bad, "training", "r2")).isNegative();
        assertThat(bad.err().lines().filter(line -> line.startsWith("hint: ")))
                .first()
                .asString()
                .contains("preprocessing.targetScaling");
        assertThat(figure(train("house-prices.csv", "--set", "preprocessing.targetScaling=standard"), "training", "r2"))
                .isGreaterThan(0.95);
    }
}
