// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.DataException;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.TrainingOptionsBuilder;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.training.TrainingResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training on a cluster gives the bits of one machine, whatever its partitions, files and their order are. */
class NeuralNetworkTest {
    private static final int COUNT = 5 * 4096 + 900;
    private static SparkSession spark;
    private static Dataset<Row> frame;

    @BeforeAll
    static void begin() {
        spark = Session.get();
        frame = Customers.frame(spark, COUNT).cache();
    }

    private static Experiment exact(UnaryOperator<TrainingOptionsBuilder> change) {
        return Customers.experiment("outcome")
                .withOptions(
                        change.apply(Trainings.options().batchSize(2 * 4096)).build());
    }

    private static Experiment local(UnaryOperator<TrainingOptionsBuilder> change) {
        return Customers.experiment("worth")
                .withOptions(
                        change.apply(Trainings.options().batchSize(64).shards(3).rounds(2))
                                .build());
    }

    private static TrainingResult alone(Experiment experiment) {
        return Training.of(Trainings.byContent(experiment)).run(Customers.table(experiment, COUNT));
    }

    private static void assertSame(TrainingResult result, TrainingResult expected) {
        assertThat(Trainings.digest(result)).isEqualTo(Trainings.digest(expected));
        assertThat(result.model().schema()).isEqualTo(expected.model().schema());
        assertThat(result.model().inputScaler()).isEqualTo(expected.model().inputScaler());
        assertThat(result.model().golden()).isEqualTo(expected.model().golden());
        assertThat(result.history()).hasSameSizeAs(expected.history());
    }

    @Test
    void batchesOfBlocksOnAnyNumberOfPartitions() {
        Experiment experiment = exact(options -> options);
        TrainingResult expected = alone(experiment);
        for (int partitions : new int[] {1, 2, 3, 7}) {
            NeuralNetwork network = NeuralNetwork.of(experiment).setPartitions(partitions);
            assertSame(network.train(frame.repartition(8 - partitions)), expected);
        }
    }

    @Test
    void shardsOnAnyNumberOfPartitions() {
        Experiment experiment = local(options -> options);
        TrainingResult expected = alone(experiment);
        for (int partitions : new int[] {1, 2, 7}) {
            NeuralNetwork network = NeuralNetwork.of(experiment).setPartitions(partitions);
            assertSame(network.train(frame.repartition(partitions, functions.col("spent"))), expected);
        }
    }

    @Test
    void filesOfAnyFormatInAnyOrder(@TempDir Path folder) {
        Experiment experiment = exact(options -> options.epochs(1));
        TrainingResult expected = alone(experiment);
        String parquet = folder.resolve("parquet").toUri().toString();
        frame.orderBy(functions.rand(5)).repartition(3).write().parquet(parquet);
        assertSame(NeuralNetwork.of(experiment).train(spark.read().parquet(parquet)), expected);
        String csv = folder.resolve("csv").toUri().toString();
        frame.orderBy(functions.col("spent")).write().option("header", "true").csv(csv);
        Dataset<Row> texts = spark.read().option("header", "true").csv(csv);
        assertSame(NeuralNetwork.of(experiment).train(texts), expected);
        Dataset<Row> typed =
                spark.read().option("header", "true").schema(Customers.SCHEMA).csv(csv);
        assertSame(NeuralNetwork.of(experiment).train(typed), expected);
    }

    @Test
    void earlyStoppingIsThatOfOneMachine() {
        Experiment experiment = exact(options -> options.epochs(6)
                .earlyStopping(
                        EarlyStopping.builder().patience(1).minDelta(0.05).build()));
        TrainingResult expected = alone(experiment);
        assertThat(expected.history()).hasSizeLessThan(6);
        assertSame(NeuralNetwork.of(experiment).train(frame), expected);
    }

    @Test
    void weightsOfRowsCountAsOnOneMachine() {
        for (boolean shards : new boolean[] {false, true}) {
            Experiment experiment = Customers.experiment(shards ? "worth" : "outcome", Optional.of("age"))
                    .withOptions((shards ? local(options -> options) : exact(options -> options)).options());
            assertSame(NeuralNetwork.of(experiment).setPartitions(2).train(frame), alone(experiment));
        }
    }

    @Test
    void rowsToValidateOnMayBeMarked() {
        Experiment experiment = local(options -> options.epochs(1).validationFraction(0));
        Dataset<Row> marked = frame.withColumn("held", functions.col("age").gt(70));
        TrainingResult result =
                NeuralNetwork.of(experiment).setValidationIndicatorCol("held").train(marked);
        assertThat(result.validation().orElseThrow().rows())
                .isEqualTo((int) frame.filter("age > 70").count());
        assertThat(result.model().schema().featureNames()).doesNotContain("held");
        assertThat(result.history().get(0).validationLoss()).isPresent();
    }

    @Test
    void aStoppedTrainingGoesOnFromItsCheckpoint(@TempDir Path folder) throws Exception {
        Experiment whole = exact(options -> options.epochs(3));
        String place = folder.toUri().toString();
        NeuralNetwork.of(exact(options -> options.epochs(2)))
                .setCheckpointDir(place)
                .train(frame);
        assertThat(Files.exists(folder.resolve("training.nn"))).isTrue();
        TrainingResult gone =
                NeuralNetwork.of(whole).setCheckpointDir(place).setPartitions(5).train(frame.repartition(2));
        assertSame(gone, alone(whole));
        assertThatThrownBy(() -> NeuralNetwork.of(whole).setCheckpointDir(place).train(frame.limit(COUNT - 1)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("differ from those of the checkpoint");
    }

    @Test
    void aFittedModelIsAStage() {
        NeuralNetworkModel model =
                NeuralNetwork.of(local(options -> options.epochs(1))).fit(frame);
        assertThat(model.transform(frame.limit(3)).collectAsList()).hasSize(3);
        assertThat(model.hasParent()).isTrue();
    }

    @Test
    void whatCannotBeTrainedSoIsRefused() {
        assertThatThrownBy(() -> NeuralNetwork.of(exact(options -> options.batchSize(5000)))
                        .train(frame))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("such as 4096 or 8192, or \"full\", got 5000");
        assertThatThrownBy(() -> new NeuralNetwork().fit(frame)).hasMessageContaining("it has no experiment");
        assertThatThrownBy(() -> NeuralNetwork.of(exact(options -> options)).train(frame.drop("outcome")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("there is no column 'outcome'");
    }
}
