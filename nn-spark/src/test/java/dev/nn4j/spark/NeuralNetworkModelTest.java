// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.DataException;
import dev.nn4j.core.Model;
import dev.nn4j.core.Prediction;
import dev.nn4j.io.ModelFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeuralNetworkModelTest {
    private static SparkSession spark;
    private static Model labels;
    private static Model numbers;

    @BeforeAll
    static void begin() {
        spark = Session.get();
        labels = Customers.model("outcome");
        numbers = Customers.model("worth");
    }

    private static Map<String, Object> byName(Object[] values) {
        Map<String, Object> row = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            row.put(Customers.SCHEMA.fieldNames()[i], values[i]);
        }
        return row;
    }

    @Test
    void labelsAndProbabilitiesAreTheModelsOwnInWhateverPartitionARowLies() {
        Dataset<Row> scored = NeuralNetworkModel.of(labels)
                .setBatchSize(7)
                .transform(Customers.frame(spark, 100).repartition(3));
        List<Row> rows = scored.orderBy("id").collectAsList();
        assertThat(rows).hasSize(100);
        for (int i = 0; i < rows.size(); i++) {
            Prediction own = labels.predict(byName(Customers.values(100).get(i)));
            Row row = rows.get(i);
            assertThat(row.<String>getAs("prediction")).isEqualTo(own.label());
            List<Float> probabilities = row.getList(row.fieldIndex("probability"));
            assertThat(probabilities)
                    .containsExactlyElementsOf(own.probabilities().values().stream()
                            .map(Double::floatValue)
                            .toList());
            assertThat(row.<String>getAs("plan"))
                    .isEqualTo(Customers.values(100).get(i)[3]);
        }
    }

    @Test
    void numbersHaveIntervalsAndContributionsThatAddUp() {
        NeuralNetworkModel stage = NeuralNetworkModel.of(numbers)
                .setPredictionCol("guess")
                .setIntervalCol("interval")
                .setIntervalLevel(0.8)
                .setContributionsCol("why");
        Row row = stage.transform(Customers.frame(spark, 3))
                .orderBy("id")
                .collectAsList()
                .get(1);
        Prediction own = numbers.predict(byName(Customers.values(3).get(1)));
        assertThat(row.<Double>getAs("guess")).isEqualTo(own.number());
        Row interval = row.getStruct(row.fieldIndex("interval"));
        assertThat(interval.getDouble(0))
                .isEqualTo(numbers.intervals(0.8).of(own).low());
        assertThat(interval.getDouble(1))
                .isEqualTo(numbers.intervals(0.8).of(own).high());
        List<Row> why = row.getList(row.fieldIndex("why"));
        assertThat(why).extracting(one -> one.getString(1)).containsExactly("age", "spent", "plan");
        assertThat(row.schema().fieldNames()).doesNotContain("probability");
    }

    @Test
    void setsOfLabelsStandInTheIntervalsColumn() {
        Row row = NeuralNetworkModel.of(labels)
                .setIntervalCol("set")
                .transform(Customers.frame(spark, 1))
                .collectAsList()
                .get(0);
        Prediction own = labels.predict(byName(Customers.values(1).get(0)));
        assertThat(row.<String>getList(row.fieldIndex("set")))
                .containsExactlyElementsOf(labels.sets(0.9).of(own));
    }

    @Test
    void rowsThatCannotBeAnsweredEndTheJobAreLeftOutOrHaveNullAnswers() {
        List<Object[]> values = new ArrayList<>(Customers.values(5));
        values.set(2, Customers.changed(values.get(2), 3, "gold"));
        Dataset<Row> frame = Customers.frame(spark, values).coalesce(1);
        NeuralNetworkModel stage = NeuralNetworkModel.of(labels);
        assertThatThrownBy(() -> stage.transform(frame).collectAsList())
                .rootCause()
                .isInstanceOf(DataException.class)
                .hasMessageContaining("partition 0:3:3:")
                .hasMessageContaining("gold")
                .hasMessageEndingWith("set handleInvalid to keep or skip");
        assertThat(stage.setHandleInvalid("skip").transform(frame).collectAsList())
                .extracting(row -> row.getLong(0))
                .containsExactly(0L, 1L, 3L, 4L);
        List<Row> kept = stage.setHandleInvalid("keep").transform(frame).collectAsList();
        assertThat(kept.get(2).isNullAt(6)).isTrue();
        assertThat(kept.get(2).isNullAt(7)).isTrue();
        assertThat(kept.get(3).isNullAt(6)).isFalse();
        assertThatThrownBy(() -> stage.setHandleInvalid("drop"))
                .hasMessage("handleInvalid: must be one of error, skip, keep, got 'drop'");
    }

    @Test
    void missingAndTakenColumnsAreRefusedBeforeAnyRowIsRead() {
        NeuralNetworkModel stage = NeuralNetworkModel.of(labels);
        Dataset<Row> frame = Customers.frame(spark, 1);
        assertThatThrownBy(() -> stage.transform(frame.withColumnRenamed("age", "agee")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("did you mean 'agee'?");
        assertThatThrownBy(() -> stage.transform(frame.withColumn("prediction", functions.lit(1))))
                .hasMessageContaining("there is a column 'prediction' already");
    }

    @Test
    void aPipelineIsSavedAndLoadedWithItsSettings(@TempDir Path folder) throws Exception {
        NeuralNetworkModel stage =
                NeuralNetworkModel.of(labels).setPredictionCol("answer").setHandleInvalid("keep");
        PipelineStage older = new SQLTransformer().setStatement("SELECT *, age AS years FROM __THIS__");
        Dataset<Row> frame = Customers.frame(spark, 20);
        PipelineModel pipeline =
                new Pipeline().setStages(new PipelineStage[] {older, stage}).fit(frame);
        String path = folder.resolve("pipeline").toUri().toString();
        pipeline.save(path);
        Dataset<Row> again = PipelineModel.load(path).transform(frame);
        assertThat(again.collectAsList()).isEqualTo(pipeline.transform(frame).collectAsList());
        assertThat(again.columns()).contains("answer", "years");
    }

    @Test
    void aStageAndAModelFileAreLoadedFromAnyFileSystem(@TempDir Path folder) throws Exception {
        ModelFile.write(labels, folder.resolve("customers.nn"));
        NeuralNetworkModel file =
                NeuralNetworkModel.load(folder.resolve("customers.nn").toUri().toString());
        String path = folder.resolve("stage").toUri().toString();
        file.setBatchSize(5).save(path);
        NeuralNetworkModel stage = NeuralNetworkModel.load(path);
        assertThat(stage.uid()).isEqualTo(file.uid());
        assertThat(stage.getBatchSize()).isEqualTo(5);
        assertThat(ModelFile.toBytes(stage.model())).isEqualTo(ModelFile.toBytes(labels));
    }

    @Test
    void aFunctionOfSqlAnswersRows() {
        NnSql.register(spark, "score", labels);
        Dataset<Row> frame = Customers.frame(spark, 10);
        frame.createOrReplaceTempView("customers");
        List<Row> answered = spark.sql(
                        "SELECT id, s.prediction FROM (SELECT id, score(struct(*)) AS s FROM customers) ORDER BY id")
                .collectAsList();
        assertThat(answered)
                .extracting(row -> row.getString(1))
                .containsExactlyElementsOf(
                        NeuralNetworkModel.of(labels).transform(frame).orderBy("id").collectAsList().stream()
                                .map(row -> row.<String>getAs("prediction"))
                                .toList());
        assertThatThrownBy(() -> NnSql.register(
                        spark, "score", NeuralNetworkModel.of(labels).setHandleInvalid("skip")))
                .hasMessageContaining("a function cannot skip rows");
    }

    @Test
    void aStreamIsAnsweredAsItComes(@TempDir Path folder) throws Exception {
        String in = folder.resolve("in").toUri().toString();
        Customers.frame(spark, 30).write().parquet(in);
        Dataset<Row> stream = spark.readStream().schema(Customers.SCHEMA).parquet(in);
        var query = NeuralNetworkModel.of(labels)
                .transform(stream)
                .writeStream()
                .format("memory")
                .queryName("answered")
                .trigger(org.apache.spark.sql.streaming.Trigger.AvailableNow())
                .start();
        query.awaitTermination();
        assertThat(spark.table("answered").count()).isEqualTo(30);
    }

    @Test
    void featuresMayComeInOneColumnOfAnArrayOrAVector() {
        Model plain = Plain.model(4);
        Dataset<Row> named = spark.range(20)
                .selectExpr("id", "id * 0.5 AS a0", "id * id * 0.25 AS a1", "3.0 - id AS a2", "1.5 AS a3");
        Dataset<Row> array = named.selectExpr("id", "array(a0, a1, a2, a3) AS features");
        Dataset<Row> vector = new org.apache.spark.ml.feature.VectorAssembler()
                .setInputCols(new String[] {"a0", "a1", "a2", "a3"})
                .setOutputCol("features")
                .transform(named)
                .select("id", "features");
        List<Object> expected = answers(NeuralNetworkModel.of(plain).transform(named));
        NeuralNetworkModel stage = NeuralNetworkModel.of(plain).setFeaturesCol("features");
        assertThat(answers(stage.transform(array))).isEqualTo(expected);
        assertThat(answers(stage.transform(vector))).isEqualTo(expected);
    }

    private static List<Object> answers(Dataset<Row> scored) {
        return scored.orderBy("id").select("probability").collectAsList().stream()
                .map(row -> (Object) List.copyOf(row.getList(0)))
                .toList();
    }
}
