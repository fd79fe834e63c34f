// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.training.Training;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver ends in the middle of a training, with its session and all executors; another one goes on. */
class LostDriverTest {
    private static final int COUNT = 4096 + 700;

    private static TrainingListener ending(SparkSession spark, int epochs) {
        return new TrainingListener() {
            @Override
            public void epochEnded(EpochRecord epoch) {
                if (epoch.epoch() == epochs) {
                    spark.stop();
                }
            }
        };
    }

    @Test
    void anotherSessionGoesOnFromTheCheckpointWithTheSameBits(@TempDir Path folder) {
        Experiment experiment = Customers.experiment("worth")
                .withOptions(Trainings.options()
                        .epochs(4)
                        .batchSize(64)
                        .shards(2)
                        .rounds(2)
                        .build());
        SparkSession lost = Session.get();
        NeuralNetwork network =
                NeuralNetwork.of(experiment).setCheckpointDir(folder.toUri().toString());
        assertThatThrownBy(() -> network.withListener(ending(lost, 2)).train(Customers.frame(lost, COUNT)))
                .isInstanceOf(Exception.class);

        SparkSession other = Session.get();
        assertThat(Trainings.digest(network.train(Customers.frame(other, COUNT).repartition(3))))
                .isEqualTo(Trainings.digest(
                        Training.of(Trainings.byContent(experiment)).run(Customers.table(experiment, COUNT))));
    }
}
