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
import java.util.Arrays;
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
    /** All commands, as help lists them. */
    private static final List<String> NAMES = List.of(
            "new",
            "train",
            "tune",
            "evaluate",
            "predict",
            "explain",
            "serve",
            "calibrate",
            "threshold",
            "describe",
            "compare",
            "drift",
            "card",
            "reproduce",
            "inspect",
            "verify",
            "export",
            "import",
            "plugins",
            "completion");

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
        return create(NAMES);
    }

    /**
     * Those of all commands that these arguments could ask for: picocli looks at each option of a command that it is given,
     * which takes most of a short run.
     */
    private static List<String> wanted(String[] arguments) {
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            return List.of();
        }
        // Completion tells of all. What a file of arguments says is not known yet, nor whether it is a value of an
        // option.
        boolean isNamed = arguments.length > 0 && NAMES.contains(arguments[0]) && !arguments[0].equals("completion");
        return isNamed && Arrays.stream(arguments).noneMatch(argument -> argument.startsWith("@"))
                ? List.of(arguments[0])
                : NAMES;
    }

    private Object command(String name) {
        return switch (name) {
            case "new" -> new NewCommand(console);
            case "train" -> new TrainCommand(console, interruption, root);
            case "tune" -> new TuneCommand(console, interruption, root);
            case "evaluate" -> new EvaluateCommand(console, root);
            case "predict" -> new PredictCommand(console, interruption, root);
            case "explain" -> new ExplainCommand(console, root);
            case "serve" -> new ServeCommand(console, interruption, root);
            case "calibrate" -> new CalibrateCommand(console, root);
            case "threshold" -> new ThresholdCommand(console, root);
            case "describe" -> new DescribeCommand(console, root);
            case "compare" -> new CompareCommand(console, root);
            case "drift" -> new DriftCommand(console, root);
            case "card" -> new CardCommand(console, root);
            case "reproduce" -> new ReproduceCommand(console, interruption, root);
            case "inspect" -> new InspectCommand(console);
            case "verify" -> new VerifyCommand(console, root);
            case "export" -> new ExportCommand(console, root);
            case "import" -> new ImportCommand(console, root);
            case "plugins" -> plugins();
            case "completion" -> new CompletionCommand(console);
            default -> throw new IllegalArgumentException("command line: there is no command " + name);
        };
    }

    private CommandLine create(List<String> names) {
        CommandLine line = new CommandLine(root);
        for (String name : names) {
            line.addSubcommand(name, command(name));
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
