// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.Source;
import dev.nn4j.cli.files.TableReader;
import dev.nn4j.cli.files.Target;
import dev.nn4j.cli.files.Traffic;
import dev.nn4j.cli.html.HtmlReport;
import dev.nn4j.cli.insight.Assessment;
import dev.nn4j.cli.insight.Findings;
import dev.nn4j.cli.report.EvaluationReport;
import dev.nn4j.cli.report.ModelReport;
import dev.nn4j.core.Model;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.io.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
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

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Where an HTML report goes, one file to open in a browser; - is stdout.")
    private Optional<String> report;

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
        Optional<Target> page = report.map(file -> traffic.writes("--report", file));
        traffic.check();
        if (json && traffic.takesStdout()) {
            throw Failure.usage("--json prints on stdout, which --report takes; name a file there");
        }
        Model trained = ModelFile.read(modelFile, root.registry(console));
        Answers answers = Answers.of(trained, new TableReader(console).table(rows, trained.schema()::cellType));
        if (page.isPresent()) {
            page.get().write(console, new HtmlReport(findings(modelFile, rows, answers))::write);
        }
        print(EvaluationReport.of(answers.evaluation()), traffic.takesStdout());
        return 0;
    }

    private void print(EvaluationReport evaluation, boolean stdoutTaken) throws IOException {
        if (stdoutTaken) {
            evaluation.table().lines().forEach(console::tell);
        } else {
            console.print(json ? evaluation.json().pretty() + "\n" : evaluation.table());
        }
    }

    private static Findings findings(Path modelFile, Source rows, Answers answers) throws IOException {
        return new Findings(
                new ModelReport(modelFile.toString(), ModelFile.describe(modelFile), false),
                Optional.empty(),
                List.of(new Assessment("evaluation", answers)),
                rows.name(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
