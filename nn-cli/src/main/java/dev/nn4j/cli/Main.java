// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Interruption;
import dev.nn4j.cli.console.StderrSieve;
import dev.nn4j.cli.console.Terminal;
import dev.nn4j.cli.line.CommandLineFactory;
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
        PrintStream stderr = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Console console = new Console(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                stderr,
                Terminal.of(System.getProperties(), System.getenv()));
        console.own();
        Interruption interruption = new Interruption();
        interruption.listen(console, new StderrSieve(stderr, System.getProperties()));
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
