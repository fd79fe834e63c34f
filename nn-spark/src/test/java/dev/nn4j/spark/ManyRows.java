// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import dev.nn4j.core.experiment.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Made-up rows of 30 columns, ingested, trained on for an epoch by shards and scored in two executors of 1 GB: a program, no
 * test. After each of these it prints how long it took, the CPU time of all processes and the most memory that each has had
 * ({@code VmHWM}, of Linux). The arguments are the rows and a folder for them, whose disk has 1 kB for each row.
 */
final class ManyRows {
    private static final int PARTITIONS = 64;

    private ManyRows() {}

    /** What is timed. */
    private interface Work {
        void run();
    }

    public static void main(String[] arguments) throws IOException {
        long count = Long.parseLong(arguments[0]);
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
        SparkSession spark = Session.builder("local-cluster[2,1,1024]")
                .config("spark.executor.memory", "1g")
                .config("spark.executor.extraClassPath", System.getProperty("java.class.path"))
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.local.dir", folder.toString())
                .config("spark.sql.shuffle.partitions", PARTITIONS)
                .getOrCreate();
        String place = folder.resolve("rows").toString();
        timed(count, "written", () -> generated(spark, count).write().parquet(place));
        Dataset<Row> rows = spark.read().parquet(place);
        timed(count, "read", () -> rows.write().format("noop").mode("overwrite").save());
        NeuralNetworkModel[] model = new NeuralNetworkModel[1];
        timed(
                count,
                "ingested and trained",
                () -> model[0] =
                        NeuralNetwork.of(experiment()).setPartitions(PARTITIONS).fit(rows));
        timed(
                count,
                "scored",
                () -> model[0].transform(rows)
                        .write()
                        .format("noop")
                        .mode("overwrite")
                        .save());
        spark.stop();
    }

    private static Dataset<Row> generated(SparkSession spark, long count) {
        Stream<String> columns =
                IntStream.range(0, 30).mapToObj(i -> "CAST(hash(id, " + i + ") / 2147483648D AS FLOAT) AS a" + i);
        return spark.range(0, count, 1, PARTITIONS)
                .selectExpr(columns.toArray(String[]::new))
                .selectExpr("*", "CAST(a0 + a1 * a2 > 0.1 AS INT) AS label");
    }

    private static Experiment experiment() {
        return Experiment.builder()
                .target("label")
                .dense(32, "relu")
                .dense(64, "relu")
                .dense(64, "relu")
                .dense(32, "relu")
                .dense(1, "sigmoid")
                .optimizer("adam", 0.001)
                .training(options -> options.epochs(1)
                        .batchSize(128)
                        .shards(64)
                        .fitRows(200_000)
                        .validationFraction(0.001))
                .build();
    }

    private static void timed(long count, String what, Work work) throws IOException {
        double before = cpuSeconds();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double spent = cpuSeconds() - before;
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f s, %.2f µs CPU a row, peak memory of driver and executors in MB: %s%n",
                what,
                seconds,
                spent / count * 1e6,
                memory());
    }

    private static Stream<ProcessHandle> processes() {
        return Stream.concat(
                Stream.of(ProcessHandle.current()),
                ProcessHandle.current().descendants().sorted());
    }

    private static String memory() throws IOException {
        StringBuilder all = new StringBuilder();
        for (ProcessHandle process : processes().toList()) {
            String line = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(one -> one.startsWith("VmHWM"))
                    .collect(Collectors.joining());
            all.append(Long.parseLong(line.replaceAll("\\D", "")) / 1024).append(' ');
        }
        return all.toString();
    }

    private static double cpuSeconds() {
        return processes()
                        .map(ProcessHandle::info)
                        .mapToLong(info -> info.totalCpuDuration().orElseThrow().toMillis())
                        .sum()
                / 1e3;
    }
}
