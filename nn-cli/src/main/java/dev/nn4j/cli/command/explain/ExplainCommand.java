// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.explain;

import dev.nn4j.cli.command.NnCommand;
import dev.nn4j.cli.command.RowsOptions;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.FileEnding;
import dev.nn4j.cli.files.FileUses;
import dev.nn4j.cli.files.Source;
import dev.nn4j.cli.files.Target;
import dev.nn4j.core.Model;
import dev.nn4j.core.explanation.Explanation;
import dev.nn4j.core.explanation.ImportanceRequest;
import dev.nn4j.core.score.Metric;
import dev.nn4j.io.ModelFile;
import dev.nn4j.report.explanation.ExplanationPage;
import dev.nn4j.report.explanation.ExplanationReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says why a model answers as it does. */
@Command(
        name = "explain",
        description = {
            "Says what a model's answers depend on: how much worse they become without each column, how they change with"
                    + " its values, and what each contributes to the answer to single rows. The rows should not be those"
                    + " that the model learnt from."
        },
        sortOptions = false,
        footer = {"", "Example:", "  nn explain bc.nn --data test.csv --row 7 --report why.html"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ExplainCommand implements Callable<Integer> {
    private final Console console;
    private final NnCommand root;

    @Parameters(paramLabel = "MODEL", description = "The model.")
    private String model;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description =
                    "CSV, JSON lines or jdbc:… with the model's features, and for importance its target; - is stdin.")
    private List<String> data;

    @Mixin
    private RowsOptions reading = new RowsOptions();

    @Option(
            names = "--row",
            paramLabel = "N",
            description =
                    "Explain the answer to this row of the data, counted from 1; repeatable (default: the first 3).")
    private List<Long> rows = List.of();

    @Option(
            names = "--label",
            paramLabel = "NAME",
            description =
                    "Explain the probability of this label, or of several targets this one (default: of two labels the"
                            + " positive, of more the one decided for, of several targets all).")
    private Optional<String> label;

    @Option(
            names = "--background",
            paramLabel = "FILE",
            description =
                    "Rows to compare with, such as the training data (default: those that the model keeps, or else rows of --data).")
    private Optional<String> background;

    @Option(names = "--background-query", paramLabel = "SQL", description = "Of --background jdbc:…, which rows.")
    private Optional<String> backgroundQuery;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            converter = MetricConverter.class,
            description =
                    "What becomes worse without a column: accuracy, logLoss, rocAuc, rmse, r2 … (default: logLoss, for"
                            + " numbers r2).")
    private Optional<Metric> metric;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often each column is permuted (default: ${DEFAULT-VALUE}).")
    private int repeats;

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Measure importance on so many rows, drawn if there are more (default: ${DEFAULT-VALUE}).")
    private int sample;

    @Option(names = "--weight", paramLabel = "COL", description = "Weigh each row by this column in the metric.")
    private Optional<String> weight;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Where an HTML page with pictures goes, one file to open in a browser; - is stdout.")
    private Optional<String> report;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the result goes (default: stdout).")
    private Optional<String> out;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    public ExplainCommand(Console console, NnCommand root) {
        this.console = console;
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        RowsOptions.requireAsked("--background", background, backgroundQuery);
        FileUses traffic = new FileUses();
        Path modelFile = traffic.readsModel("MODEL", model);
        Source source = reading.data(traffic, data);
        Optional<Source> compared = background.isPresent()
                ? Optional.of(reading.others(traffic, "--background", background.get(), backgroundQuery))
                : Optional.empty();
        Optional<Target> page = report.isPresent()
                ? Optional.of(traffic.writes("--report", report.get(), FileEnding.HTML))
                : Optional.empty();
        Optional<Target> result = out.isPresent() ? Optional.of(traffic.writes("--out", out.get())) : Optional.empty();
        traffic.check();
        requireRanges();
        Model trained = ModelFile.read(modelFile, root.registry(console));
        ExplanationWork work = new ExplanationWork(console, trained, root.execution(), weight, sample);
        Explanation explanation = work.explanation(source, compared, rows, label, request(trained));
        ExplanationReport found = new ExplanationReport(explanation, modelFile.toString(), source.name());
        if (page.isPresent()) {
            page.get().write(console, new ExplanationPage(found)::write);
        }
        print(found, result, page.isPresent() && page.get().isStandard());
        return 0;
    }

    private void requireRanges() {
        if (sample < 1) {
            throw Failure.usage("--sample: must be at least 1, got " + sample);
        }
        if (repeats < 1 || repeats > ImportanceRequest.MOST_REPEATS) {
            throw Failure.usage("--repeats: must be in [1, " + ImportanceRequest.MOST_REPEATS + "], got " + repeats);
        }
    }

    private ImportanceRequest request(Model trained) {
        Metric measured = metric.isPresent() ? metric.get() : ImportanceRequest.usualMetric(trained.task());
        if (!measured.measures(trained.task())) {
            throw Failure.usage("--metric: a " + trained.task().word() + " model has no " + measured.key());
        }
        return new ImportanceRequest(measured, repeats, 0, root.execution());
    }

    private void print(ExplanationReport found, Optional<Target> result, boolean stdoutTaken) throws IOException {
        String text = json ? found.json() + "\n" : found.text();
        if (result.isPresent()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            result.get().write(console, stream -> stream.write(bytes));
        } else if (!stdoutTaken) {
            console.print(text);
        }
    }
}
