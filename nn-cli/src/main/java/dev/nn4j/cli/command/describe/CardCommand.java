// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.describe;

import dev.nn4j.cli.command.NnCommand;
import dev.nn4j.cli.command.RowsOptions;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.FileUses;
import dev.nn4j.cli.files.Source;
import dev.nn4j.cli.files.Target;
import dev.nn4j.io.ModelFile;
import dev.nn4j.report.card.CardMeasurements;
import dev.nn4j.report.card.ModelCard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a model's card. */
@Command(
        name = "card",
        description = {
            "Writes what people should know of a model before they use it: what it answers, how good it is and how sure that"
                    + " is, how it decides, data, recipe, limits, and where it comes from; with --data also what rows say:"
                    + " how good it is on them, what its intervals or sets hold, and what its answers depend on. Without"
                    + " --data it works without the plugins the model needs."
        },
        sortOptions = false,
        footer = {"", "Example:", "  nn card adult.nn --data test.csv --out adult.html"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class CardCommand implements Callable<Integer> {
    private final Console console;
    private final NnCommand root;

    @Parameters(paramLabel = "MODEL", description = "The model.")
    private String model;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "CSV, JSON lines or jdbc:… with the model's features and target, rows that it has not learnt"
                    + " from; - is stdin.")
    private List<String> data = List.of();

    @Mixin
    private RowsOptions reading = new RowsOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "Where it goes: Markdown in .md, HTML in .html (default: Markdown on stdout).")
    private String out;

    public CardCommand(Console console, NnCommand root) {
        this.console = console;
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        FileUses traffic = new FileUses();
        Path file = traffic.readsModel("MODEL", model);
        Optional<Source> rows = rows(traffic);
        Target target = traffic.writes("--out", out);
        boolean html = isHtml();
        traffic.check();
        Optional<CardMeasurements> measured = rows.isPresent()
                ? Optional.of(new CardRows(console, ModelFile.read(file, root.registry(console)), root.execution())
                        .measured(rows.get()))
                : Optional.empty();
        Path name = file.getFileName();
        ModelCard card = new ModelCard(name == null ? model : name.toString(), ModelFile.describe(file), measured);
        String text = html ? card.html() : card.markdown();
        target.write(console, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
        return 0;
    }

    private Optional<Source> rows(FileUses traffic) {
        if (!data.isEmpty()) {
            return Optional.of(reading.data(traffic, data));
        }
        reading.requireUnused();
        return Optional.empty();
    }

    private boolean isHtml() {
        String name = out.toLowerCase(Locale.ROOT);
        boolean html = name.endsWith(".html") || name.endsWith(".htm");
        boolean markdown = out.equals("-") || name.endsWith(".md") || name.endsWith(".markdown");
        if (!html && !markdown) {
            throw Failure.usage("--out: a card is Markdown or HTML, got '" + out + "'; end it in .md or .html");
        }
        return html;
    }
}
