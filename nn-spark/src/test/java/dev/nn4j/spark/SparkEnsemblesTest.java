// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.Network;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.training.TrainingResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Members of ensembles that executors train: those of one machine. */
class SparkEnsemblesTest {
    private static Experiment experiment(boolean folds) {
        Experiment plain = Customers.experiment("outcome");
        Experiment unset = plain.withOptions(plain.options().toBuilder()
                .epochs(12)
                .validationFraction(folds ? 0 : 0.25)
                .build());
        Experiment several = unset.withEnsemble(folds ? Ensemble.ofFolds(3) : Ensemble.ofPack(6));
        return several.withOptions(several.options().toBuilder()
                .refit(folds)
                .earlyStopping(EarlyStopping.builder().patience(3).build())
                .build());
    }

    private static TrainingListener into(List<EpochRecord> told) {
        return new TrainingListener() {
            @Override
            public void epochEnded(EpochRecord epoch) {
                told.add(epoch);
            }
        };
    }

    private static float[][] weights(TrainingResult result) {
        return result.model().networks().stream().map(Network::parameters).toArray(float[][]::new);
    }

    private static void assertThatItIsThatOfOneMachine(SparkFolds.Described described) {
        Dataset<Row> frame = Customers.frame(Session.get(), 300).repartition(3);
        List<EpochRecord> told = Collections.synchronizedList(new ArrayList<>());
        TrainingResult there =
                SparkEnsembles.train(frame, described, member -> member == 2 ? into(told) : TrainingListener.none());
        Experiment ordered = Trainings.byContent(described.get());
        TrainingResult here = Training.of(ordered).run(Customers.table(ordered, 300));
        assertThat(weights(there)).isDeepEqualTo(weights(here));
        assertThat(there.model().provenance()).isEqualTo(here.model().provenance());
        assertThat(told).isNotEmpty();
    }

    @Test
    void foldsAndTheTrainingOnAllRowsAfterThemAre() {
        assertThatItIsThatOfOneMachine(() -> experiment(true));
    }

    @Test
    void aPackFromWhichTheBestAreChosenIs() {
        assertThatItIsThatOfOneMachine(() -> experiment(false));
    }

    @Test
    void oneNetworkIs() {
        Dataset<Row> frame = Customers.frame(Session.get(), 300).repartition(3);
        Experiment plain = Trainings.byContent(Customers.experiment("worth"));
        assertThat(Trainings.digest(SparkEnsembles.train(
                        frame, () -> Customers.experiment("worth"), member -> TrainingListener.none())))
                .isEqualTo(Trainings.digest(Training.of(plain).run(Customers.table(plain, 300))));
    }
}
