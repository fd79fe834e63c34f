// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import com.sun.management.OperatingSystemMXBean;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.spark.ml.classification.MultilayerPerceptronClassificationModel;
import org.apache.spark.ml.classification.MultilayerPerceptronClassifier;
import org.apache.spark.ml.functions;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What scoring and a gradient cost, in CPU time of the whole process, beside MLlib's multilayer perceptron: a program, no
 * test. The arguments are the rows to score, the rows to train on and the repeats, of which the best counts.
 */
final class BesideMllib {
    private static final int INPUTS = 30;
    private static final int[] HIDDEN = {32, 64, 64, 32};

    private BesideMllib() {}

    /** Something to measure. */
    private interface Work {
        void run() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        int scored = Integer.parseInt(arguments[0]);
        int trained = Integer.parseInt(arguments[1]);
        int repeats = Integer.parseInt(arguments[2]);
        SparkSession spark = Session.builder("local[1]").getOrCreate();
        Path folder = Files.createTempDirectory("beside-mllib");
        rows(spark, scored).write().parquet(folder.resolve("rows").toString());
        scoring(spark.read().parquet(folder.resolve("rows").toString()), scored, repeats);
        training(rows(spark, trained).cache(), trained, repeats);
        spark.stop();
    }

    private static Dataset<Row> rows(SparkSession spark, int count) {
        String[] columns = IntStream.range(0, INPUTS)
                .mapToObj(i -> "CAST(randn(" + i + ") AS FLOAT) AS a" + i)
                .toArray(String[]::new);
        Dataset<Row> inputs = spark.range(0, count, 1, 1).selectExpr(columns);
        return inputs.selectExpr("*", "IF(a0 + a1 * a2 > 0, 1, 0) AS label");
    }

    private static void scoring(Dataset<Row> rows, int count, int repeats) throws Exception {
        NeuralNetworkModel own = NeuralNetworkModel.of(model("sigmoid"));
        NeuralNetworkModel relu = NeuralNetworkModel.of(model("relu"));
        MultilayerPerceptronClassificationModel theirs = mllib(1).fit(vectors(rows.limit(1000)));
        report("read", count, repeats, () -> drop(rows));
        report("nn4j, sigmoid", count, repeats, () -> drop(own.transform(rows)));
        report("nn4j, relu", count, repeats, () -> drop(relu.transform(rows)));
        report("MLlib, sigmoid", count, repeats, () -> drop(theirs.transform(vectors(rows))));
    }

    private static void training(Dataset<Row> rows, int count, int repeats) throws Exception {
        drop(rows);
        Dataset<Row> vectors = vectors(rows).cache();
        drop(vectors);
        int few = 2;
        int many = 22;
        difference(
                "nn4j, a gradient",
                count,
                repeats,
                few,
                many,
                epochs -> NeuralNetwork.of(experiment("sigmoid", epochs))
                        .setPartitions(1)
                        .train(rows));
        difference(
                "MLlib, a gradient",
                count,
                repeats,
                few,
                many,
                epochs -> mllib(epochs).fit(vectors));
    }

    private static MultilayerPerceptronClassifier mllib(int iterations) {
        int[] layers = IntStream.concat(IntStream.concat(IntStream.of(INPUTS), Arrays.stream(HIDDEN)), IntStream.of(2))
                .toArray();
        return new MultilayerPerceptronClassifier()
                .setLayers(layers)
                .setSolver("gd")
                .setStepSize(1e-6)
                .setTol(0)
                .setSeed(1)
                .setMaxIter(iterations);
    }

    private static Dataset<Row> vectors(Dataset<Row> rows) {
        String all = String.join(
                ", ",
                IntStream.range(0, INPUTS)
                        .mapToObj(i -> "CAST(a" + i + " AS DOUBLE)")
                        .toList());
        return rows.selectExpr("array(" + all + ") AS a", "label")
                .select(
                        functions
                                .array_to_vector(org.apache.spark.sql.functions.col("a"))
                                .as("features"),
                        org.apache.spark.sql.functions.col("label"));
    }

    private static Experiment experiment(String activation, int epochs) {
        var builder = Experiment.builder().target("label");
        for (int units : HIDDEN) {
            builder.dense(units, activation);
        }
        return builder.dense(2, "softmax")
                .loss("categorical-cross-entropy")
                .optimizer("gradient-descent", 1e-6)
                .training(options -> options.epochs(epochs).batchSize(0).fitRows(1000))
                .build();
    }

    private static Model model(String activation) {
        Experiment experiment = experiment(activation, 1);
        Schema schema = Schema.builder(Task.MULTICLASS)
                .features(IntStream.range(0, INPUTS)
                        .mapToObj(i -> Feature.number("a" + i))
                        .toList())
                .targets(List.of("y"))
                .labels(List.of("no", "yes"))
                .build();
        return Model.builder(
                        schema, Network.initialized(new NetworkSpec(INPUTS, experiment.layers()), 1), experiment.loss())
                .build();
    }

    private static void drop(Dataset<Row> rows) {
        rows.write().format("noop").mode("overwrite").save();
    }

    private static void difference(String what, int rows, int repeats, int few, int many, IntConsumer work)
            throws Exception {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < repeats; i++) {
            double less = seconds(() -> work.accept(few));
            best = Math.min(best, seconds(() -> work.accept(many)) - less);
        }
        print(what, best / rows / (many - few));
    }

    private static void report(String what, int rows, int repeats, Work work) throws Exception {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < repeats; i++) {
            best = Math.min(best, seconds(work));
        }
        print(what, best / rows);
    }

    private static double seconds(Work work) throws Exception {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = machine.getProcessCpuTime();
        work.run();
        return (machine.getProcessCpuTime() - before) / 1e9;
    }

    private static void print(String what, double secondsToRow) {
        System.out.printf(Locale.ROOT, "%-20s %7.2f µs CPU a row%n", what, secondsToRow * 1e6);
    }
}
