// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.Source;
import dev.nn4j.cli.files.Target;
import dev.nn4j.cli.files.Traffic;
import dev.nn4j.cli.starter.ColumnSurvey;
import dev.nn4j.cli.starter.Starter;
import dev.nn4j.cli.starter.Surroundings;
import dev.nn4j.cli.starter.Template;
import dev.nn4j.io.CsvRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a starter configuration. */
@Command(
        name = "new",
        description = "Writes a configuration to start from; with data, one that fits its columns.",
        sortOptions = false,
        footer = {"", "Example:", "  nn new --data iris.csv --target species --out iris.json"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class NewCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--template",
            paramLabel = "KIND",
            converter = TemplateConverter.class,
            description = "binary, multiclass or regression (default: what the data's target suggests; else binary).")
    private Optional<Template> template;

    @Option(names = "--data", paramLabel = "FILE", description = "CSV to fit the configuration to; - is stdin.")
    private Optional<String> data;

    @Option(names = "--target", paramLabel = "COL", description = "The column to learn.")
    private Optional<String> target;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "Where the configuration goes (default: stdout).")
    private String out;

    NewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Traffic traffic = new Traffic();
        Optional<Source> source = data.map(file -> traffic.reads("--data", file));
        Target configuration = traffic.writes("--out", out);
        traffic.check();
        if (source.isPresent() && target.isEmpty()) {
            throw Failure.usage("--data needs --target, the column to learn");
        }
        Starter starter = source.isPresent() ? fitted(source.get(), target.get()) : plain();
        String text = starter.configuration().pretty() + "\n";
        configuration.write(console, bytes -> bytes.write(text.getBytes(StandardCharsets.UTF_8)));
        return 0;
    }

    private Starter plain() {
        Template chosen = template.orElse(Template.BINARY);
        return new Starter(chosen, Surroundings.usual(chosen, target.orElse("target")));
    }

    private Starter fitted(Source source, String column) throws IOException {
        try (CsvRows rows = source.rows(console)) {
            ColumnSurvey survey = ColumnSurvey.of(rows, column);
            Template chosen = template.orElse(survey.target().suitable());
            survey.target().require(chosen);
            Surroundings surroundings = survey.surroundings(chosen);
            surroundings.remarks().forEach(console::warn);
            console.detail("target '" + column + "' makes it a " + chosen.task().word() + " task");
            return new Starter(chosen, surroundings);
        }
    }
}
