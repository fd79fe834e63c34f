// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.classification.MultilayerPerceptronClassifier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** A network that both libraries have, and rows for it: columns {@code a0, a1, …}, all of them in {@code all}, and a label. */
record BesideShape(int inputs, List<Integer> hidden, int outputs) {
    static BesideShape of(int inputs) {
        return inputs < 100
                ? new BesideShape(inputs, List.of(32, 64, 64, 32), 2)
                : new BesideShape(inputs, List.of(512, 256), 10);
    }

    private IntStream each() {
        return IntStream.range(0, inputs);
    }

    /** A column for each input. */
    Dataset<Row> named(SparkSession spark, int count) {
        Stream<String> columns = each().mapToObj(i -> "all[" + i + "] AS a" + i);
        return arrays(spark, count)
                .selectExpr(Stream.concat(columns, Stream.of("label")).toArray(String[]::new));
    }

    /** The columns in one array of floats between -1 and 1. */
    Dataset<Row> arrays(SparkSession spark, int count) {
        return spark.range(0, count, 1, 1)
                .selectExpr(
                        "transform(sequence(1, " + inputs + "), i -> CAST(hash(id, i) / 2147483648D AS FLOAT)) AS all")
                .selectExpr("all", "CAST(pmod(floor(9 * (all[0] + all[1])), " + outputs + ") AS INT) AS label");
    }

    /** The columns of those that are named in one array. */
    Dataset<Row> array(Dataset<Row> named) {
        String all = each().mapToObj(i -> "a" + i).collect(Collectors.joining(", "));
        return named.selectExpr("array(" + all + ") AS all", "label");
    }

    /** What MLlib reads. */
    Dataset<Row> vectors(Dataset<Row> arrays) {
        Column doubles = functions.col("all").cast("array<double>");
        return arrays.select(
                org.apache.spark.ml.functions.array_to_vector(doubles).as("features"), functions.col("label"));
    }

    MultilayerPerceptronClassifier mllib(int iterations) {
        int[] layers = IntStream.concat(
                        IntStream.concat(IntStream.of(inputs), hidden.stream().mapToInt(Integer::intValue)),
                        IntStream.of(outputs))
                .toArray();
        return new MultilayerPerceptronClassifier()
                .setLayers(layers)
                .setSolver("gd")
                .setStepSize(1e-6)
                .setTol(0)
                .setSeed(1)
                .setMaxIter(iterations);
    }

    Experiment experiment(String activation, int epochs) {
        var builder = Experiment.builder().target("label");
        for (int units : hidden) {
            builder.dense(units, activation);
        }
        return builder.dense(outputs, "softmax")
                .loss("categorical-cross-entropy")
                .optimizer("gradient-descent", 1e-6)
                .training(options -> options.epochs(epochs).batchSize(0).fitRows(1000))
                .build();
    }

    Model model(String activation) {
        Experiment experiment = experiment(activation, 1);
        Schema schema = Schema.builder(Task.MULTICLASS)
                .features(each().mapToObj(i -> Feature.number("a" + i)).toList())
                .targets(List.of("y"))
                .labels(IntStream.range(0, outputs).mapToObj(i -> "label" + i).toList())
                .build();
        Network network = Network.initialized(new NetworkSpec(inputs, experiment.layers()), 1);
        return Model.builder(schema, network, experiment.loss()).build();
    }
}
