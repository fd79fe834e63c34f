// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.bundle;

import dev.nn4j.spark.NeuralNetworkModel;
import dev.nn4j.spark.internal.scoring.RowFault;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructField;

/** Answers rows where they lie. Its report is empty. */
final class PredictJob implements Job {
    private final String file;
    private final RowFault handleInvalid;
    private final Place data;
    private final Place out;

    PredictJob(Options options) {
        this.file = options.needed("--model");
        this.handleInvalid =
                options.word("--handle-invalid", RowFault.ERROR, List.of(RowFault.values()), RowFault::word);
        this.data = Place.of(options);
        this.out = new Place(options.needed("--out"), options.one("--out-format"), options.all("--out-option"));
    }

    @Override
    public String run(SparkSession spark) throws IOException {
        NeuralNetworkModel model = NeuralNetworkModel.load(file).setHandleInvalid(handleInvalid.word());
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
