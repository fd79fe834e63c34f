// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.DataException;
import dev.nn4j.core.Model;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.FoundCategories;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.core.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Training on columns that are more than numbers. */
class MixedTrainingTest {
    private static ExperimentBuilder experiment(Unseen unseen) {
        return Experiment.builder()
                .target("t")
                .column("colour", ColumnPlan.of(new FoundCategories(0, unseen)))
                .column("x", ColumnPlan.number().withMissing(MissingPolicy.MEAN).withIndicator())
                .scaling(Scaling.STANDARD)
                .optimizer("adam", 0.1)
                .dense(1, "sigmoid")
                .training(training -> training.epochs(30));
    }

    private static Table table(Experiment experiment, int rows) {
        String[] lines = new String[rows];
        for (int r = 0; r < rows; r++) {
            boolean red = r % 3 != 0;
            lines[r] = (red ? "red" : "green") + "," + (r % 5 == 0 ? "?" : Integer.toString(r % 7)) + ","
                    + (red ? "yes" : "no");
        }
        return Tables.of(experiment::cellType, "colour,x,t", lines);
    }

    @Test
    void categoriesAndFillsAreFoundInTheTrainingRowsAlone() {
        Experiment experiment = experiment(Unseen.ZEROS).build();
        Table training = table(experiment, 40);
        Table validation = Tables.of(experiment::cellType, "colour,x,t", "blue,1000,yes", "red,?,no");
        List<Schema> seen = new ArrayList<>();
        TrainingResult outcome = Training.of(experiment)
                .withValidation(validation)
                .withListener(new TrainingListener() {
                    @Override
                    public void dataPrepared(Schema schema, Table rows) {
                        seen.add(schema);
                        assertThat(rows.rows()).isEqualTo(40);
                    }
                })
                .run(training);
        Model model = outcome.model();

        assertThat(seen).containsExactly(model.schema());
        assertThat(((CategoryKind) model.schema().features().get(0).kind()).categories())
                .containsExactly("green", "red");
        assertThat(model.schema().features().get(1).missing().fill().get(0)).isLessThan(7);
        assertThat(model.network().spec().inputWidth()).isEqualTo(4);
        assertThat(model.golden().cells()).startsWith("green", "", "red", "1");
    }

    @Test
    void rowsOfEveryFormGiveTheSameBits() {
        Experiment experiment = experiment(Unseen.ZEROS).build();
        Model model = Training.of(experiment).run(table(experiment, 40)).model();
        Map<String, Object> row = new HashMap<>(Map.of("colour", "red"));
        row.put("x", null);

        float[] expected = model.predict(1, Float.NaN).outputs();
        assertThat(model.predict(row).outputs()).containsExactly(expected);
        assertThat(expected[0]).isGreaterThan(0.5f);
        assertThat(Evaluation.of(model, table(experiment, 9)).rows()).isEqualTo(9);
        assertThat(model.predict(Map.of("colour", "pink", "x", "3")).outputs())
                .containsExactly(model.predict(2, 3).outputs());
    }

    @Test
    void anUnseenCategoryAmongTheValidationRowsIsAnErrorAtItsPlace() {
        Experiment experiment = experiment(Unseen.ERROR).build();
        Table validation = Tables.of(experiment::cellType, "colour,x,t", "red,1,yes", "rod,1,yes");
        Training training = Training.of(experiment).withValidation(validation);
        Table rows = table(experiment, 40);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> training.run(rows))
                .withMessage("data.csv:3:1: column 'colour' holds 'rod', a category that the training rows do not have"
                        + "; correct it, or train with \"unseen\": \"zeros\" for the column"
                        + "; did you mean 'red'?");
    }

    @Test
    void aPlanIsForFeaturesThatAreThere() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> experiment(Unseen.ZEROS).ignore("x").build())
                .withMessage(
                        "data.columns.x: describes features and targets; 'x' is ignored or the weight; leave it out");
        Experiment misspelt =
                experiment(Unseen.ZEROS).column("sizes", ColumnPlan.number()).build();
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> misspelt.requireColumns("data.csv", List.of("colour", "x", "t", "size")))
                .withMessage("data.csv:1:1: there is no column 'sizes'; did you mean 'size'?");
    }

    @Test
    void aGivenInputWidthMustBeThatOfTheEncodedFeatures() {
        Experiment experiment = Experiment.builder()
                .target("t")
                .column("colour", ColumnPlan.of(new FoundCategories(0, Unseen.ZEROS)))
                .layer(new DenseSpec(
                        2,
                        1,
                        ComponentRegistry.standard().activation("sigmoid"),
                        ComponentRegistry.standard().initializer("he-normal"),
                        true))
                .build();
        Table table = Tables.of(experiment::cellType, "colour,x,t", "red,1,yes", "green,2,no");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Training.of(experiment).run(table))
                .withMessage(
                        "network.layers[0].inputDim: must equal the number of inputs that the features make, 3, got 2");
    }
}
