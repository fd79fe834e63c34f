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
import dev.nn4j.cli.console.Interruption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;

/** The commands of nn, in the order in which help lists them. The switch has them all, or it would not compile. */
enum Subcommand {
    NEW,
    TRAIN,
    TUNE,
    EVALUATE,
    PREDICT,
    EXPLAIN,
    SERVE,
    CALIBRATE,
    THRESHOLD,
    DESCRIBE,
    COMPARE,
    DRIFT,
    CARD,
    REPRODUCE,
    INSPECT,
    VERIFY,
    EXPORT,
    IMPORT,
    PLUGINS,
    COMPLETION;

    static final List<Subcommand> ALL = List.of(values());

    /** As it is typed. */
    private final String word = name().toLowerCase(Locale.ROOT);

    String word() {
        return word;
    }

    /** The command of a word, if there is one. */
    static Optional<Subcommand> of(String word) {
        for (Subcommand command : ALL) {
            if (command.word.equals(word)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }

    /** Whether the other commands must be there for this one. */
    boolean tellsOfAll() {
        return this == COMPLETION;
    }

    /** The command itself, for picocli. */
    Object newCommand(Console console, Interruption interruption, NnCommand root) {
        return switch (this) {
            case NEW -> new NewCommand(console);
            case TRAIN -> new TrainCommand(console, interruption, root);
            case TUNE -> new TuneCommand(console, interruption, root);
            case EVALUATE -> new EvaluateCommand(console, root);
            case PREDICT -> new PredictCommand(console, interruption, root);
            case EXPLAIN -> new ExplainCommand(console, root);
            case SERVE -> new ServeCommand(console, interruption, root);
            case CALIBRATE -> new CalibrateCommand(console, root);
            case THRESHOLD -> new ThresholdCommand(console, root);
            case DESCRIBE -> new DescribeCommand(console, root);
            case COMPARE -> new CompareCommand(console, root);
            case DRIFT -> new DriftCommand(console, root);
            case CARD -> new CardCommand(console, root);
            case REPRODUCE -> new ReproduceCommand(console, interruption, root);
            case INSPECT -> new InspectCommand(console);
            case VERIFY -> new VerifyCommand(console, root);
            case EXPORT -> new ExportCommand(console, root);
            case IMPORT -> new ImportCommand(console, root);
            case PLUGINS -> plugins(console, root);
            case COMPLETION -> new CompletionCommand(console);
        };
    }

    private static CommandLine plugins(Console console, NnCommand root) {
        return new CommandLine(new PluginsCommand(console, root))
                .addSubcommand(new PluginsVerifyCommand(console))
                .addSubcommand(new PluginsNewCommand(console));
    }
}
