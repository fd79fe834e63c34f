// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.DataException;
import dev.nn4j.config.Configuration;
import dev.nn4j.core.cell.DateFormat;
import dev.nn4j.core.cell.DateOrder;
import dev.nn4j.core.cell.DatePart;
import dev.nn4j.core.cell.NumberFormat;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.FoundCategories;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.io.CsvRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StarterTest {
    private static ColumnSurvey survey(String csv, String target) throws IOException {
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        try (CsvRows rows = CsvRows.of(new ByteArrayInputStream(bytes), "data.csv")) {
            return ColumnSurvey.of(rows, target);
        }
    }

    private static String rows(String header, int count, IntFunction<String> row) {
        return header + "\n" + IntStream.range(0, count).mapToObj(row).collect(Collectors.joining("\n"));
    }

    private static Experiment experiment(Configuration configuration) {
        return configuration.experiment(ComponentRegistry.standard());
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void everyTemplateIsAValidConfiguration(Template template) {
        Experiment read = experiment(Starter.of(template, "y").configuration());

        assertThat(read.task()).isEqualTo(template.task());
        assertThat(read.data().targets()).containsExactly("y");
        assertThat(read.options().earlyStopping()).isPresent();
    }

    @Test
    void theTargetsCellsTellTheTask() throws IOException {
        assertThat(survey("x,y\n1,a\n2,b\n", "y").target().suitable()).isEqualTo(Template.BINARY);
        assertThat(survey("x,y\n1,0\n2,1\n", "y").target().suitable()).isEqualTo(Template.BINARY);
        assertThat(survey("x,y\n1,a\n2,b\n3,c\n", "y").target().suitable()).isEqualTo(Template.MULTICLASS);
        assertThat(survey(rows("x,y", 50, i -> i + "," + i % 10), "y").target().suitable())
                .isEqualTo(Template.MULTICLASS);
        assertThat(survey(rows("x,y", 49, i -> i + "," + i % 10), "y").target().suitable())
                .isEqualTo(Template.REGRESSION);
        assertThat(survey(rows("x,y", 99, i -> i + "," + i % 3 + ".5"), "y")
                        .target()
                        .suitable())
                .isEqualTo(Template.REGRESSION);
    }

    private static Experiment proposed(String header, int count, IntFunction<String> row) throws IOException {
        DataProfile surroundings = survey(rows(header + ",y", count, r -> row.apply(r) + "," + (r % 2)), "y")
                .surroundings(Template.BINARY);
        Experiment experiment = experiment(new Starter(Template.BINARY, surroundings).configuration());
        assertThat(surroundings.ignore()).isEqualTo(experiment.data().ignore());
        return experiment;
    }

    private static ColumnPlan plan(String header, IntFunction<String> row) throws IOException {
        return proposed(header, 100, row).data().plans().get(header);
    }

    @Test
    void columnsAreReadByWhatTheyHold() throws IOException {
        assertThat(plan("x", r -> r * 7 % 13 + ".5"))
                .isEqualTo(ColumnPlan.number().withMissing(MissingPolicy.MEDIAN));
        assertThat(plan("x", r -> r % 9 == 0 ? "NA" : Integer.toString(r * 7 % 13)))
                .isEqualTo(ColumnPlan.number().withMissing(MissingPolicy.MEDIAN).withIndicator());
        assertThat(plan("x", r -> r % 3 == 0 ? "yes" : "No"))
                .isEqualTo(ColumnPlan.of(new BooleanKind()).withMissing(MissingPolicy.MOST_FREQUENT));
        assertThat(plan("x", r -> "abc".substring(r % 3, r % 3 + 1)))
                .isEqualTo(ColumnPlan.of(new FoundCategories(5, Unseen.RARE, true))
                        .withMissing(MissingPolicy.OWN_CATEGORY));
        assertThat(plan("x", r -> r % 7 == 0 ? "" : "t" + r % 40))
                .isEqualTo(ColumnPlan.of(new FoundCategories(2, Unseen.RARE, true))
                        .withMissing(MissingPolicy.OWN_CATEGORY));
    }

    @Test
    void datesAreReadInTheOrderThatAllOfThemHave() throws IOException {
        List<DatePart> parts = List.of(DatePart.YEAR, DatePart.MONTH, DatePart.DAY, DatePart.WEEKDAY);
        assertThat(plan("x", r -> "2026-01-" + (10 + r % 20)))
                .isEqualTo(ColumnPlan.of(new DateTimeKind(DateOrder.YEAR_MONTH_DAY, parts))
                        .withMissing(MissingPolicy.MEDIAN));
        assertThat(plan("x", r -> (10 + r % 20) + ".01.2026"))
                .isEqualTo(ColumnPlan.of(new DateTimeKind(DateOrder.DAY_MONTH_YEAR, parts))
                        .withMissing(MissingPolicy.MEDIAN));
        assertThat(plan("x", r -> "01/" + (10 + r % 20) + "/2026"))
                .isEqualTo(ColumnPlan.of(new DateTimeKind(DateOrder.MONTH_DAY_YEAR, parts))
                        .withMissing(MissingPolicy.MEDIAN));
        ColumnPlan times = plan("x", r -> r % 8 == 0 ? "?" : "2026-01-10 12:" + (10 + r % 40));
        assertThat(((DateTimeKind) times.kind()).parts()).contains(DatePart.HOUR);
        assertThat(times.missing()).isEqualTo(MissingPolicy.MEDIAN);
    }

    private static ColumnPlan date(String pattern, DatePart... parts) {
        return ColumnPlan.of(new DateTimeKind(DateFormat.ofPattern(pattern), List.of(parts)))
                .withMissing(MissingPolicy.MEDIAN);
    }

    @Test
    void datesWithNamesAndHalvesOfTheDayAreInAnOrderToo() throws IOException {
        List<DatePart> parts = List.of(DatePart.YEAR, DatePart.MONTH, DatePart.DAY, DatePart.WEEKDAY);
        assertThat(plan("x", r -> (10 + r % 20) + "-Mar-2020").kind())
                .isEqualTo(new DateTimeKind(DateOrder.DAY_MONTH_YEAR, parts));
        assertThat(plan("x", r -> "\"March " + (1 + r % 20) + ", 2020\"").kind())
                .isEqualTo(new DateTimeKind(DateOrder.MONTH_DAY_YEAR, parts));
        assertThat(plan("x", r -> "6/" + (10 + r % 20) + "/2023 2:05:00 pm").kind())
                .isEqualTo(new DateTimeKind(
                        DateOrder.MONTH_DAY_YEAR,
                        List.of(DatePart.YEAR, DatePart.MONTH, DatePart.DAY, DatePart.WEEKDAY, DatePart.HOUR)));
    }

    @Test
    void yearsOfTwoDigitsTimesAloneAndDigitsAloneHaveAFormat() throws IOException {
        DatePart[] parts = {DatePart.YEAR, DatePart.MONTH, DatePart.DAY, DatePart.WEEKDAY};
        assertThat(plan("x", r -> "03/" + (10 + r % 20) + "/20")).isEqualTo(date("M/d/yy", parts));
        assertThat(plan("x", r -> (10 + r % 20) + ".3.20")).isEqualTo(date("d.M.yy", parts));
        assertThat(plan("x", r -> "98-3-" + (10 + r % 20))).isEqualTo(date("yy-M-d", parts));
        assertThat(plan("x", r -> (10 + r % 20) + "-Mar-20")).isEqualTo(date("d-MMM-yy", parts));
        assertThat(plan("x", r -> r % 24 + ":" + (10 + r % 40)))
                .isEqualTo(date("H:mm[:ss]", DatePart.HOUR, DatePart.MINUTE));
        assertThat(plan("x", r -> (1 + r % 12) + ":05 PM"))
                .isEqualTo(date("h:mm[:ss][ ]a", DatePart.HOUR, DatePart.MINUTE));
        assertThat(plan("order_date", r -> "202003" + (10 + r % 20))).isEqualTo(date("yyyyMMdd", parts));
        assertThat(plan("x", r -> "3/" + (10 + r % 20) + "/20 7:" + (10 + r % 40)))
                .isEqualTo(date(
                        "M/d/yy[ H:mm[:ss]]",
                        DatePart.YEAR,
                        DatePart.MONTH,
                        DatePart.DAY,
                        DatePart.WEEKDAY,
                        DatePart.HOUR));
    }

    @Test
    void digitsAloneAreNumbersWhereTheColumnIsNotNamedADate() throws IOException {
        assertThat(plan("amount", r -> "202003" + (10 + r % 20)).kind()).isEqualTo(new NumberKind());
        assertThat(plan("date", r -> "202003" + (10 + r % 30)).kind())
                .as("31 is a day, 32 none")
                .isEqualTo(new NumberKind());
    }

    @Test
    void aFormatThatCouldBeAnotherIsSaid() throws IOException {
        assertThat(remarks("x,z,y", 60, r -> "0" + (1 + r % 9) + "/02/99," + r % 7 + "," + r % 2))
                .containsExactly("column 'x' is read in the format M/d/yy, though days and months cannot be told"
                        + " apart; say otherwise in data.columns");
        assertThat(remarks("x,z,y", 60, r -> (r == 7 ? "25:00" : r % 9 + ":30") + "," + r % 7 + "," + r % 2))
                .singleElement()
                .asString()
                .startsWith("column 'x' holds dates, but data.csv:9:1 holds '25:00'");
    }

    @Test
    void whereDaysAndMonthsCannotBeToldApartItIsSaid() throws IOException {
        DataProfile surroundings = survey(rows("x,y", 30, r -> "0" + (1 + r % 9) + "/02/2026," + r % 2), "y")
                .surroundings(Template.BINARY);
        assertThat(surroundings.remarks())
                .containsExactly("column 'x' is read in the order month-day-year, though days and months cannot be told"
                        + " apart; say otherwise in data.columns");
    }

    @Test
    void columnsThatSayNothingAreIgnoredWithTheReason() throws IOException {
        String csv = rows(
                "empty,constant,counter,user_id,text,x,y",
                60,
                r -> "?,3," + (100 + r) + "," + (r * 7919 % 1000) + ",note " + r + "," + r * 7 % 13 + "," + r % 2);
        DataProfile surroundings = survey(csv, "y").surroundings(Template.BINARY);

        assertThat(surroundings.ignore()).containsExactly("empty", "constant", "counter", "user_id", "text");
        assertThat(surroundings.remarks())
                .containsExactly(
                        "column 'empty' is ignored: it has no value",
                        "column 'constant' is ignored: it holds one value only",
                        "column 'counter' is ignored: it looks like an identifier: whole numbers, each once; to keep it, take it"
                                + " off data.ignore",
                        "column 'user_id' is ignored: it looks like an identifier: whole numbers, each once; to keep it, take it"
                                + " off data.ignore",
                        "column 'text' is ignored: it holds 60 different texts in 60 rows: free text or an identifier;"
                                + " to keep it, take it off data.ignore and make it a category in data.columns");
        assertThat(surroundings.inputs()).isEqualTo(1);
    }

    private static ColumnPlan number(String decimal, String grouping, String unit) {
        return ColumnPlan.of(new NumberKind(new NumberFormat(decimal, grouping, unit)))
                .withMissing(MissingPolicy.MEDIAN);
    }

    @Test
    void numbersAreReadInTheFormatThatAllOfThemHave() throws IOException {
        assertThat(plan("x", r -> "\"" + r + ",5\"")).isEqualTo(number(",", "", ""));
        assertThat(plan("x", r -> "\"" + (r % 9 + 1) + ".234," + r + "\"")).isEqualTo(number(",", ".", ""));
        assertThat(plan("x", r -> "\"" + (r % 9 + 1) + ",234." + r + "\"")).isEqualTo(number(".", ",", ""));
        assertThat(plan("x", r -> "$" + r + ".25")).isEqualTo(number(".", "", "$"));
        assertThat(plan("x", r -> r % 7 + " %")).isEqualTo(number(".", "", "%"));
        assertThat(plan("x", r -> "\"" + r % 7 + ",5 €\"")).isEqualTo(number(",", "", "€"));
        assertThat(plan("x", r -> r % 5 == 0 ? "" : "\"" + r + ",5\""))
                .isEqualTo(number(",", "", "").withIndicator());
        assertThat(plan("x", r -> r % 2 == 0 ? "1.5" : "\"2,5\""))
                .as("no format takes both")
                .isEqualTo(ColumnPlan.of(new FoundCategories(5, Unseen.RARE, true))
                        .withMissing(MissingPolicy.OWN_CATEGORY));
        assertThat(plan("x", r -> r % 2 == 0 ? "$1" : "€1"))
                .as("two units")
                .isEqualTo(ColumnPlan.of(new FoundCategories(5, Unseen.RARE, true))
                        .withMissing(MissingPolicy.OWN_CATEGORY));
        assertThat(plan("x", r -> "A" + r % 3))
                .as("codes are no numbers with a unit")
                .isEqualTo(ColumnPlan.of(new FoundCategories(5, Unseen.RARE, true))
                        .withMissing(MissingPolicy.OWN_CATEGORY));
    }

    @Test
    void numbersAreReadAsAccountsAndTypographyWriteThem() throws IOException {
        assertThat(plan("x", r -> r % 3 == 0 ? "(" + r + ".5)" : r + ".25"))
                .as("parentheses alone")
                .isEqualTo(number(".", "", ""));
        assertThat(plan("x", r -> (r % 3 == 0 ? "\u2212" : "") + r + ".25")).isEqualTo(number(".", "", ""));
        assertThat(plan("x", r -> r % 3 == 0 ? "\"($1," + (100 + r) + ".50)\"" : "$" + r + ".25"))
                .isEqualTo(number(".", ",", "$"));
        assertThat(plan("x", r -> "\"12,34," + (100 + r) + "\"")).isEqualTo(number(".", ",", ""));
        assertThat(plan("x", r -> "1\u2019" + (100 + r) + ".50")).isEqualTo(number(".", "'", ""));
        assertThat(plan("x", r -> "CHF 1\u2019" + (100 + r) + ".50")).isEqualTo(number(".", "'", "CHF"));
        assertThat(plan("x", r -> "\"1\u202f" + (100 + r) + ",50\u00a0€\"")).isEqualTo(number(",", " ", "€"));
        assertThat(plan("x", r -> "\"1." + (100 + r) + ",50" + (r % 2 == 0 ? "-" : "") + "\""))
                .isEqualTo(number(",", ".", ""));
    }

    @Test
    void aTargetWithAnotherMinusIsANumber() throws IOException {
        TargetSurvey minus =
                survey(rows("x,y", 60, r -> r % 9 + ",\u2212" + r + ".5"), "y").target();
        assertThat(minus.suitable()).isEqualTo(Template.REGRESSION);
        assertThat(minus.told(Template.REGRESSION, false)).isEqualTo("y: numbers (-59.5 … -0.5)");
        assertThat(survey(rows("x,y", 60, r -> r % 9 + ",(" + r + ".5)"), "y")
                        .target()
                        .suitable())
                .isEqualTo(Template.REGRESSION);
        assertThat(remarks("id,x,y", 60, r -> "(" + r + ")," + r % 9 + ",(" + r % 2 + ")"))
                .singleElement()
                .asString()
                .startsWith("column 'id' is ignored: it looks like an identifier");
    }

    @Test
    void whereThousandsAndDecimalsCannotBeToldApartItIsSaid() throws IOException {
        DataProfile surroundings = survey(rows("x,y", 30, r -> "\"" + (r + 1) + ",500\"," + r % 2), "y")
                .surroundings(Template.BINARY);
        assertThat(surroundings.remarks())
                .containsExactly("column 'x' is read with , between thousands, though it could be the decimal mark;"
                        + " say otherwise in data.columns");
    }

    @Test
    void theTargetsNumbersAreReadInTheirFormatToo() throws IOException {
        ColumnSurvey survey = survey(rows("x,y", 30, r -> r * 7 % 13 + ",\"" + r + ",25 €\""), "y");
        assertThat(survey.target().suitable()).isEqualTo(Template.REGRESSION);
        survey.target().require(Template.REGRESSION);
        Experiment experiment =
                experiment(new Starter(Template.REGRESSION, survey.surroundings(Template.REGRESSION)).configuration());
        assertThat(experiment.cellType("y").format()).isEqualTo(new NumberFormat(",", "", "€"));
    }

    @Test
    void aTargetOfTextsThatAreAllDifferentIsRefused() throws IOException {
        TargetSurvey target =
                survey(rows("x,y", 60, r -> r + ",note " + r), "y").target();
        assertThatThrownBy(() -> target.require(Template.MULTICLASS))
                .isInstanceOf(DataException.class)
                .hasMessage("data.csv:2:2: the target holds 60 labels in 60 rows, too few of each to learn; is it the"
                        + " right column?");
    }

    private static List<String> remarks(String header, int count, IntFunction<String> row) throws IOException {
        return survey(rows(header, count, row), "y")
                .surroundings(Template.BINARY)
                .remarks();
    }

    @Test
    void aColumnThatIsNearlyOfATypeIsKeptAndTheFirstOtherCellIsNamed() throws IOException {
        String remedy =
                "; correct it there, or name it in data.missingMarks if it says that there is no value; nn train"
                        + " stops at it";
        assertThat(remarks("x,z,y", 60, r -> (r == 5 ? "1.2.3" : r * 7 % 13 + "") + "," + r % 5 + "," + r % 2))
                .containsExactly("column 'x' holds numbers, but data.csv:7:1 holds '1.2.3'" + remedy);
        assertThat(remarks("価格,y", 60, r -> (r == 59 ? "\"7.5\"" : "\"" + r + ",25\"") + "," + r % 2))
                .as("decimal comma")
                .containsExactly("column '価格' holds numbers, but data.csv:61:1 holds '7.5'" + remedy);
        assertThat(remarks("x,y", 100, r -> (r % 33 == 5 ? "?!" : r * 31 % 97 + "") + "," + r % 2))
                .containsExactly(
                        "column 'x' holds numbers, but data.csv:7:1 holds '?!', the first of 3 cells that are none"
                                + remedy);
        assertThat(remarks("x,y", 60, r -> (r == 30 ? "2021-02-30" : "2021-03-" + (10 + r % 3)) + "," + r % 2))
                .as("few different dates stay dates")
                .containsExactly("column 'x' holds dates, but data.csv:32:1 holds '2021-02-30'" + remedy);
        assertThat(remarks("x,y", 60, r -> (r % 20 == 0 ? "3+" : r % 4 + "") + "," + r % 2))
                .as("codes are categories")
                .isEmpty();
        assertThat(remarks("x,y", 400, r -> (r % 50 == 0 ? "<0.5" : r * 31 % 397 + ".25") + "," + r % 2))
                .as("what is below the limit of a measurement")
                .containsExactly(
                        "column 'x' holds numbers, but data.csv:2:1 holds '<0.5', the first of 8 cells that are none"
                                + remedy);
        assertThat(remarks("x,y", 400, r -> (r == 30 || r == 31 ? "12O.5" : r * 31 % 397 + ".25") + "," + r % 2))
                .as("a slip that was copied")
                .containsExactly(
                        "column 'x' holds numbers, but data.csv:32:1 holds '12O.5', the first of 2 cells that are none"
                                + remedy);
    }

    @Test
    void aNumericTargetWithASlipIsRefusedAtItsCell() throws IOException {
        TargetSurvey target = survey(rows("x,y", 120, r -> r % 9 + "," + (r == 70 ? "12O.5" : r % 30 + ".5")), "y")
                .target();
        assertThatThrownBy(target::suitable)
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("data.csv:72:2: target 'y' holds numbers, but '12O.5' here; correct the cell");
        target.require(Template.MULTICLASS);
        assertThatThrownBy(() -> target.require(Template.REGRESSION)).hasMessageStartingWith("data.csv:72:2: ");
        for (String slip : List.of("12O.5", "1O", "<1")) {
            assertThatThrownBy(() -> survey(
                                    rows("x,y", 400, r -> r % 9 + "," + (r == 30 || r == 31 ? slip : r % 5 + "")), "y")
                            .target()
                            .suitable())
                    .as("twice")
                    .hasMessageStartingWith("data.csv:32:2: target 'y' holds numbers, but '" + slip
                            + "' here (the first of 2 cells that are none)");
        }
        assertThatThrownBy(() -> survey(rows("x,y", 80, r -> r % 9 + "," + (r == 3 ? "O" : r % 2 + "")), "y")
                        .target()
                        .suitable())
                .hasMessageStartingWith("data.csv:5:2: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rownames", "Order", "PID", "Kundennummer", "番号", ""})
    void whatNumbersTheRowsIsAnIdentifierInAnyOrderUnderAnyName(String name) throws IOException {
        assertThat(remarks(name + ",x,y", 100, r -> (1 + r * 37 % 100) + "," + r % 7 + "," + r % 2))
                .containsExactly(
                        "column '" + name + "' is ignored: it looks like an identifier: whole numbers, each once;"
                                + " to keep it, take it off data.ignore");
        assertThat(remarks(name + ",x,y", 100, r -> (526_000_000L + r * 7919 % 100_003) + "," + r % 7 + "," + r % 2))
                .hasSize(1);
    }

    @Test
    void aMeasurementIsNoIdentifier() throws IOException {
        assertThat(remarks("x,y", 100, r -> r + ".5," + r % 2)).as("decimals").isEmpty();
        assertThat(remarks("x,y", 100, r -> r / 2 + "," + r % 2))
                .as("twice each")
                .isEmpty();
        assertThat(remarks("year,z,y", 40, r -> 1980 + r + "," + r % 3 + "," + r % 2))
                .as("years")
                .isEmpty();
        assertThat(remarks("x,z,y", 12, r -> r + "," + r % 3 + "," + r % 2))
                .as("few rows")
                .isEmpty();
        assertThat(remarks("ms,z,y", 60, r -> 1_700_000_000_000L + r * 977 + "," + r % 3 + "," + r % 2))
                .as("times")
                .isEmpty();
        assertThat(remarks("salary,z,y", 100, r -> 30_000 + 400 * (r % 2) * 100 + r * 37 + "," + r % 3 + "," + r % 2))
                .as("what goes with the target")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1700000000",
                "1700000000000",
                "1700000000000000",
                "1700000000000000000",
                "662688000",
                "3786912000000"
            })
    void timesSince1970AreNoIdentifiersInAnyUnit(String first) throws IOException {
        assertThat(remarks("ts,z,y", 60, r -> Long.parseLong(first) + r * 7919L + "," + r % 3 + "," + r * 7 % 5 % 2))
                .isEmpty();
    }

    @Test
    void datesAsOneNumberAreNoIdentifiers() throws IOException {
        LocalDateTime first = LocalDateTime.of(2022, 12, 30, 7, 40, 58);
        for (String pattern : List.of("uuuuMMdd", "uuuuMMddHHmm", "uuuuMMddHHmmss")) {
            DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
            assertThat(remarks(
                            "d,z,y",
                            60,
                            r -> first.plusDays(r * 37 % 60).plusSeconds(r).format(format) + "," + r % 3 + "," + r % 2))
                    .as(pattern)
                    .isEmpty();
        }
        assertThat(remarks("d,z,y", 60, r -> 20_221_240 + r * 37 % 60 + "," + r % 3 + "," + r % 2))
                .as("no dates")
                .hasSize(1);
    }

    /** Only the distance from the middle tells. */
    @Test
    void aMeasurementThatGoesWithTheTargetOnACurveIsNoIdentifier() throws IOException {
        assertThat(remarks(
                        "x,z,y",
                        300,
                        r -> r * 7919L % 30011 + "," + r % 3 + "," + (far(r * 7919L % 30011) ? "far" : "near")))
                .isEmpty();
        DataProfile numbers = survey(
                        rows(
                                "x,z,y",
                                300,
                                r -> r * 7919L % 30011 + "," + r % 3 + ","
                                        + (Math.abs(r * 7919L % 30011 - 15000) + 0.5)),
                        "y")
                .surroundings(Template.REGRESSION);
        assertThat(numbers.ignore()).isEmpty();
        assertThat(remarks("x,z,y", 300, r -> r * 7919L % 30011 + "," + r % 3 + "," + r * 104729L % 7919 % 2))
                .as("what has nothing to do with the target")
                .hasSize(1);
    }

    private static boolean far(long x) {
        return Math.abs(x - 15000) > 7500;
    }

    @Test
    void theLastColumnIsKept() throws IOException {
        DataProfile line =
                survey(rows("x,y", 100, r -> r + 1 + "," + (2 * r + 3)), "y").surroundings(Template.REGRESSION);
        assertThat(line.ignore()).isEmpty();
        assertThat(line.remarks())
                .containsExactly(
                        "column 'x' is kept though its numbers look like an identifier: nothing else is left to"
                                + " learn from");
        DataProfile years = survey(rows("year,sales", 34, r -> 1990 + r + "," + (7 + 3 * r)), "sales")
                .surroundings(Template.REGRESSION);
        assertThat(years.ignore()).isEmpty();
        assertThat(years.remarks()).isEmpty();
    }

    @Test
    void whereNoColumnCanBeLearntFromTheReasonsAreNamed() {
        assertThatThrownBy(() -> survey(rows("a,b,y", 60, r -> "3,note " + r + "," + r % 2), "y")
                        .surroundings(Template.BINARY))
                .hasMessageStartingWith("data.csv:1:1: there is no column to learn from: 'a' is ignored: it holds one"
                        + " value only; 'b' is ignored: it holds 60 different texts");
    }

    @Test
    void aFrequentWordIsAValueEvenIfItReadsLikeAGap() throws IOException {
        ColumnPlan debtors = plan("x", r -> r % 10 == 0 ? "guarantor" : r % 10 == 1 ? "co" : "none");
        assertThat(debtors)
                .isEqualTo(ColumnPlan.of(new CategoryKind(List.of("co", "guarantor", "none"), Unseen.ZEROS))
                        .withMissing(MissingPolicy.OWN_CATEGORY));
        assertThat(((CategoryKind) plan("x", r -> r % 3 == 0 ? "yes" : "None").kind()).categories())
                .containsExactly("None", "yes");
        assertThat(plan("x", r -> r % 3 == 0 ? "NA" : "ab".substring(r % 2, r % 2 + 1))
                        .kind())
                .as("what programs write for a gap is one")
                .isEqualTo(new FoundCategories(5, Unseen.RARE, true));
        assertThat(plan("x", r -> r % 3 == 0 ? "none" : r * 7 % 13 + ".5"))
                .as("a gap among numbers")
                .isEqualTo(ColumnPlan.number().withMissing(MissingPolicy.MEDIAN).withIndicator());
        assertThat(remarks("x,y", 100, r -> (r % 10 == 0 ? "a" : r % 10 == 1 ? "b" : "none") + "," + r % 2))
                .containsExactly(
                        "column 'x' is taken to hold a value where it says 'none' in 80 of 100 rows, which is no"
                                + " gap then; data.columns lists it");
    }

    @Test
    void theRarerLabelIsPositive() throws IOException {
        for (String rarer : List.of("left", "verlassen", "離", "0")) {
            DataProfile found = survey(rows("x,y", 50, r -> r % 9 + "," + (r % 5 == 0 ? rarer : "stayed")), "y")
                    .surroundings(Template.BINARY);
            assertThat(experiment(new Starter(Template.BINARY, found).configuration())
                            .data()
                            .positive())
                    .contains(rarer);
        }
    }

    private static String told(IntFunction<String> target) throws IOException {
        TargetSurvey survey = survey(rows("x,y", 200, r -> r % 9 + "," + target.apply(r)), "y")
                .target();
        return survey.told(survey.suitable(), false);
    }

    @Test
    void whatTheTargetIsTakenForIsSaidInOneLine() throws IOException {
        assertThat(told(r -> 3 + r % 7 + ""))
                .isEqualTo("y: 7 labels (3 … 9); nn new --template regression for numbers");
        assertThat(told(r -> r % 4 == 0 ? "a" : "b"))
                .isEqualTo("y: 2 labels (a, b), 'a' is the positive one, the rarer; data.positive says so");
        assertThat(told(r -> r % 2 == 0 ? "a" : "b")).contains("'b' is the positive one, the second in order");
        assertThat(told(r -> r + ".5")).isEqualTo("y: numbers (0.5 … 199.5)");
        assertThat(told(r -> r % 50 + "")).isEqualTo("y: numbers (0 … 49); nn new --template multiclass for 50 labels");
        assertThat(told(r -> r % 15 + "")).startsWith("y: 15 labels (0 … 14)");
        assertThat(told(r -> Integer.bitCount(r * 77_773) + ""))
                .as("with a middle and rare ends they count something")
                .startsWith("y: numbers (");
    }

    @Test
    void labelsAndCategoriesThatLookAlikeAreTold() throws IOException {
        String told = " that differ only in case, blanks or the way a number is written, and are learnt as different"
                + " ones: ";
        assertThat(survey(
                                rows(
                                        "x,y",
                                        60,
                                        r -> r % 9 + ","
                                                + List.of("1", "1.0", "02", "2").get(r % 4)),
                                "y")
                        .surroundings(Template.MULTICLASS)
                        .remarks())
                .containsExactly("target 'y' holds labels" + told + "'1' and '1.0', '02' and '2'; write them alike");
        assertThat(remarks("x,y", 60, r -> List.of("Rot", "rot", "blau").get(r % 3) + "," + r % 2))
                .containsExactly("column 'x' holds categories" + told + "'Rot' and 'rot'; write them alike");
    }

    @Test
    void outputsAreAsManyAsLabels() throws IOException {
        DataProfile surroundings = survey("x,y\n1,a\n2,b\n3,c\n4,d\n", "y").surroundings(Template.MULTICLASS);
        Experiment read = experiment(new Starter(Template.MULTICLASS, surroundings).configuration());

        assertThat(read.layers().get(read.layers().size() - 1).outputs(0)).isEqualTo(4);
    }

    @Test
    void aPartOfTheRowsIsMeasuredOnWhereThereAreEnough() throws IOException {
        for (int count : new int[] {49, 50, 1000}) {
            DataProfile surroundings =
                    survey(rows("x,y", count, r -> r % 9 + "," + r % 2), "y").surroundings(Template.BINARY);
            Experiment read = experiment(new Starter(Template.BINARY, surroundings).configuration());
            assertThat(read.ensemble().map(Ensemble::members).orElse(0)).isEqualTo(count < 50 ? 0 : 5);
            assertThat(read.options().earlyStopping().isPresent()).isEqualTo(count >= 50);
            assertThat(read.options().refit()).isEqualTo(count >= 50);
        }
    }

    @ParameterizedTest
    @CsvSource({"999, BINARY, 40", "1000, BINARY, 17", "1000, REGRESSION, 40", "4000, MULTICLASS, 25"})
    void theWaveBehindTheBestEpochIsStillSeen(int count, Template template, int patience) throws IOException {
        DataProfile surroundings = survey(
                        rows("x,y", count, r -> r % 9 + "," + r % (template == Template.BINARY ? 2 : 3)), "y")
                .surroundings(template);
        Experiment read = experiment(new Starter(template, surroundings).configuration());
        assertThat(read.options().earlyStopping().orElseThrow().patience()).isEqualTo(patience);
    }

    @Test
    void hiddenLayersBeginWithTheDataAndTheLastWithZeros() throws IOException {
        DataProfile surroundings =
                survey(rows("x,y", 60, r -> r % 9 + "," + r % 2), "y").surroundings(Template.BINARY);
        Experiment read = experiment(new Starter(Template.BINARY, surroundings).configuration());
        assertThat(read.layers().stream()
                        .filter(DenseSpec.class::isInstance)
                        .map(layer -> ((DenseSpec) layer).initializer().name()))
                .containsExactly("data-driven", "data-driven", "zeros");
    }

    @Test
    void fewRowsAreNotDivided() throws IOException {
        DataProfile surroundings = survey("x,y\n1,a\n2,b\n", "y").surroundings(Template.BINARY);
        Experiment read = experiment(new Starter(Template.BINARY, surroundings).configuration());

        assertThat(read.options().validationFraction()).isZero();
        assertThat(read.options().earlyStopping()).isEmpty();
    }

    @Test
    void aTemplateThatCannotWorkIsRefusedAtItsPlace() throws IOException {
        TargetSurvey labels = survey("x,y\n1,a\n2,b\n3,c\n", "y").target();

        assertThatThrownBy(() -> labels.require(Template.REGRESSION))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("data.csv:2:2: ");
        assertThatThrownBy(() -> labels.require(Template.BINARY))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("use multiclass");
        labels.require(Template.MULTICLASS);
        assertThat(labels.labels()).isEqualTo(3);
    }

    @Test
    void dataThatCannotBeLearntIsRefused() {
        assertThatThrownBy(() -> survey("x,y\n1,a\n", "z")).hasMessageContaining("there is no column 'z'");
        assertThatThrownBy(() -> survey("x,y\n1,a\n2\n", "y")).hasMessageStartingWith("data.csv:3:2: row has 1 cells");
        assertThatThrownBy(() -> survey("x,y\na,b\nc,d\n", "y").surroundings(Template.BINARY))
                .hasMessageContaining("there is no column to learn from");
    }

    private static Configuration proposed(String csv) throws IOException {
        ColumnSurvey survey = survey(csv, "y");
        Template suitable = survey.target().suitable();
        return new Starter(suitable, survey.surroundings(suitable)).configuration();
    }

    @Test
    void ownMarksAmongNumbersAndDatesAreWritten() throws IOException {
        String csv = rows(
                "a,b,c,y",
                60,
                r -> (r % 4 == 0 ? "#N/A" : r * 7 % 13 + ".5") + "," + (r % 9 == 0 ? "-999" : r % 11) + ","
                        + (r % 7 == 0 ? "-" : "2024-03-" + (10 + r % 9)) + "," + r % 2);
        Experiment read = experiment(proposed(csv));

        assertThat(read.data().marks().texts())
                .as("the usual ones stay marks")
                .containsExactly("?", "n/a", "na", "nan", "none", "null", "#N/A", "-", "-999");
        assertThat(read.data().plans().get("a"))
                .isEqualTo(ColumnPlan.number().withMissing(MissingPolicy.MEDIAN).withIndicator());
        assertThat(remarksOf(csv))
                .contains("taken for no value: '#N/A' (15 times) in column 'a'; '-999' (7 times) in column 'b'; '-'"
                        + " (9 times) in column 'c'; data.missingMarks lists it");
    }

    @Test
    void whatMayBeAValueIsNoMark() throws IOException {
        for (IntFunction<String> cell : List.<IntFunction<String>>of(
                r -> List.of("-", "low", "high").get(r % 3),
                r -> r % 9 == 0 ? "-999" : -r + "",
                r -> r == 9 ? "-999" : r % 8 + "")) {
            assertThat(proposed(rows("x,z,y", 60, r -> cell.apply(r) + "," + r % 5 + "," + r % 2))
                            .pretty())
                    .doesNotContain("missingMarks");
        }
        assertThat(plan("x", r -> List.of("-", "low", "high").get(r % 3)).kind())
                .isEqualTo(new FoundCategories(5, Unseen.RARE, true));
    }

    @Test
    void rowsWithoutATargetAreLeftOutInSoManyWords() throws IOException {
        String labels = rows(
                "x,y",
                60,
                r -> r % 9 + "," + (r % 20 == 0 ? "" : r % 20 == 1 ? "NA" : "ab".substring(r % 2, r % 2 + 1)));
        assertThat(proposed(labels).pretty())
                .contains("\"missingTarget\": \"skip\"")
                .doesNotContain("missingMarks");
        assertThat(remarksOf(labels))
                .containsExactly("6 rows have no target and are left out; data.missingTarget says so");

        String numbers = rows("x,y", 60, r -> r % 9 + "," + (r % 20 == 0 ? "-" : r + ".5"));
        assertThat(proposed(numbers).pretty())
                .contains("\"missingTarget\": \"skip\"", "\"missingMarks\"", "\"-\"", "mean-squared-error");
        assertThat(survey("x,y\n1,-\n2,-\n3,+\n4,+\n", "y").target().suitable())
                .as("beside labels it is one")
                .isEqualTo(Template.BINARY);
    }

    /** A column of disorders, most of which are none. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "None"})
    void aFrequentWordIsALabelAlsoIfItReadsLikeAGap(String word) throws IOException {
        String csv = rows("x,y", 60, r -> r % 9 + "," + (r % 3 == 0 ? word : r % 3 == 1 ? "apnea" : "insomnia"));
        ColumnSurvey survey = survey(csv, "y");
        assertThat(survey.target().labels()).isEqualTo(3);
        assertThat(remarksOf(csv))
                .containsExactly(
                        "taken for a label: '" + word + "' (20 times) in the target; data.missingMarks lists what"
                                + " says that there is no value, and not this");
        Experiment experiment = experiment(proposed(csv));
        assertThat(experiment.data().marks().isMark("NaN")).isTrue();
        assertThat(experiment.data().marks().isMark(word)).isFalse();
        assertThat(remarksOf(rows("x,y", 60, r -> r % 9 + "," + (r == 5 ? "" : r % 3 == 0 ? word : "mild"))))
                .hasSize(2)
                .contains("1 rows have no target and are left out; data.missingTarget says so");
    }

    @Test
    void aLabelThatStandsInOneRowIsSaid() throws IOException {
        assertThat(remarksOf(rows("x,y", 60, r -> r % 9 + "," + (r == 7 ? "n/k" : "ab".substring(r % 2, r % 2 + 1)))))
                .containsExactly("target 'y' has labels that stand in one row only (n/k); correct them, or name in"
                        + " data.missingMarks what says that there is no value");
    }

    @Test
    void anIdentifiersNameIsSaidWhereSeveralRowsAreOfOne() throws IOException {
        assertThat(remarks("customer_id,y", 100, r -> r / 2 * 7919 % 100_003 + "," + r % 2))
                .containsExactly(
                        "column 'customer_id' is read as a number, though its name is that of an identifier; if"
                                + " its numbers only name what a row is of, put it into data.ignore");
        assertThat(remarks("error code,y", 100, r -> r % 7 + "," + r % 2)).isEmpty();
    }

    @Test
    void numbersTooSmallForFloatsAreSaid() throws IOException {
        assertThat(remarks("conc,y", 100, r -> r * 7 % 13 + ".5e-50," + r % 2))
                .containsExactly(
                        "column 'conc' holds numbers of which 32-bit floats hold few digits or none, so near to 0 are"
                                + " they; multiply them by a constant");
    }

    @Test
    void aTargetThatIsAllGapsOrSaysNoneWhereAColumnHasGapsIsRefused() {
        assertThatThrownBy(() -> survey("x,y\n1,\n2,NA\n", "y"))
                .hasMessage("data.csv:2:2: target 'y' is missing here and in all other rows; is it the right column?");
        assertThatThrownBy(() -> remarksOf(
                        rows("x,y", 60, r -> (r % 7 == 0 ? "none" : r + ".5") + "," + (r % 3 == 0 ? "none" : "mild"))))
                .hasMessage(
                        "data.csv:2:2: target 'y' says 'none' in 20 of 60 rows, which in column 'x' says that there is"
                                + " no value; name the label otherwise");
    }

    private static List<String> remarksOf(String csv) throws IOException {
        ColumnSurvey survey = survey(csv, "y");
        return survey.surroundings(survey.target().suitable()).remarks();
    }
}
