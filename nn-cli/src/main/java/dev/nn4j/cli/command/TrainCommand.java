// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.cli.config.Setting;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.console.Interruption;
import dev.nn4j.cli.files.Traffic;
import dev.nn4j.cli.plot.PlotFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Trains a network. */
@Command(
        name = "train",
        description = "Trains a network on data as a configuration says, and tells how well it does.",
        sortOptions = false,
        footer = {"", "Example:", "  nn train --config iris.json --data iris.csv --out iris.nn --plot iris.png"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class TrainCommand implements Callable<Integer> {
    private final Console console;
    private final Interruption interruption;
    private final NnCommand root;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "The configuration, JSON; - is stdin. 'nn new' writes one.")
    private String config;

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "CSV to learn from; - is stdin.")
    private String data;

    @Option(
            names = "--target",
            paramLabel = "COL",
            description = "The column to learn, instead of the configuration's; repeatable.")
    private List<String> targets = List.of();

    @Option(names = "--validation", paramLabel = "FILE", description = "CSV to validate on; - is stdin.")
    private Optional<String> validation;

    @Option(
            names = "--init",
            paramLabel = "MODEL",
            description = "Start from this model's architecture, preprocessing and weights.")
    private Optional<String> initial;

    @Option(names = "--out", paramLabel = "MODEL", description = "Where the model goes.")
    private Optional<String> out;

    @Option(names = "--history", paramLabel = "FILE", description = "Where the epochs go, CSV; - is stdout.")
    private Optional<String> history;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "Where a picture of the epochs goes, .png or .svg; - is stdout, PNG.")
    private Optional<String> plot;

    @Option(
            names = "--set",
            paramLabel = "path=value",
            converter = SettingConverter.class,
            description = "Override the configuration, as in training.epochs=50; repeatable.")
    private List<Setting> settings = List.of();

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    TrainCommand(Console console, Interruption interruption, NnCommand root) {
        this.console = console;
        this.interruption = interruption;
        this.root = root;
    }

    /** Reads {@code --set}. */
    static final class SettingConverter implements ITypeConverter<Setting> {
        @Override
        public Setting convert(String value) {
            try {
                return Setting.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    @Override
    public Integer call() throws IOException {
        Traffic traffic = new Traffic();
        TrainRun.Inputs inputs = new TrainRun.Inputs(
                traffic.reads("--config", config),
                traffic.reads("--data", data),
                validation.map(file -> traffic.reads("--validation", file)),
                initial.map(file -> traffic.readsModel("--init", file)));
        Optional<Path> model = out.map(file -> traffic.writesModel("--out", file));
        TrainRun.Outputs outputs = new TrainRun.Outputs(
                model,
                history.map(file -> traffic.writes("--history", file)),
                plot.map(file -> traffic.writes("--plot", file)),
                plot.map(TrainCommand::format));
        traffic.replacing("--init", "--out").check();
        if (json && traffic.takesStdout()) {
            throw Failure.usage("--json prints on stdout, which --history or --plot takes; name a file there");
        }
        new TrainRun(console, interruption, root.execution(), inputs, outputs)
                .run(targets, settings, json, traffic.takesStdout());
        return 0;
    }

    private static PlotFormat format(String file) {
        return PlotFormat.of(file).orElseThrow(() -> Failure.usage("--plot: '" + file + "' must end in .png or .svg"));
    }
}
