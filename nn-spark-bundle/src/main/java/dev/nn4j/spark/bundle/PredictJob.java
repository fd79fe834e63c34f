// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.bundle;

import dev.nn4j.spark.NeuralNetworkModel;
import java.io.IOException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructField;

/** Answers rows where they lie. */
final class PredictJob {
    private final SparkSession spark;
    private final Options options;

    PredictJob(SparkSession spark, Options options) {
        this.spark = spark;
        this.options = options;
    }

    /** Gives what is to be told, which is nothing. */
    String run() throws IOException {
        NeuralNetworkModel model = NeuralNetworkModel.load(options.needed("--model"))
                .setHandleInvalid(options.one("--handle-invalid").orElse("error"));
        Place data = Place.of(options);
        Place out = new Place(options.needed("--out"), options.one("--out-format"), options.all("--out-option"));
        Dataset<Row> answered = model.transform(data.read(spark));
        out.write(out.isFlat() ? flat(answered) : answered);
        return "";
    }

    /** Without arrays, which CSV and databases do not hold. */
    private static Dataset<Row> flat(Dataset<Row> rows) {
        Dataset<Row> flat = rows;
        for (StructField field : rows.schema().fields()) {
            if (field.dataType() instanceof ArrayType) {
                flat = flat.withColumn(field.name(), functions.to_json(functions.col("`" + field.name() + "`")));
            }
        }
        return flat;
    }
}
