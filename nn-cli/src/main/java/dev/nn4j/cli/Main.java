// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import dev.nn4j.cli.command.CommandLineFactory;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Interruption;
import dev.nn4j.cli.console.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where the command line starts. */
public final class Main {
    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // Whatever a library formats must read the same everywhere.
        Locale.setDefault(Locale.ROOT);
        Console console = new Console(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Terminal.of(System.getProperties(), System.getenv()));
        Interruption interruption = new Interruption();
        interruption.listen(console);
        System.exit(run(arguments, console, interruption));
    }

    /** Runs a command and gives its exit code. */
    public static int run(String[] arguments, Console console, Interruption interruption) {
        try {
            return new CommandLineFactory(console, interruption).run(arguments);
        } finally {
            interruption.finished();
        }
    }
}
