// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.core.Model;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.table.ContentOrder;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.validation.CrossValidation;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SparkTrialsTest {
    private static Experiment experiment(int trial) {
        Experiment experiment = Customers.experiment("outcome");
        return Trainings.byContent(experiment.withOptions(
                experiment.options().toBuilder().epochs(trial + 1).build()));
    }

    @Test
    void eachTrialIsTheTrainingOfOneMachine() {
        Dataset<Row> frame = Customers.frame(Session.get(), 300).repartition(3);
        List<SparkTrials.Trial> trials = SparkTrials.run(frame, 3, SparkTrialsTest::experiment);
        for (int i = 0; i < 3; i++) {
            Model alone = Training.of(experiment(i))
                    .run(Customers.table(experiment(i), 300))
                    .model();
            assertThat(trials.get(i).model().network().parameters())
                    .isEqualTo(alone.network().parameters());
            assertThat(trials.get(i).validationLosses()).hasSize(i + 1);
        }
        assertThat(trials.get(2).validationLoss()).isPresent();
        assertThatThrownBy(() -> SparkTrials.run(frame, 0, SparkTrialsTest::experiment))
                .hasMessage("trials: there must be at least 1, got 0");
    }

    @Test
    void foldsAreThoseOfOneMachine() {
        Dataset<Row> frame = Customers.frame(Session.get(), 300).repartition(3);
        Experiment experiment = experiment(2);
        Table table = Customers.table(experiment, 300);
        Table ordered = table.select(ContentOrder.of(
                        table,
                        column -> !experiment.cellType(column).isSkipped(),
                        experiment.options().seed())
                .rows());
        List<Evaluation> alone = new CrossValidation(experiment, Execution.defaults()).run(ordered, 3);
        assertThat(SparkFolds.run(frame, () -> experiment(2), 3))
                .extracting(Evaluation::loss)
                .containsExactlyElementsOf(alone.stream().map(Evaluation::loss).toList());
    }
}
