// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.compare;

import dev.nn4j.cli.command.NnCommand;
import dev.nn4j.cli.command.RowsOptions;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.FileEnding;
import dev.nn4j.cli.files.FileUses;
import dev.nn4j.cli.files.Source;
import dev.nn4j.cli.files.Target;
import dev.nn4j.core.Model;
import dev.nn4j.core.comparison.ModelComparison;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.io.ModelFile;
import dev.nn4j.report.comparison.ComparisonReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures several models on the same rows. */
@Command(
        name = "compare",
        description = {
            "Measures several models on the same rows: the figures of each, and how far they are apart, with intervals"
                    + " that have the true difference in 95 of 100 samples of rows."
        },
        sortOptions = false,
        footer = {"", "Example:", "  nn compare old.nn new.nn --data test.csv"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class CompareCommand implements Callable<Integer> {
    private static final int FEWEST = 2;

    private final Console console;
    private final NnCommand root;

    @Parameters(paramLabel = "MODEL", arity = "1..*", description = "The models; two at least.")
    private List<String> models;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description =
                    "CSV, JSON lines or jdbc:… with the models' features and target; rows that one of them cannot answer are left out for"
                            + " all.")
    private List<String> data;

    @Mixin
    private RowsOptions reading = new RowsOptions();

    @Option(names = "--weight", paramLabel = "COL", description = "Weigh each row by this column.")
    private Optional<String> weight;

    @Option(names = "--report", paramLabel = "FILE", description = "Write an HTML page with pictures; - is stdout.")
    private Optional<String> report;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    public CompareCommand(Console console, NnCommand root) {
        this.console = console;
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        if (models.size() < FEWEST) {
            throw Failure.usage("MODEL: compare needs two models at least, got " + models.size());
        }
        FileUses traffic = new FileUses();
        List<Path> files = new ArrayList<>();
        for (String model : models) {
            files.add(traffic.readsModel("MODEL", model));
        }
        Source rows = reading.data(traffic, data).readAgain();
        Optional<Target> page = report.map(file -> traffic.writes("--report", file, FileEnding.HTML));
        traffic.check();
        if (rows.isStandard()) {
            throw Failure.usage("--data: each model reads the rows in its own way, and stdin comes once; name a file");
        }
        ComponentRegistry registry = root.registry(console);
        List<Model> trained = new ArrayList<>();
        for (Path file : files) {
            trained.add(ModelFile.read(file, registry));
        }
        requireSameQuestion(trained);
        ComparisonReport compared = new ComparisonReport(
                comparison(new CommonRows(console, root.execution().threads(), weight).answers(trained, rows)), models);
        if (page.isPresent()) {
            page.get().write(console, compared::writeHtml);
        }
        String text = json ? compared.json() + "\n" : compared.text();
        if (page.isPresent() && page.get().isStandard()) {
            text.lines().forEach(console::tell);
        } else {
            console.print(text);
        }
        return 0;
    }

    /** Before rows are read: a column that one model alone needs is no fault of theirs. */
    private static void requireSameQuestion(List<Model> trained) {
        try {
            ModelComparison.requireSameQuestion(
                    trained.stream().map(Model::schema).toList());
        } catch (IllegalArgumentException e) {
            throw Failure.model(String.valueOf(e.getMessage()));
        }
    }

    private static ModelComparison comparison(List<Answers> answers) {
        try {
            return ModelComparison.of(answers);
        } catch (IllegalArgumentException e) {
            throw Failure.model(String.valueOf(e.getMessage()));
        }
    }
}
