// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.DataException;
import dev.nn4j.cli.config.Configuration;
import dev.nn4j.cli.json.JsonObject;
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

    @Test
    void columnsThatAreNoNumbersAreIgnoredAndNamedWithTheFirstCell() throws IOException {
        ColumnSurvey survey = survey("name,x,gap,y\nann,1,2,a\nbob,2,,b\n", "y");

        Surroundings surroundings = survey.surroundings(Template.BINARY);

        assertThat(surroundings).isEqualTo(new Surroundings("y", List.of("name", "gap"), 1, 1, 2));
        assertThat(survey.unfit().get("name")).hasMessageStartingWith("data.csv:2:1: ");
        assertThat(survey.unfit().get("gap")).hasMessageStartingWith("data.csv:3:3: ");
        assertThat(experiment(new Starter(Template.BINARY, surroundings).configuration())
                        .data()
                        .ignore())
                .containsExactly("name", "gap");
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
                .hasMessageContaining("no column of numbers");
    }
}
