// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.line;

import dev.nn4j.cli.command.NnCommand;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.ErrorReport;
import dev.nn4j.cli.console.ExitCode;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.console.Interruption;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
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
            CommandLine line = create(wanted(arguments));
            int exit = line.execute(ArgumentFiles.expanded(arguments, optionsWithValue(line)));
            // picocli does not look whether help and version went out
            return exit == ExitCode.OK ? console.failure().map(errors::of).orElse(exit) : exit;
        } catch (Failure e) {
            return errors.of(e);
        } catch (OutOfMemoryError | StackOverflowError e) {
            // picocli hands on exceptions only.
            return errors.of(e);
        }
    }

    /** A command line that has run nothing yet, of all commands. */
    CommandLine create() {
        return create(Subcommand.ALL);
    }

    /**
     * Those of all commands that these arguments could ask for: picocli looks at each option of a command that it is given,
     * which takes most of a short run.
     */
    private static List<Subcommand> wanted(String[] arguments) {
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            return List.of();
        }
        Optional<Subcommand> named = arguments.length == 0 ? Optional.empty() : Subcommand.of(arguments[0]);
        // What a file of arguments says is not known yet, nor whether it is a value of an option.
        return named.isPresent()
                        && !named.get().tellsOfAll()
                        && Arrays.stream(arguments).noneMatch(argument -> argument.startsWith("@"))
                ? List.of(named.get())
                : Subcommand.ALL;
    }

    private CommandLine create(List<Subcommand> commands) {
        CommandLine line = new CommandLine(root);
        for (Subcommand command : commands) {
            line.addSubcommand(command.word(), command.newCommand(console, interruption, root));
        }
        line.getCommandSpec().version(Version.lines());
        return line.setExpandAtFiles(false) // ArgumentFiles does, and does not take the value of an option for one
                .setExecutionStrategy(this::execute)
                .setExecutionExceptionHandler((e, command, parsed) -> errors.of(e))
                .setParameterExceptionHandler((e, arguments) -> usage(e))
                .setOut(new PrintWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(
                        Math.min(WIDEST, Math.max(NARROWEST, console.terminal().columns())));
    }

    /** The names of options behind which a value comes, of all commands. */
    private static Set<String> optionsWithValue(CommandLine line) {
        Set<String> names = new HashSet<>();
        for (OptionSpec option : line.getCommandSpec().options()) {
            if (option.arity().min() > 0) {
                names.addAll(List.of(option.names()));
            }
        }
        line.getSubcommands().values().forEach(command -> names.addAll(optionsWithValue(command)));
        return names;
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
