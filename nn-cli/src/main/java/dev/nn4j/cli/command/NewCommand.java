// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.FileEnding;
import dev.nn4j.cli.files.FileUses;
import dev.nn4j.cli.files.Source;
import dev.nn4j.cli.files.Target;
import dev.nn4j.config.starter.HoldOut;
import dev.nn4j.config.starter.Preset;
import dev.nn4j.config.starter.Starter;
import dev.nn4j.config.starter.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a starter configuration. */
@Command(
        name = "new",
        description = "Writes a configuration to start from; with data, one that fits its columns.",
        sortOptions = false,
        footer = {"", "Example:", "  nn new --data iris.csv --target species --out iris.json"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class NewCommand implements Callable<Integer> {
    private static final long FOLDS = 5;

    private final Console console;

    @Option(
            names = "--template",
            paramLabel = "KIND",
            converter = TemplateConverter.class,
            completionCandidates = TemplateConverter.Accepted.class,
            description = "binary, multiclass or regression (default: what the data's target suggests; else binary).")
    private Optional<Template> template;

    @Option(
            names = "--data",
            arity = "1..*",
            paramLabel = "FILE",
            description = "CSV, JSON lines or jdbc:… to fit the configuration to; - is stdin.")
    private List<String> data = List.of();

    @Mixin
    private RowsOptions reading = new RowsOptions();

    @Option(names = "--target", paramLabel = "COL", description = "The column to learn.")
    private Optional<String> target;

    @Option(
            names = "--preset",
            paramLabel = "PRESET",
            converter = PresetConverter.class,
            completionCandidates = PresetConverter.Accepted.class,
            defaultValue = "good",
            description = "How much to spend on the answers: fast, good (default) or best.")
    private Preset preset;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "Where the configuration goes (default: stdout).")
    private String out;

    public NewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        FileUses traffic = new FileUses();
        Optional<Source> source = data.isEmpty() ? Optional.empty() : Optional.of(reading.data(traffic, data));
        Target configuration = traffic.writes("--out", out, FileEnding.JSON);
        traffic.check();
        if (source.isPresent() && target.isEmpty()) {
            throw Failure.usage("--data needs --target, the column to learn");
        }
        Starter starter = source.isPresent() ? fitted(source.get(), target.get().strip()) : plain();
        String text = starter.configuration().pretty() + "\n";
        configuration.write(console, bytes -> bytes.write(text.getBytes(StandardCharsets.UTF_8)));
        return 0;
    }

    private Starter plain() {
        Template chosen = template.orElse(Template.BINARY);
        return Starter.of(chosen, target.orElse("target")).with(preset);
    }

    private Starter fitted(Source source, String column) throws IOException {
        Starter starter = new DataFitting(console, source, column, HoldOut.SUITABLE).starter(template, preset);
        if (!starter.validates()) {
            console.tell(starter.rows() + " rows are too few to keep some to measure on: nn train --folds "
                    + Math.min(FOLDS, starter.rows()) + " measures on each of them in turn");
        }
        return starter;
    }
}
