// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.bundle;

import dev.nn4j.core.Model;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.table.Table;
import dev.nn4j.report.EvaluationReport;
import dev.nn4j.spark.NeuralNetworkModel;
import dev.nn4j.spark.SparkTables;
import dev.nn4j.spark.internal.StageFiles;
import java.io.IOException;
import org.apache.spark.sql.SparkSession;

/** Measures a model on rows, which come to the driver. */
final class EvaluateJob implements Job {
    private final Options options;
    private final String file;
    private final Place data;

    EvaluateJob(Options options) {
        this.options = options;
        this.file = options.needed("--model");
        this.data = Place.of(options);
    }

    @Override
    public String run(SparkSession spark) throws IOException {
        Model model = NeuralNetworkModel.load(file).model();
        Evaluator evaluator = Evaluator.of(model).skippingUnsaidGaps();
        Table rows = SparkTables.collect(data.read(spark), evaluator.cellTypes());
        Answers answers = evaluator.answers(rows);
        if (options.has("--report")) {
            new Page(data.toString(), file)
                    .write(new StageFiles(spark), options.needed("--report"), model, answers, evaluator.usable(rows));
        }
        EvaluationReport report = EvaluationReport.of(answers);
        return options.has("--json") ? report.json() + "\n" : report.text();
    }
}
