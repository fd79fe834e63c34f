// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Interruption;
import dev.nn4j.cli.console.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One command run in this process. */
public record CliRun(int exit, String out, String err) {
    /** Runs with nothing on stdin. */
    public static CliRun of(Object... arguments) {
        return withInput("", arguments);
    }

    /** Runs with a text on stdin. */
    public static CliRun withInput(String stdin, Object... arguments) {
        return run(stdin, new Interruption(), arguments);
    }

    /** Runs as if Ctrl-C had been pressed. */
    public static CliRun interrupted(Object... arguments) {
        Interruption interruption = new Interruption();
        interruption.request();
        return run("", interruption, arguments);
    }

    private static CliRun run(String stdin, Interruption interruption, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Terminal.none());
        String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int exit = Main.run(texts, console, interruption);
        return new CliRun(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The line that scripts look for. */
    public String error() {
        return err.lines()
                .filter(line -> line.startsWith("error: "))
                .findFirst()
                .orElse("");
    }
}
