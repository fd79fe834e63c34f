// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.ErrorReport;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.console.Interruption;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Puts the command line together: the commands, what runs them and what tells of errors. */
public final class CommandLineFactory {
    private static final int NARROWEST = 80;
    private static final int WIDEST = 120;

    private final Console console;
    private final Interruption interruption;
    private final ErrorReport errors;
    private final NnCommand root = new NnCommand();

    /** For a console. */
    public CommandLineFactory(Console console, Interruption interruption) {
        this.console = console;
        this.interruption = interruption;
        this.errors = new ErrorReport(console);
    }

    /** Runs a command and gives its exit code. */
    public int run(String... arguments) {
        try {
            return create().execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError e) {
            // picocli hands on exceptions only.
            return errors.of(e);
        }
    }

    /** A command line that has run nothing yet. */
    CommandLine create() {
        CommandLine line = new CommandLine(root)
                .addSubcommand(new NewCommand(console))
                .addSubcommand(new TrainCommand(console, interruption, root))
                .addSubcommand(new EvaluateCommand(console, root))
                .addSubcommand(new PredictCommand(console, interruption, root))
                .addSubcommand(new InspectCommand(console))
                .addSubcommand(new VerifyCommand(console, root))
                .addSubcommand(new ExportCommand(console, root))
                .addSubcommand(new ImportCommand(console, root))
                .addSubcommand(plugins())
                .addSubcommand(new CompletionCommand(console));
        line.getCommandSpec().version(Version.lines());
        return line.setExecutionStrategy(this::execute)
                .setExecutionExceptionHandler((e, command, parsed) -> errors.of(e))
                .setParameterExceptionHandler((e, arguments) -> usage(e))
                .setOut(new PrintWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(
                        Math.min(WIDEST, Math.max(NARROWEST, console.terminal().columns())));
    }

    private CommandLine plugins() {
        return new CommandLine(new PluginsCommand(console, root))
                .addSubcommand(new PluginsVerifyCommand(console))
                .addSubcommand(new PluginsNewCommand(console));
    }

    private int execute(ParseResult parsed) {
        try {
            root.applyTo(console);
        } catch (Failure e) {
            return errors.of(e);
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private int usage(ParameterException e) {
        String name = e.getCommandLine().getCommandSpec().qualifiedName();
        return errors.usage(new UsageMessage(e).text(), "'" + name + " --help' tells how to use it");
    }
}
