// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.DataException;
import dev.nn4j.cli.config.Configuration;
import dev.nn4j.cli.json.JsonObject;
import dev.nn4j.core.data.BooleanKind;
import dev.nn4j.core.data.ColumnPlan;
import dev.nn4j.core.data.DateOrder;
import dev.nn4j.core.data.DatePart;
import dev.nn4j.core.data.DateTimeKind;
import dev.nn4j.core.data.FoundCategories;
import dev.nn4j.core.data.MissingPolicy;
import dev.nn4j.core.data.NumberFormat;
import dev.nn4j.core.data.NumberKind;
import dev.nn4j.core.data.Unseen;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.training.Experiment;
import dev.nn4j.io.CsvRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    private static Experiment experiment(JsonObject configuration) {
        return new Configuration(configuration).experiment(ComponentRegistry.standard(), Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void everyTemplateIsAValidConfiguration(Template template) {
        Experiment read = experiment(new Starter(template, Surroundings.usual(template, "y")).configuration());

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
        Surroundings surroundings = survey(rows(header + ",y", count, r -> row.apply(r) + "," + (r % 2)), "y")
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
        assertThat(plan("x", r -> r * 7 % 13 + ".5")).isNull();
        assertThat(plan("x", r -> r % 9 == 0 ? "NA" : Integer.toString(r * 7 % 13)))
                .isEqualTo(ColumnPlan.number().withMissing(MissingPolicy.MEDIAN).withIndicator());
        assertThat(plan("x", r -> r % 3 == 0 ? "yes" : "No")).isEqualTo(ColumnPlan.of(new BooleanKind()));
        assertThat(plan("x", r -> "abc".substring(r % 3, r % 3 + 1)))
                .isEqualTo(ColumnPlan.of(new FoundCategories(5, Unseen.RARE)));
        assertThat(plan("x", r -> r % 7 == 0 ? "" : "t" + r % 40))
                .isEqualTo(ColumnPlan.of(new FoundCategories(2, Unseen.RARE)).withMissing(MissingPolicy.OWN_CATEGORY));
    }

    @Test
    void datesAreReadInTheOrderThatAllOfThemHave() throws IOException {
        List<DatePart> parts = List.of(DatePart.YEAR, DatePart.MONTH, DatePart.DAY, DatePart.WEEKDAY);
        assertThat(plan("x", r -> "2026-01-" + (10 + r % 20)))
                .isEqualTo(ColumnPlan.of(new DateTimeKind(DateOrder.YEAR_MONTH_DAY, parts)));
        assertThat(plan("x", r -> (10 + r % 20) + ".01.2026"))
                .isEqualTo(ColumnPlan.of(new DateTimeKind(DateOrder.DAY_MONTH_YEAR, parts)));
        assertThat(plan("x", r -> "01/" + (10 + r % 20) + "/2026"))
                .isEqualTo(ColumnPlan.of(new DateTimeKind(DateOrder.MONTH_DAY_YEAR, parts)));
        ColumnPlan times = plan("x", r -> r % 8 == 0 ? "?" : "2026-01-10 12:" + (10 + r % 40));
        assertThat(((DateTimeKind) times.kind()).parts()).contains(DatePart.HOUR);
        assertThat(times.missing()).isEqualTo(MissingPolicy.MEDIAN);
    }

    @Test
    void whereDaysAndMonthsCannotBeToldApartItIsSaid() throws IOException {
        Surroundings surroundings = survey(rows("x,y", 30, r -> "0" + (1 + r % 9) + "/02/2026," + r % 2), "y")
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
        Surroundings surroundings = survey(csv, "y").surroundings(Template.BINARY);

        assertThat(surroundings.ignore()).containsExactly("empty", "constant", "counter", "user_id", "text");
        assertThat(surroundings.remarks())
                .containsExactly(
                        "column 'empty' is ignored: it has no value",
                        "column 'constant' is ignored: it holds one value only",
                        "column 'counter' is ignored: it looks like an identifier: whole numbers, each once",
                        "column 'user_id' is ignored: it looks like an identifier: whole numbers, each once",
                        "column 'text' is ignored: it holds 60 different texts in 60 rows: free text or an identifier");
        assertThat(surroundings.inputs()).isEqualTo(1);
    }

    private static ColumnPlan number(String decimal, String grouping, String unit) {
        return ColumnPlan.of(new NumberKind(new NumberFormat(decimal, grouping, unit)));
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
                .isEqualTo(number(",", "", "").withMissing(MissingPolicy.MEDIAN).withIndicator());
        assertThat(plan("x", r -> r % 2 == 0 ? "1.5" : "\"2,5\""))
                .as("no format takes both")
                .isEqualTo(ColumnPlan.of(new FoundCategories(5, Unseen.RARE)));
        assertThat(plan("x", r -> r % 2 == 0 ? "$1" : "€1"))
                .as("two units")
                .isEqualTo(ColumnPlan.of(new FoundCategories(5, Unseen.RARE)));
        assertThat(plan("x", r -> "A" + r % 3))
                .as("codes are no numbers with a unit")
                .isEqualTo(ColumnPlan.of(new FoundCategories(5, Unseen.RARE)));
    }

    @Test
    void whereThousandsAndDecimalsCannotBeToldApartItIsSaid() throws IOException {
        Surroundings surroundings = survey(rows("x,y", 30, r -> "\"" + (r + 1) + ",500\"," + r % 2), "y")
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

    @Test
    void aNumberSpoiltInPlacesIsIgnoredWithTheFirstSuchCell() throws IOException {
        String csv = rows("x,z,y", 60, r -> (r == 5 ? "1.2.3" : r * 7 % 13 + "") + "," + r % 5 + "," + r % 2);
        assertThat(survey(csv, "y").surroundings(Template.BINARY).remarks())
                .singleElement()
                .asString()
                .startsWith("column 'x' is ignored: data.csv:7:1: column 'x' must hold finite decimal numbers");
    }

    @Test
    void outputsAreAsManyAsLabels() throws IOException {
        Surroundings surroundings = survey("x,y\n1,a\n2,b\n3,c\n4,d\n", "y").surroundings(Template.MULTICLASS);
        Experiment read = experiment(new Starter(Template.MULTICLASS, surroundings).configuration());

        assertThat(read.layers().get(read.layers().size() - 1).outputs(0)).isEqualTo(4);
    }

    @Test
    void fewRowsAreNotDivided() throws IOException {
        Surroundings surroundings = survey("x,y\n1,a\n2,b\n", "y").surroundings(Template.BINARY);
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
        assertThatThrownBy(() -> survey("x,y\n1,a\n2, \n", "y"))
                .hasMessageStartingWith("data.csv:3:2: ")
                .hasMessageContaining("missing");
        assertThatThrownBy(() -> survey("x,y\n1,a\n2\n", "y")).hasMessageStartingWith("data.csv:3:2: row has 1 cells");
        assertThatThrownBy(() -> survey("x,y\na,b\nc,d\n", "y").surroundings(Template.BINARY))
                .hasMessageContaining("there is no column to learn from");
    }
}
