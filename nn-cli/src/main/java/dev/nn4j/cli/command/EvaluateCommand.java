// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.files.Source;
import dev.nn4j.cli.files.Traffic;
import dev.nn4j.cli.report.EvaluationReport;
import dev.nn4j.core.Model;
import dev.nn4j.core.data.Table;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.io.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures a model. */
@Command(
        name = "evaluate",
        description = {
            "Measures how well a model does on data: precision, recall and F1 of each class, confusion matrix,"
                    + " ROC-AUC and log-loss; for regression MSE, RMSE, MAE and R²."
        },
        sortOptions = false,
        footer = {"", "Example:", "  nn evaluate --model iris.nn --data test.csv"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class EvaluateCommand implements Callable<Integer> {
    private final Console console;
    private final NnCommand root;

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "The model.")
    private String model;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "CSV with the model's features and target; - is stdin.")
    private String data;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    EvaluateCommand(Console console, NnCommand root) {
        this.console = console;
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        Traffic traffic = new Traffic();
        Path modelFile = traffic.readsModel("--model", model);
        Source rows = traffic.reads("--data", data);
        traffic.check();
        Model trained = ModelFile.read(modelFile, root.registry(console));
        Table table = rows.table(console, trained.schema()::cellType);
        EvaluationReport report = EvaluationReport.of(Evaluation.of(trained, table));
        console.print(json ? report.json().pretty() + "\n" : report.table());
        return 0;
    }
}
