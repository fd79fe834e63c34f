// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.FoundCategories;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.io.ModelFile;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/spark.md shows. */
class SparkPageTest {
    private final SparkSession spark = Session.get();

    @Test
    void scoring(@TempDir Path folder) throws Exception {
        ModelFile.write(Customers.model("outcome"), folder.resolve("customers.nn"));
        Customers.frame(spark, 20).write().parquet(folder.resolve("customers").toString());
        assertThat(score(
                                spark,
                                folder.resolve("customers.nn").toString(),
                                folder.resolve("customers").toString())
                        .count())
                .isEqualTo(20);
        assertThat(query(spark, folder.resolve("customers.nn").toString(), Customers.frame(spark, 20))
                        .count())
                .isEqualTo(20);
    }

    private static Dataset<Row> score(SparkSession spark, String model, String table) throws Exception {
        Dataset<Row> customers = spark.read().parquet(table);
        NeuralNetworkModel network = NeuralNetworkModel.load(model)
                .setPredictionCol("outcome_expected")
                .setHandleInvalid("keep");
        return network.transform(customers);
    }

    private static Dataset<Row> query(SparkSession spark, String model, Dataset<Row> customers) throws Exception {
        customers.createOrReplaceTempView("customers");
        NnSql.register(spark, "score", NeuralNetworkModel.load(model));
        return spark.sql("SELECT id, score(struct(*)).prediction FROM customers");
    }

    @Test
    void training() {
        NeuralNetworkModel model = train(Customers.frame(spark, 9000));
        assertThat(model.model().schema().featureNames()).containsExactly("age", "spent", "plan");
    }

    private static NeuralNetworkModel train(Dataset<Row> customers) {
        Experiment experiment = Experiment.builder()
                .target("outcome")
                .ignore("id", "worth")
                .column("spent", ColumnPlan.number().withMissing(MissingPolicy.MEAN))
                .column("plan", ColumnPlan.of(new FoundCategories(0, Unseen.ERROR)))
                .scaling(Scaling.STANDARD)
                .dense(32, "relu")
                .dense(1, "sigmoid")
                .optimizer("adam", 0.003)
                .training(options -> options.epochs(3).batchSize(128).shards(64).validationFraction(0.1))
                .build();
        return NeuralNetwork.of(experiment).fit(customers);
    }
}
