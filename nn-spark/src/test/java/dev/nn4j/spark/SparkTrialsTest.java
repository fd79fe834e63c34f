// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.DataException;
import dev.nn4j.core.Model;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.validation.CrossValidation;
import dev.nn4j.core.validation.Fold;
import java.util.ArrayList;
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
        List<Fold> alone = new CrossValidation(experiment, Execution.defaults())
                .withRepeats(2)
                .folds(Customers.table(experiment, 300), 3);
        List<Integer> told = new ArrayList<>();
        List<Fold> there = SparkFolds.folds(frame, () -> experiment(2), 3, 2, fold -> told.add(fold.number()));
        assertThat(there)
                .extracting(Fold::evaluation)
                .isEqualTo(alone.stream().map(Fold::evaluation).toList());
        assertThat(there).extracting(Fold::repeat).containsExactly(1, 1, 1, 2, 2, 2);
        assertThat(there).extracting(Fold::epochs).containsOnly(3);
        assertThat(told).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void foldsNeedRows() {
        Dataset<Row> frame = Customers.frame(Session.get(), 5);
        assertThatThrownBy(() -> SparkFolds.run(frame, () -> experiment(0), 7))
                .isInstanceOf(DataException.class)
                .hasMessage("DataFrame: 7 folds need as many rows, and there are 5; take fewer folds");
        assertThatThrownBy(() -> SparkFolds.run(frame, () -> experiment(0), 1))
                .hasMessage("folds: there must be at least 2, got 1");
    }
}
