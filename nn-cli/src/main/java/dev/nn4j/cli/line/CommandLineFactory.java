// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.line;

import dev.nn4j.cli.command.CalibrateCommand;
import dev.nn4j.cli.command.CompletionCommand;
import dev.nn4j.cli.command.EvaluateCommand;
import dev.nn4j.cli.command.ExportCommand;
import dev.nn4j.cli.command.ImportCommand;
import dev.nn4j.cli.command.InspectCommand;
import dev.nn4j.cli.command.NewCommand;
import dev.nn4j.cli.command.NnCommand;
import dev.nn4j.cli.command.ThresholdCommand;
import dev.nn4j.cli.command.VerifyCommand;
import dev.nn4j.cli.command.compare.CompareCommand;
import dev.nn4j.cli.command.describe.CardCommand;
import dev.nn4j.cli.command.describe.DescribeCommand;
import dev.nn4j.cli.command.describe.DriftCommand;
import dev.nn4j.cli.command.explain.ExplainCommand;
import dev.nn4j.cli.command.plugins.PluginsCommand;
import dev.nn4j.cli.command.plugins.PluginsNewCommand;
import dev.nn4j.cli.command.plugins.PluginsVerifyCommand;
import dev.nn4j.cli.command.predict.PredictCommand;
import dev.nn4j.cli.command.serve.ServeCommand;
import dev.nn4j.cli.command.train.ReproduceCommand;
import dev.nn4j.cli.command.train.TrainCommand;
import dev.nn4j.cli.command.train.TuneCommand;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.ErrorReport;
import dev.nn4j.cli.console.ExitCode;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.console.Interruption;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
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
            CommandLine line = create();
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

    /** A command line that has run nothing yet. */
    CommandLine create() {
        CommandLine line = new CommandLine(root)
                .addSubcommand(new NewCommand(console))
                .addSubcommand(new TrainCommand(console, interruption, root))
                .addSubcommand(new TuneCommand(console, interruption, root))
                .addSubcommand(new EvaluateCommand(console, root))
                .addSubcommand(new PredictCommand(console, interruption, root))
                .addSubcommand(new ExplainCommand(console, root))
                .addSubcommand(new ServeCommand(console, interruption, root))
                .addSubcommand(new CalibrateCommand(console, root))
                .addSubcommand(new ThresholdCommand(console, root))
                .addSubcommand(new DescribeCommand(console, root))
                .addSubcommand(new CompareCommand(console, root))
                .addSubcommand(new DriftCommand(console, root))
                .addSubcommand(new CardCommand(console, root))
                .addSubcommand(new ReproduceCommand(console, interruption, root))
                .addSubcommand(new InspectCommand(console))
                .addSubcommand(new VerifyCommand(console, root))
                .addSubcommand(new ExportCommand(console, root))
                .addSubcommand(new ImportCommand(console, root))
                .addSubcommand(plugins())
                .addSubcommand(new CompletionCommand(console));
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

    private CommandLine plugins() {
        return new CommandLine(new PluginsCommand(console, root))
                .addSubcommand(new PluginsVerifyCommand(console))
                .addSubcommand(new PluginsNewCommand(console));
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
