// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.AnswersReader;
import dev.nn4j.cli.files.FileEnding;
import dev.nn4j.cli.files.FileUses;
import dev.nn4j.cli.files.Source;
import dev.nn4j.cli.files.TableReader;
import dev.nn4j.cli.files.Target;
import dev.nn4j.core.Model;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.table.Table;
import dev.nn4j.io.ModelFile;
import dev.nn4j.report.Assessment;
import dev.nn4j.report.EvaluationReport;
import dev.nn4j.report.Findings;
import dev.nn4j.report.HtmlReport;
import dev.nn4j.report.ModelReport;
import dev.nn4j.report.NotesText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
public final class EvaluateCommand implements Callable<Integer> {
    private final Console console;
    private final NnCommand root;

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "The model.")
    private String model;

    @Option(
            names = "--data",
            arity = "1..*",
            required = true,
            paramLabel = "FILE",
            description = "CSV, JSON lines or jdbc:… with the model's features and target; - is stdin.")
    private List<String> data;

    @Mixin
    private RowsOptions reading = new RowsOptions();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Where an HTML report goes, one file to open in a browser; - is stdout.")
    private Optional<String> report;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
            names = "--weight",
            paramLabel = "COL",
            description = "Weigh each row by this column: loss and every metric become weighted means.")
    private Optional<String> weight;

    @Option(
            names = "--missing",
            paramLabel = "HOW",
            converter = MissingChoice.Converter.class,
            description =
                    "skip leaves out rows without a target or with a gap for which nothing stands, fail ends at the"
                            + " first one (default: gaps are skipped unless the training refused them, targets as in the"
                            + " training).")
    private Optional<MissingChoice> missing;

    public EvaluateCommand(Console console, NnCommand root) {
        this.console = console;
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        FileUses traffic = new FileUses();
        Path modelFile = traffic.readsModel("--model", model);
        Source rows = reading.data(traffic, data);
        Optional<Target> page = report.map(file -> traffic.writes("--report", file, FileEnding.HTML));
        traffic.check();
        if (json && traffic.takesStdout()) {
            throw Failure.usage("--json prints on stdout, which --report takes; name a file there");
        }
        Model trained = ModelFile.read(modelFile, root.registry(console));
        Evaluator evaluator = evaluator(trained);
        requireOtherThanTarget(trained);
        if (json || page.isPresent() || weight.isPresent()) {
            Table table = table(rows, trained, evaluator);
            Answers answers = evaluator.answers(table);
            tell(answers);
            if (page.isPresent()) {
                Assessment assessment = new Assessment("evaluation", answers, inMemory(table, evaluator));
                page.get().write(console, new HtmlReport(findings(modelFile, rows, assessment))::write);
            }
            print(report(answers, table, evaluator), traffic.takesStdout());
        } else {
            Answers answers = new AnswersReader(
                            console,
                            trained.schema(),
                            evaluator,
                            root.execution().threads())
                    .answers(rows);
            tell(answers);
            print(EvaluationReport.of(answers), false);
        }
        return 0;
    }

    private void tell(Answers answers) {
        NotesText.lines(answers.notes(), "evaluated").forEach(console::warn);
        if (answers.rowsWithoutTarget() > 0) {
            console.tell(answers.rowsWithoutTarget() + " rows have no target and were left out");
        }
    }

    /** What takes memory for each row is for tables that are in memory themselves. */
    private static Optional<Table> inMemory(Table table, Evaluator evaluator) {
        return table.isInMemory() ? Optional.of(evaluator.usable(table)) : Optional.empty();
    }

    private EvaluationReport report(Answers answers, Table table, Evaluator evaluator) {
        Optional<Table> rows = json ? inMemory(table, evaluator) : Optional.empty();
        return rows.isPresent() ? EvaluationReport.of(answers, rows.get()) : EvaluationReport.of(answers);
    }

    private Evaluator evaluator(Model trained) {
        Evaluator plain = Evaluator.of(trained);
        Evaluator evaluator = weight.map(plain::withWeight).orElse(plain);
        if (missing.isEmpty()) {
            return evaluator.skippingUnsaidGaps();
        }
        return missing.get() == MissingChoice.SKIP ? evaluator.skippingGaps() : evaluator.refusingGaps();
    }

    private void requireOtherThanTarget(Model trained) {
        weight.filter(trained.schema().targets()::contains).ifPresent(column -> {
            throw Failure.usage("--weight: '" + column + "' is the target; name the column of weights");
        });
    }

    private Table table(Source rows, Model trained, Evaluator evaluator) throws IOException {
        return new TableReader(console, root.execution().threads())
                .evaluation(rows, trained.schema(), evaluator.cellTypes())
                .withThreads(root.execution().threads());
    }

    private void print(EvaluationReport evaluation, boolean stdoutTaken) throws IOException {
        if (stdoutTaken) {
            evaluation.text().lines().forEach(console::tell);
        } else {
            console.print(json ? evaluation.json() + "\n" : evaluation.text());
        }
    }

    private static Findings findings(Path modelFile, Source rows, Assessment assessment) throws IOException {
        return new Findings(
                new ModelReport(modelFile.toString(), ModelFile.describe(modelFile), false),
                Optional.empty(),
                List.of(assessment),
                rows.name(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
