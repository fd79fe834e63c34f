// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.Model;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.io.ModelFile;
import dev.nn4j.spark.NeuralNetwork;
import dev.nn4j.spark.NeuralNetworkModel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundle trains and scores on a class path of Spark and itself, with the bits of one machine. */
class BundleOnSparkTest {
    private static SparkSession spark;
    private static Dataset<Row> rows;

    @BeforeAll
    static void begin() {
        SparkVersion.assumeThatItRuns();
        spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
        spark.sparkContext().setLogLevel("OFF");
        rows = spark.read().option("header", "true").csv(Measurements.DATA.toString());
    }

    @AfterAll
    static void end() {
        if (spark != null) {
            spark.stop();
        }
    }

    @Test
    void itIsTheSparkThatIsMeant() {
        assertThat(spark.version()).isEqualTo(SparkVersion.EXPECTED);
    }

    @Test
    void weightsAreThoseOfOneMachine() throws Exception {
        TrainingResult alone = Measurements.onOneMachine();
        TrainingResult together =
                NeuralNetwork.of(Measurements.experiment()).setPartitions(3).train(rows.repartition(3));
        assertThat(together.model().network().parameters())
                .isEqualTo(alone.model().network().parameters());
        assertThat(together.history().get(2).loss())
                .isEqualTo(alone.history().get(2).loss());
    }

    @Test
    void answersAreTheModelsOwnBeforeAndAfterAPipelineIsSaved(@TempDir Path folder) throws Exception {
        Model model = Measurements.onOneMachine().model();
        Path file = folder.resolve("model.nn");
        ModelFile.write(model, file);
        PipelineModel pipeline = new Pipeline()
                .setStages(new PipelineStage[] {NeuralNetworkModel.load(file.toString())})
                .fit(rows);
        pipeline.save(folder.resolve("pipeline").toString());
        List<Row> answered = PipelineModel.load(folder.resolve("pipeline").toString())
                .transform(rows)
                .collectAsList();
        for (Row row : answered.subList(0, 20)) {
            assertThat(row.<String>getAs("prediction"))
                    .isEqualTo(model.predict(byName(row)).label());
        }
        assertThat(answered).isEqualTo(pipeline.transform(rows).collectAsList());
    }

    private static Map<String, Object> byName(Row row) {
        Map<String, Object> values = new HashMap<>();
        for (String column : rows.columns()) {
            values.put(column, row.getAs(column));
        }
        return values;
    }
}
