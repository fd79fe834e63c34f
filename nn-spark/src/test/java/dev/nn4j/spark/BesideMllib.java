// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import org.apache.spark.ml.classification.MultilayerPerceptronClassificationModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What scoring and a gradient cost, in CPU time of the whole process, beside MLlib's multilayer perceptron: a program, no
 * test. The arguments are the inputs (30 or 784), the rows to score, the rows to train on, the repeats and, if only one of the
 * two is to have a process of its own, {@code nn4j} or {@code MLlib}. All works are done twice to warm up; then each repeat does
 * all of them, one after the other, and medians count.
 */
final class BesideMllib {
    private static final int WARM_UPS = 2;

    private BesideMllib() {}

    /** How much is measured, and of whom; of both if nobody is named. */
    private record Extent(int count, int repeats, String whose) {
        boolean isOf(String work) {
            return work.equals("read") || work.startsWith(whose);
        }
    }

    /** Something to measure. */
    private interface Work {
        void run() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        BesideShape shape = BesideShape.of(Integer.parseInt(arguments[0]));
        int scored = Integer.parseInt(arguments[1]);
        int trained = Integer.parseInt(arguments[2]);
        int repeats = Integer.parseInt(arguments[3]);
        String whose = arguments.length > 4 ? arguments[4] : "";
        SparkSession spark = Session.builder("local[1]").getOrCreate();
        Path folder = Files.createTempDirectory("beside-mllib");
        if (scored > 0) {
            scoring(spark, shape, folder, new Extent(scored, repeats, whose));
        }
        if (trained > 0) {
            training(spark, shape, new Extent(trained, repeats, whose));
        }
        spark.stop();
    }

    private static void scoring(SparkSession spark, BesideShape shape, Path folder, Extent extent) throws Exception {
        int count = extent.count();
        String place = folder.resolve("rows").toString();
        boolean wide = shape.inputs() > 100;
        (wide ? shape.arrays(spark, count) : shape.named(spark, count)).write().parquet(place);
        Dataset<Row> rows = spark.read().parquet(place);
        NeuralNetworkModel own = NeuralNetworkModel.of(shape.model("sigmoid"));
        NeuralNetworkModel relu = NeuralNetworkModel.of(shape.model("relu"));
        own.setFeaturesCol(wide ? "all" : "");
        relu.setFeaturesCol(wide ? "all" : "");
        Dataset<Row> theirRows = shape.vectors(wide ? rows : shape.array(rows));
        Map<String, Work> works = new LinkedHashMap<>();
        works.put("read", () -> drop(rows));
        works.put("nn4j, sigmoid", () -> drop(own.transform(rows)));
        works.put("nn4j, relu", () -> drop(relu.transform(rows)));
        if (extent.isOf("MLlib")) {
            MultilayerPerceptronClassificationModel theirs = shape.mllib(1).fit(theirRows.limit(1000));
            works.put("MLlib's vectors", () -> drop(theirRows));
            works.put("MLlib, sigmoid", () -> drop(theirs.transform(theirRows)));
        }
        Map<String, double[]> seconds = measure(works, extent);
        double read = median(seconds.get("read"));
        seconds.forEach((what, each) -> print(what, median(each) / count, read / median(each)));
    }

    private static void training(SparkSession spark, BesideShape shape, Extent extent) throws Exception {
        int count = extent.count();
        Dataset<Row> rows = shape.named(spark, count).cache();
        Dataset<Row> vectors = shape.vectors(shape.arrays(spark, count)).cache();
        drop(rows);
        drop(vectors);
        IntConsumer own = epochs -> NeuralNetwork.of(shape.experiment("sigmoid", epochs))
                .setPartitions(1)
                .train(rows);
        IntConsumer theirs = epochs -> shape.mllib(epochs).fit(vectors);
        int few = 2;
        int many = 12;
        int most = 82;
        Map<String, Work> works = new LinkedHashMap<>();
        works.put("nn4j, few", () -> own.accept(few));
        works.put("nn4j, many", () -> own.accept(most));
        works.put("MLlib, few", () -> theirs.accept(few));
        works.put("MLlib, many", () -> theirs.accept(many));
        Map<String, double[]> seconds = measure(works, extent);
        if (extent.isOf("nn4j")) {
            print("nn4j, a gradient", difference(seconds, "nn4j") / count / (most - few));
        }
        if (extent.isOf("MLlib")) {
            print("MLlib, a gradient", difference(seconds, "MLlib") / count / (many - few));
        }
    }

    private static double difference(Map<String, double[]> seconds, String whose) {
        double[] few = seconds.get(whose + ", few");
        double[] more = seconds.get(whose + ", many").clone();
        Arrays.setAll(more, i -> more[i] - few[i]);
        return median(more);
    }

    private static void drop(Dataset<Row> rows) {
        rows.write().format("noop").mode("overwrite").save();
    }

    private static Map<String, double[]> measure(Map<String, Work> works, Extent extent) throws Exception {
        works.keySet().removeIf(work -> !extent.isOf(work));
        int repeats = extent.repeats();
        Map<String, double[]> all = new LinkedHashMap<>();
        works.keySet().forEach(what -> all.put(what, new double[repeats]));
        for (int repeat = -WARM_UPS; repeat < repeats; repeat++) {
            for (Map.Entry<String, Work> work : works.entrySet()) {
                double seconds = seconds(work.getValue());
                if (repeat >= 0) {
                    all.get(work.getKey())[repeat] = seconds;
                }
            }
        }
        return all;
    }

    private static double seconds(Work work) throws Exception {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = machine.getProcessCpuTime();
        work.run();
        return (machine.getProcessCpuTime() - before) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }

    private static void print(String what, double secondsToRow, double ofTheReading) {
        System.out.printf(
                Locale.ROOT,
                "%-20s %7.2f µs CPU a row, %.2f of the speed of the reading%n",
                what,
                secondsToRow * 1e6,
                ofTheReading);
    }

    private static void print(String what, double secondsToRow) {
        System.out.printf(Locale.ROOT, "%-20s %7.2f µs CPU a row%n", what, secondsToRow * 1e6);
    }
}
