// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.DataException;
import dev.nn4j.core.Model;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.FoundCategories;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableBuilder;
import dev.nn4j.core.training.Training;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of a source are answered as those of a table are, to the bit, whatever the threads. */
class AnswersOfSourceTest {
    private static final List<String> NAMES = List.of("x", "city", "y");
    private static final int ROWS = 5_000;

    @ParameterizedTest
    @CsvSource({
        "binary-cross-entropy, sigmoid, 2, 1",
        "binary-cross-entropy, sigmoid, 2, 3",
        "categorical-cross-entropy, softmax, 3, 1",
        "categorical-cross-entropy, softmax, 3, 2",
        "mean-squared-error, identity, 7, 1",
        "mean-squared-error, identity, 7, 3"
    })
    void answersAreThoseOfATable(String loss, String output, int targets, int threads) throws IOException {
        Model model = model(loss, output, targets);
        List<Map<String, Object>> rows = rows(targets);
        Answers ofTable = Evaluator.of(model).answers(table(model, rows));

        Answers ofSource = Evaluator.of(model)
                .answers(RowSource.ofMaps(NAMES, rows), threads, ROWS)
                .orElseThrow();

        assertThat(ofSource.evaluation().figures())
                .isEqualTo(ofTable.evaluation().figures());
        assertThat(ofSource.loss()).isEqualTo(ofTable.loss());
        assertThat(ofSource.outputs()).containsExactly(ofTable.outputs());
    }

    @Test
    void moreRowsThanAreWantedGiveNothing() throws IOException {
        Model model = model("mean-squared-error", "identity", 7);
        assertThat(Evaluator.of(model).answers(RowSource.ofMaps(NAMES, rows(7)), 2, ROWS - 1))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aFaultBehindTheRowsThatAreWantedIsNotTold(int threads) throws IOException {
        Model model = model("mean-squared-error", "identity", 7);
        List<Map<String, Object>> rows = rows(7);
        rows.get(4_321).put("x", "many");
        assertThat(Evaluator.of(model).answers(RowSource.ofMaps(NAMES, rows), threads, 3_000))
                .isEmpty();
    }

    @Test
    void aFaultIsOneOfTheRows() {
        Model model = model("mean-squared-error", "identity", 7);
        List<Map<String, Object>> rows = rows(7);
        rows.get(4_321).put("x", "many");
        assertThatThrownBy(() -> Evaluator.of(model).answers(RowSource.ofMaps(NAMES, rows), 2, ROWS))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("4322")
                .hasMessageContaining("'many'");
    }

    @Test
    void nothingIsNotEvaluated() {
        Model model = model("mean-squared-error", "identity", 7);
        assertThatThrownBy(() -> Evaluator.of(model).answers(RowSource.ofMaps(NAMES, List.of()), 2, ROWS))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("there are no rows to evaluate");
    }

    @Test
    void whatCannotBeDoneIsRefused() {
        Evaluator evaluator = Evaluator.of(model("mean-squared-error", "identity", 7));
        RowSource rows = RowSource.ofMaps(NAMES, rows(7));
        assertThatThrownBy(() -> evaluator.answers(rows, 0, ROWS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("evaluator: threads must be at least 1, got 0");
        assertThatThrownBy(() -> evaluator.withWeight("x").answers(rows, 1, ROWS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be weighed by 'x'");
    }

    private static List<Map<String, Object>> rows(int targets) {
        Random random = new Random(7);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            Map<String, Object> values = new HashMap<>();
            double x = random.nextGaussian();
            values.put("x", x);
            values.put("city", List.of("Bern", "Graz", "Riga").get(random.nextInt(3)));
            values.put("y", (int) Math.floorMod(Math.round(3 * x), (long) targets));
            rows.add(values);
        }
        return rows;
    }

    private static Table table(Model model, List<Map<String, Object>> rows) {
        Evaluator evaluator = Evaluator.of(model);
        TableBuilder table = Table.builder(
                "rows", NAMES, NAMES.stream().map(evaluator::cellType).toList());
        rows.forEach(table::addValues);
        return table.build();
    }

    private static Model model(String loss, String output, int targets) {
        Experiment experiment = Experiment.builder()
                .target("y")
                .column("city", ColumnPlan.of(new FoundCategories(0, Unseen.ZEROS)))
                .dense(5, "tanh")
                .dense(targets == 3 ? 3 : 1, output)
                .loss(loss)
                .optimizer("adam", 0.05)
                .training(options -> options.epochs(3).batchSize(64).seed(1))
                .build();
        TableBuilder table = Table.builder(
                "rows", NAMES, NAMES.stream().map(experiment::cellType).toList());
        rows(targets).subList(0, 600).forEach(table::addValues);
        return Training.of(experiment).run(table.build()).model();
    }
}
