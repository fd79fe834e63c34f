// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli;

import dev.nn4j.cli.Main;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Interruption;
import dev.nn4j.cli.console.Terminal;
import dev.nn4j.verification.Nn;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * nn within the process of the tests, which saves the start of one: for what a command does, whoever has started it. No
 * process can change its folder, so the words that are names of files become paths, and paths become names in what it says.
 *
 * @param folder where commands would run
 * @param input what they find on stdin
 */
public record Inside(Path folder, String input) implements Commands {
    private static final Pattern FILE =
            Pattern.compile("[\\w-]+\\.(nn|checkpoint|table|csv|json|onnx|html|svg|png|java)");

    /** In a folder, with nothing on stdin. */
    public static Inside in(Path folder) {
        return new Inside(folder, "");
    }

    /** With a text on stdin. */
    public Inside reading(String text) {
        return new Inside(folder, text);
    }

    @Override
    public Nn run(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Terminal.none());
        String[] words =
                Stream.of(arguments).map(Object::toString).map(this::path).toArray(String[]::new);
        return new Nn(Main.run(words, console, new Interruption()), said(out), said(err));
    }

    private String path(String word) {
        return FILE.matcher(word).matches() ? folder.resolve(word).toString() : word;
    }

    private String said(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(folder + File.separator, "");
    }
}
