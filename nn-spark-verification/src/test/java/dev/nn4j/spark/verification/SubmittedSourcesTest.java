// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.Model;
import dev.nn4j.io.ModelFile;
import dev.nn4j.spark.bundle.Submit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code --data} and {@code --out} may be beside CSV: a table of the catalogue, ORC, JSON, Parquet and a database. The
 * rows are the same, and so are the weights and the answers.
 */
class SubmittedSourcesTest {
    private static final Map<String, String> SETTINGS = new HashMap<>();
    private static final String DATABASE = "jdbc:h2:mem:measurements;DB_CLOSE_DELAY=-1";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void begin() throws Exception {
        SparkVersion.assumeThatItRuns();
        set("spark.master", "local[2]");
        set("spark.ui.enabled", "false");
        set("spark.sql.shuffle.partitions", "2");
        set("spark.driver.bindAddress", "127.0.0.1");
        set("spark.sql.warehouse.dir", folder.resolve("warehouse").toUri().toString());
        Measurements.configurationIn(folder);
        ModelFile.write(Measurements.onOneMachine().model(), folder.resolve("alone.nn"));
    }

    /** As spark-submit hands its options over. */
    private static void set(String name, String value) {
        SETTINGS.put(name, System.getProperty(name, ""));
        System.setProperty(name, value);
    }

    @AfterAll
    static void end() {
        SETTINGS.forEach((name, before) -> {
            if (before.isEmpty()) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, before);
            }
        });
    }

    /** The measurements with columns of numbers, one of them exact decimals. */
    private static Dataset<Row> typed() {
        SparkSession spark = SparkSession.builder().getOrCreate();
        spark.sparkContext().setLogLevel("OFF");
        Dataset<Row> rows = spark.read()
                .option("header", "true")
                .option("inferSchema", "true")
                .csv(Measurements.DATA.toString());
        String first = rows.columns()[0];
        return rows.withColumn(first, rows.col("`" + first + "`").cast("decimal(20,8)"));
    }

    private static float[] trained(String data, String... more) throws Exception {
        Path model = folder.resolve("trained.nn");
        List<String> arguments = new ArrayList<>(List.of("train", "--config", path("config.json"), "--data", data));
        arguments.addAll(List.of("--out", model.toString()));
        arguments.addAll(List.of(more));
        Submit.main(arguments.toArray(String[]::new));
        return ModelFile.read(model).network().parameters();
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }

    private static float[] alone() throws Exception {
        return ModelFile.read(folder.resolve("alone.nn")).network().parameters();
    }

    @Test
    void aTableOfTheCatalogueIs() throws Exception {
        typed().repartition(3).write().saveAsTable("measurements");
        assertThat(trained("measurements")).isEqualTo(alone());
    }

    @Test
    void orcIs() throws Exception {
        typed().write().orc(path("rows.orc"));
        assertThat(trained(path("rows.orc"))).isEqualTo(alone());
    }

    @Test
    void aFolderOfParquetIs() throws Exception {
        typed().write().parquet(path("rows"));
        assertThat(trained(path("rows"))).isEqualTo(alone());
    }

    @Test
    void aTableOfADatabaseIs() throws Exception {
        typed().write()
                .format("jdbc")
                .option("url", DATABASE)
                .option("dbtable", "measured")
                .save();
        assertThat(trained(DATABASE, "--option", "dbtable=measured")).isEqualTo(alone());
    }

    /** Spark has the fields of JSON in the order of their names, and a network has its inputs in that of the columns. */
    @Test
    void jsonIsLearntFromAndAnswered() throws Exception {
        Dataset<Row> rows = typed();
        rows.write().json(path("rows.json"));
        assertThat(trained(path("rows.json"))).hasSameSizeAs(alone());
        Submit.main(new String[] {
            "predict",
            "--model",
            path("alone.nn"),
            "--data",
            path("rows.json"),
            "--out",
            DATABASE,
            "--out-option",
            "dbtable=answers"
        });
        Model model = ModelFile.read(folder.resolve("alone.nn"));
        SparkSession spark = SparkSession.builder().getOrCreate();
        List<Row> answers = spark.read()
                .format("jdbc")
                .option("url", DATABASE)
                .option("dbtable", "answers")
                .load()
                .collectAsList();
        assertThat(answers).hasSize(Files.readAllLines(Measurements.DATA).size() - 1);
        for (Row row : answers.subList(0, 20)) {
            Map<String, Object> values = new HashMap<>();
            for (String column : model.schema().featureNames()) {
                values.put(column, row.getAs(column));
            }
            assertThat(row.<String>getAs("prediction"))
                    .isEqualTo(model.predict(values).label());
        }
        spark.stop();
    }
}
