// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.training.Training;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two executors, each a process of its own, of which things are asked that go wrong. */
class LocalClusterTest {
    private static final int COUNT = 3 * 4096 + 500;
    private static SparkSession spark;

    @BeforeAll
    static void begin() throws Exception {
        Session.get().stop();
        // where executors would look for Spark, whose classes are on the class path
        Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
        spark = Session.builder("local-cluster[2,1,1024]")
                .config("spark.executor.memory", "640m")
                .config("spark.executor.extraJavaOptions", "-XX:TieredStopAtLevel=1") // over before C2 pays
                .config("spark.executor.extraClassPath", System.getProperty("java.class.path"))
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.speculation", "true")
                .config("spark.speculation.quantile", "0.5")
                .config("spark.speculation.multiplier", "1.1")
                .getOrCreate();
    }

    @AfterAll
    static void end() {
        spark.stop();
    }

    private static Experiment experiment(boolean shards) {
        return Customers.experiment(shards ? "worth" : "outcome")
                .withOptions((shards
                                ? Trainings.options().batchSize(64).shards(2)
                                : Trainings.options().batchSize(4096))
                        .build());
    }

    private static String alone(Experiment experiment) {
        return Trainings.digest(Training.of(Trainings.byContent(experiment)).run(Customers.table(experiment, COUNT)));
    }

    /** The rows, of which a partition fails when it is first read. */
    private static Dataset<Row> failingOnce() {
        return Customers.frame(spark, COUNT)
                .repartition(3)
                .map(
                        (MapFunction<Row, Row>) row -> {
                            if (TaskContext.getPartitionId() == 1
                                    && TaskContext.get().attemptNumber() == 0) {
                                throw new IllegalStateException("planted");
                            }
                            return row;
                        },
                        Encoders.row(Customers.SCHEMA));
    }

    /** The rows, of which a partition is so slow at first that another task is begun to do the same. */
    private static Dataset<Row> slowAtFirst() {
        return Customers.frame(spark, COUNT)
                .repartition(3)
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> {
                            if (TaskContext.getPartitionId() == 2
                                    && TaskContext.get().attemptNumber() == 0) {
                                Thread.sleep(8_000);
                            }
                            return rows;
                        },
                        Encoders.row(Customers.SCHEMA));
    }

    /** The rows, which are others once a file is there. */
    private static Dataset<Row> changingWith(Path file) {
        String place = file.toString();
        return Customers.frame(spark, COUNT)
                .repartition(3)
                .map(
                        (MapFunction<Row, Row>) row -> Files.exists(Path.of(place))
                                ? RowFactory.create(
                                        row.get(0), row.getInt(1) + 1, row.get(2), row.get(3), row.get(4), row.get(5))
                                : row,
                        Encoders.row(Customers.SCHEMA));
    }

    private static TrainingListener halting() {
        return halting(() -> {});
    }

    /** After the first epoch, and something else before, an executor ends, with all that it keeps. */
    private static TrainingListener halting(Runnable before) {
        return new TrainingListener() {
            @Override
            public void epochEnded(EpochRecord epoch) {
                if (epoch.epoch() == 1) {
                    before.run();
                    JavaSparkContext.fromSparkContext(spark.sparkContext())
                            .parallelize(List.of(0), 1)
                            .map(nothing -> {
                                if (TaskContext.get().attemptNumber() == 0) {
                                    Runtime.getRuntime().halt(7);
                                }
                                return nothing;
                            })
                            .collect();
                }
            }
        };
    }

    @Test
    void failingTasksAndAnExecutorThatEndsChangeNoBitOfLargeBatches() {
        Experiment experiment = experiment(false);
        assertThat(Trainings.digest(NeuralNetwork.of(experiment)
                        .setPartitions(3)
                        .withListener(halting())
                        .train(failingOnce())))
                .isEqualTo(alone(experiment));
    }

    @Test
    void norOfShards() {
        Experiment experiment = experiment(true);
        assertThat(Trainings.digest(NeuralNetwork.of(experiment)
                        .setPartitions(2)
                        .withListener(halting())
                        .train(failingOnce())))
                .isEqualTo(alone(experiment));
    }

    @Test
    void norDoTasksThatAreDoneTwiceBecauseTheyAreSlow() {
        Experiment experiment = experiment(true);
        assertThat(Trainings.digest(
                        NeuralNetwork.of(experiment).setPartitions(2).train(slowAtFirst())))
                .isEqualTo(alone(experiment));
    }

    @Test
    void aSourceThatHasChangedWhenLostBlocksAreMadeAgainEndsTheTraining(@TempDir Path folder) {
        Path changed = folder.resolve("changed");
        NeuralNetwork network =
                NeuralNetwork.of(experiment(false)).setPartitions(3).withListener(halting(() -> touch(changed)));
        assertThatThrownBy(() -> network.train(changingWith(changed)))
                .hasStackTraceContaining("the source has answered differently when it was read again");
    }

    private static void touch(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void executorsAnswerRows() {
        List<Row> rows = NeuralNetworkModel.of(Customers.model("outcome"))
                .transform(Customers.frame(spark, 50).repartition(2))
                .collectAsList();
        assertThat(rows).hasSize(50);
    }
}
