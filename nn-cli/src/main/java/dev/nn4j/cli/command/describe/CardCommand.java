// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.describe;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.FileUses;
import dev.nn4j.cli.files.Target;
import dev.nn4j.io.ModelFile;
import dev.nn4j.report.card.ModelCard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a model's card. */
@Command(
        name = "card",
        description = {
            "Writes what people should know of a model before they use it: what it answers, how good it is and how sure that"
                    + " is, how it decides, data, recipe, limits, and where it comes from. Works without the plugins the"
                    + " model needs."
        },
        sortOptions = false,
        footer = {"", "Example:", "  nn card adult.nn --out adult.md"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class CardCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "MODEL", description = "The model.")
    private String model;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "Where it goes: Markdown in .md, HTML in .html (default: Markdown on stdout).")
    private String out;

    public CardCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        FileUses traffic = new FileUses();
        Path file = traffic.readsModel("MODEL", model);
        Target target = traffic.writes("--out", out);
        boolean html = isHtml();
        traffic.check();
        Path name = file.getFileName();
        ModelCard card = new ModelCard(name == null ? model : name.toString(), ModelFile.describe(file));
        String text = html ? card.html() : card.markdown();
        target.write(console, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
        return 0;
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
